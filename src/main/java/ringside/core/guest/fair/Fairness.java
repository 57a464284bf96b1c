package ringside.core.guest.fair;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Holds configurations that are to be compared against a list of checks. */
public final class Fairness {
    private static final List<Check> CHECKS = List.of(
            new Execution(),
            new VcpuCount(),
            new Layout(),
            new Model(),
            new CpuTime(),
            new Pins(),
            new MemorySize(),
            new PageBacking(),
            new Numa(),
            new KernelStart(),
            new FirmwareKind(),
            new DiskFormats(),
            new DiskClass(),
            new CacheMode(),
            new Flushes(),
            new Discards(),
            new DiskLimit(),
            new CardClass(),
            new NetworkPath(),
            new Screen());

    private Fairness() {}

    /** The differences, in the order of the checks; none means that the platforms alone differ. */
    public static List<Finding> findings(List<Subject> subjects) {
        var findings = new ArrayList<Finding>();
        for (Check check : CHECKS) {
            var values = new LinkedHashMap<String, List<String>>();
            for (Subject subject : subjects) {
                String value = check.value(subject);
                values.computeIfAbsent(value.isEmpty() ? "none" : value, key -> new ArrayList<>())
                        .add(subject.label());
            }
            if (values.size() > 1) findings.add(new Finding(check.title(), values, check.bends(), check.why()));
        }
        return List.copyOf(findings);
    }

    /** What is held against what, for a page that explains it. */
    public static List<String> titles() {
        return CHECKS.stream().map(Check::title).toList();
    }
}
