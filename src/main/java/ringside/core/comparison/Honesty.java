package ringside.core.comparison;

import java.util.List;

/** The checks that every comparison goes through. */
final class Honesty {
    private static final List<Check> CHECKS = List.of(
            new TooGood(),
            new Implausible(),
            new InsideEmulation(),
            new MixedMachines(),
            new NotAlone(),
            new SettingsMatter(),
            new SingleRuns(),
            new Drifting(),
            new StolenTime(),
            new FarOut(),
            new Unheld(),
            new Failures());

    private Honesty() {}

    static List<Finding> findings(Evidence evidence) {
        return CHECKS.stream()
                .flatMap(check -> check.findings(evidence).stream())
                .toList();
    }
}
