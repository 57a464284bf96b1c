package ringside.core.bench.preflight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import ringside.core.bench.Benchmark;
import ringside.core.bench.Measurement;
import ringside.core.bench.Need;
import ringside.core.bench.Plan;
import ringside.core.bench.Programs;
import ringside.core.bench.plan.Sweep;
import ringside.core.bench.suite.Suite;
import ringside.core.host.Shell;

/**
 * A host held against a plan before anything is measured.
 *
 * @param programs where the plan's programs are there
 * @param sweep what the plan measures on a machine of that size, once it has all programs
 * @param findings those that stop the plan first
 */
public record Preflight(HostState state, Programs programs, List<Measurement> sweep, List<Finding> findings) {
    public Preflight {
        sweep = List.copyOf(sweep);
        findings = List.copyOf(findings);
    }

    /** Asks the host; it takes a second or two, and changes nothing there. */
    public static Preflight of(Plan plan, Shell shell) {
        HostState state = HostState.of(shell, plan.directory());
        List<Need> needs = Sweep.benchmarks(plan).stream()
                .flatMap(benchmark -> benchmark.needs().stream())
                .distinct()
                .toList();
        return of(plan, state, ProgramSearch.find(shell, needs));
    }

    /** The same from what is known already. */
    public static Preflight of(Plan plan, HostState state, Programs programs) {
        List<Measurement> sweep = Sweep.of(plan, state.machine(), programs);
        var findings = new ArrayList<Finding>();
        for (Benchmark benchmark : Sweep.benchmarks(plan)) findings.addAll(ToolRules.of(benchmark, state, programs));
        findings.addAll(ToolRules.of(plan, sweep, state));
        findings.addAll(DiskRules.of(plan, sweep, state));
        findings.addAll(MachineRules.of(plan, state));
        Stream<Finding> once = findings.stream().distinct();
        return new Preflight(
                state,
                programs,
                sweep,
                once.sorted(Comparator.comparing(Finding::weight)).toList());
    }

    /** Of the sweep what can be measured there as it is: the benchmarks that lack no program. */
    public List<Measurement> measurable() {
        return sweep.stream()
                .filter(measurement -> Suite.byId(measurement.benchmark())
                        .filter(benchmark ->
                                ToolRules.lacking(benchmark, programs).isEmpty())
                        .isPresent())
                .toList();
    }

    /** Whether all that the plan asks for can be measured. */
    public boolean isReady() {
        return findings.stream().noneMatch(finding -> finding.weight() == Finding.Weight.STOPS);
    }
}
