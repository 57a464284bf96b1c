package ringside.core.bench.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ringside.core.bench.Benchmark;
import ringside.core.bench.Machine;
import ringside.core.bench.Measurement;
import ringside.core.bench.Need;
import ringside.core.bench.Plan;
import ringside.core.bench.Programs;
import ringside.core.bench.Subject;
import ringside.core.bench.preflight.ProgramSearch;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.result.Configuration;
import ringside.core.result.Environment;

/** Makes a plan into the measurements of one subject: its programs found or compiled, its sweep sized. */
final class Preparing {
    /** The setting that has what a guest's hypervisor was given. */
    private static final String EXACT = "configuration";

    private final Plan plan;
    private final Map<String, Benchmark> benchmarks = new LinkedHashMap<>();
    private final Compiling compiling;

    /** @param suite every benchmark there is */
    Preparing(Plan plan, List<Benchmark> suite, Compiling compiling) {
        this.plan = plan;
        this.compiling = compiling;
        for (Plan.Stage stage : plan.stages())
            suite.stream()
                    .filter(benchmark -> benchmark.id().equals(stage.benchmark()))
                    .findFirst()
                    .ifPresentOrElse(benchmark -> benchmarks.put(benchmark.id(), benchmark), () -> {
                        throw new ringside.core.RingsideException(
                                "There is no benchmark called " + stage.benchmark(),
                                "'ringside bench list' shows them; correct the plan");
                    });
    }

    /**
     * Programs of a subject.
     *
     * @param versions of the packages they came in, and of what compiled those that are ours
     */
    record Found(Programs programs, Map<String, String> versions) {}

    Found programs(Shell shell, String folder) {
        List<Need> needs = benchmarks.values().stream()
                .flatMap(benchmark -> benchmark.needs().stream())
                .distinct()
                .toList();
        Programs installed = ProgramSearch.find(shell, needs);
        var paths = new HashMap<>(installed.paths());
        var versions = new TreeMap<>(ProgramSearch.versions(shell, installed));
        for (Need need : needs) {
            if (!(need instanceof Need.Compiled compiled)) continue;
            Compiling.Compiled made = compiling.compile(shell, folder + "/bin", compiled);
            paths.put(need.program(), made.path());
            versions.put("compiler of " + need.program(), made.by());
        }
        return new Found(new Programs(paths), versions);
    }

    /** Compiles again what is not there any more, as after a restart of the host. */
    void restore(Shell shell, String folder) {
        for (Benchmark benchmark : benchmarks.values())
            for (Need need : benchmark.needs())
                if (need instanceof Need.Compiled compiled && !isThere(shell, folder + "/bin/" + need.program()))
                    compiling.compile(shell, folder + "/bin", compiled);
    }

    private static boolean isThere(Shell shell, String path) {
        Answer answer = shell.run(Command.of("/bin/sh", "-c", "[ -x \"$1\" ]", "sh", path));
        return answer.succeeded();
    }

    /** Why a benchmark cannot be measured there; empty if it can. */
    Optional<String> lacking(Benchmark benchmark, Programs programs) {
        List<Need> lacking = benchmark.lacking(programs);
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of(lacking.stream().map(Need::program).collect(Collectors.joining(", ")));
    }

    List<Benchmark> benchmarks() {
        return List.copyOf(benchmarks.values());
    }

    Benchmark benchmark(String id) {
        Benchmark known = benchmarks.get(id);
        if (known == null) throw new IllegalStateException("no benchmark is called " + id);
        return known;
    }

    /** What two stages ask for is measured once. A guest that was made as large as wanted is measured with all its cores. */
    List<Measurement> sweep(Subject subject, Machine machine, Programs programs) {
        var sweep = new LinkedHashMap<String, Measurement>();
        for (Plan.Stage stage : plan.stages()) {
            Benchmark benchmark = benchmark(stage.benchmark());
            if (lacking(benchmark, programs).isPresent() || !subject.isMeasuredBy(benchmark.id())) continue;
            List<Measurement> all = benchmark.measurements(stage.settings(), machine, programs);
            for (Measurement one : subject.guest().isPresent() ? ofMostCores(all) : all)
                sweep.putIfAbsent(one.id(), one);
        }
        return new ArrayList<>(sweep.values());
    }

    private static List<Measurement> ofMostCores(List<Measurement> all) {
        int most = all.stream().mapToInt(one -> one.cores().count()).max().orElse(0);
        return all.stream().filter(one -> one.cores().count() == most).toList();
    }

    /** A subject as it is described, with what was found of its machine where nothing was said of it. */
    static Configuration described(Configuration given, String name, Machine machine, Map<String, String> found) {
        var versions = new TreeMap<>(given.versions());
        found.forEach(versions::putIfAbsent);
        boolean known = !given.environment().equals(Environment.UNKNOWN);
        Environment environment = known ? given.environment() : new Environment(name, machine.facts());
        return new Configuration(given.platform(), given.label(), versions, given.settings(), environment);
    }

    /**
     * The same for a guest that was started: the machine is its host's, and what the guest sees of it is the guest.
     *
     * @param exact what its hypervisor was given
     */
    static Configuration inside(Configuration described, Machine guest, String exact) {
        Map<String, String> facts = guest.facts();
        var versions = new TreeMap<>(described.versions());
        var settings = new TreeMap<>(described.settings());
        take(facts, "kernel", versions, "guest kernel");
        take(facts, "os", versions, "guest system");
        take(facts, "cpu", settings, "guest cpu");
        take(facts, "memory", settings, "guest memory");
        take(facts, "clock_source", settings, "clock source");
        settings.put(EXACT, exact);
        return new Configuration(described.platform(), described.label(), versions, settings, described.environment());
    }

    private static void take(Map<String, String> facts, String fact, Map<String, String> to, String as) {
        String value = facts.get(fact);
        if (value != null) to.put(as, value);
    }
}
