package ringside.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.core.bench.Benchmark;
import ringside.core.bench.Machine;
import ringside.core.bench.Measurement;
import ringside.core.bench.Need;
import ringside.core.bench.Plan;
import ringside.core.bench.Programs;
import ringside.core.bench.plan.Estimate;
import ringside.core.bench.plan.Sweep;
import ringside.core.bench.preflight.ProgramSearch;
import ringside.core.bench.run.Survey;
import ringside.core.bench.suite.Suite;
import ringside.core.host.Shell;
import ringside.ui.bench.Bench.Readiness;
import ringside.ui.bench.Bench.Tool;

/** What one host has for a plan: its programs, how to get those that are missing, and how long the plan takes there. */
final class Looking {
    /** Distribution, by its ID in os-release, to the command that installs a package there. */
    private static final Map<String, String> INSTALLERS = Map.of(
            "debian", "sudo apt-get install ",
            "ubuntu", "sudo apt-get install ",
            "fedora", "sudo dnf install ",
            "rhel", "sudo dnf install ",
            "opensuse", "sudo zypper install ",
            "arch", "sudo pacman -S ",
            "alpine", "sudo apk add ");

    private static final List<Need> COMPILERS = Stream.of("cc", "gcc", "clang")
            .<Need>map(name -> new Need.Packaged(name, List.of(), Map.of(), true))
            .toList();

    private final Plan plan;
    private final Shell shell;
    private final Supplier<Shell> here;
    private final Machine machine;
    private final List<String> distributions;

    /** @param here opens a shell on this machine, where programs can be compiled for a host like it */
    Looking(Plan plan, Shell shell, Supplier<Shell> here) {
        this.plan = plan;
        this.shell = shell;
        this.here = here;
        machine = Survey.of(shell);
        distributions = distributions();
    }

    Readiness readiness() {
        List<Benchmark> benchmarks = Sweep.benchmarks(plan);
        List<Need> needs = benchmarks.stream()
                .flatMap(benchmark -> benchmark.needs().stream())
                .distinct()
                .toList();
        Programs found = withOwn(ProgramSearch.find(shell, needs), needs);
        return new Readiness(
                shell.target(),
                shell.name(),
                benchmarks.stream().map(benchmark -> tool(benchmark, found)).toList(),
                List.of(),
                duration(found));
    }

    /** The host's own distribution first, then those it is like. */
    private List<String> distributions() {
        return shell.read("/etc/os-release")
                .out()
                .lines()
                .filter(line -> line.startsWith("ID=") || line.startsWith("ID_LIKE="))
                .sorted()
                .flatMap(line -> Stream.of(
                        line.substring(line.indexOf('=') + 1).replace("\"", "").split("\\s+")))
                .toList();
    }

    /** Our own programs are there wherever they can be compiled, there or here. */
    private Programs withOwn(Programs found, List<Need> needs) {
        boolean own = needs.stream().anyMatch(Need.Compiled.class::isInstance);
        if (!own || !compiles()) return found;
        Map<String, String> paths = new LinkedHashMap<>(found.paths());
        for (Need need : needs) if (need instanceof Need.Compiled) paths.put(need.program(), need.program());
        return new Programs(paths);
    }

    private boolean compiles() {
        if (!ProgramSearch.find(shell, COMPILERS).paths().isEmpty()) return true;
        try (Shell local = here.get()) {
            return Survey.of(local).architecture().equals(machine.architecture())
                    && !ProgramSearch.find(local, COMPILERS).paths().isEmpty();
        }
    }

    private Tool tool(Benchmark benchmark, Programs found) {
        List<Need> lacking = benchmark.lacking(found);
        if (lacking.isEmpty()) return new Tool(benchmark.title(), benchmark.summary(), "", "", "");
        String programs = lacking.stream()
                .map(need -> need instanceof Need.Compiled ? "a C compiler" : need.program())
                .distinct()
                .collect(Collectors.joining(lacking.getFirst().optional() ? " or " : ", "));
        Optional<Need.Offer> offer = lacking.stream()
                .map(this::offer)
                .flatMap(Optional::stream)
                .findFirst();
        String remedy = offer.map(one -> "install the package " + one.name()
                        + (one.remark().isEmpty() ? "" : " (" + one.remark() + ")"))
                .orElse("install it there by hand; no package of this system is known to have it");
        return new Tool(
                benchmark.title(),
                benchmark.summary(),
                programs + " is not there",
                remedy,
                offer.flatMap(this::command).orElse(""));
    }

    private Optional<Need.Offer> offer(Need need) {
        return switch (need) {
            case Need.Compiled own -> Optional.of(Need.Offer.of("gcc"));
            case Need.Packaged packaged ->
                distributions.stream()
                        .filter(packaged.packages()::containsKey)
                        .map(packaged.packages()::get)
                        .findFirst();
        };
    }

    private Optional<String> command(Need.Offer offer) {
        return distributions.stream()
                .filter(INSTALLERS::containsKey)
                .map(id -> INSTALLERS.get(id) + offer.name())
                .findFirst();
    }

    /** Of what can be measured there. */
    private Optional<Duration> duration(Programs found) {
        var sweep = new LinkedHashMap<String, Measurement>();
        for (Plan.Stage stage : plan.stages())
            Suite.byId(stage.benchmark())
                    .filter(benchmark -> benchmark.lacking(found).isEmpty())
                    .ifPresent(benchmark -> benchmark
                            .measurements(stage.settings(), machine, found)
                            .forEach(one -> sweep.putIfAbsent(one.id(), one)));
        return sweep.isEmpty()
                ? Optional.empty()
                : Optional.of(new Estimate(plan.repetitions(), new ArrayList<>(sweep.values())).left());
    }
}
