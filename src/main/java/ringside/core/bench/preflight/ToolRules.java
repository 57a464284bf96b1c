package ringside.core.bench.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import ringside.core.bench.Benchmark;
import ringside.core.bench.Measurement;
import ringside.core.bench.Need;
import ringside.core.bench.Plan;
import ringside.core.bench.Programs;
import ringside.core.bench.preflight.Distribution.Remedy;
import ringside.core.bench.preflight.Finding.Kind;

/** What a plan has to have on the host. */
final class ToolRules {
    private ToolRules() {}

    /** What has to be installed before; what is ours is compiled there, or brought. */
    static List<Need> lacking(Benchmark benchmark, Programs programs) {
        return benchmark.lacking(programs).stream()
                .filter(need -> need instanceof Need.Packaged)
                .toList();
    }

    static List<Finding> of(Benchmark benchmark, HostState state, Programs programs) {
        var findings = new ArrayList<Finding>();
        List<Need> lacking = lacking(benchmark, programs);
        if (!lacking.isEmpty()) {
            String names = lacking.stream()
                    .map(Need::program)
                    .collect(Collectors.joining(lacking.stream().allMatch(Need::optional) ? " or " : ", "));
            findings.add(new Finding(
                    Kind.TOOL_MISSING,
                    names + (lacking.size() == 1 ? " is" : " are") + " not installed",
                    benchmark.title() + " is not measured",
                    state.distribution().remedy(lacking)));
        }
        boolean compiles = benchmark.needs().stream().anyMatch(need -> need instanceof Need.Compiled);
        if (compiles && state.text("compiler").isEmpty())
            findings.add(new Finding(
                    Kind.COMPILER_MISSING,
                    "there is no C compiler",
                    "Ringside's own programs (Context Switching, Cachebench) are compiled elsewhere and copied, or not"
                            + " measured",
                    new Remedy(
                            "",
                            state.distribution()
                                    .install(state.distribution().compiler())
                                    .orElse(""))));
        return findings;
    }

    static List<Finding> of(Plan plan, List<Measurement> sweep, HostState state) {
        var findings = new ArrayList<Finding>();
        boolean bound = sweep.stream()
                .anyMatch(one ->
                        plan.affinity().command(one).size() > one.command().size());
        if (bound && state.text("taskset").isEmpty())
            findings.add(new Finding(
                    Kind.TASKSET_MISSING,
                    "taskset is not installed",
                    "no measurement can be bound to cores",
                    new Remedy(
                            "",
                            state.distribution().install(List.of("util-linux")).orElse(""))));
        int cores = state.machine().cores();
        plan.affinity().beyond(cores).stream()
                .findFirst()
                .map(core -> new Finding(
                        Kind.NO_SUCH_CORE,
                        "the plan binds to core " + core + ", and the host has " + cores + ", counted from 0",
                        "nothing is measured",
                        Remedy.of("list other cores in the plan's affinity, or let it be first-cores")))
                .ifPresent(findings::add);
        long most = plan.stages().stream()
                .filter(stage -> stage.settings().values().containsKey("cores"))
                .flatMap(stage -> stage.settings().numbers("cores").stream())
                .mapToLong(count -> count)
                .max()
                .orElse(1);
        if (cores < most)
            findings.add(new Finding(
                    Kind.FEW_CORES,
                    "the host has " + cores + " cores, and the plan measures up to " + most,
                    "points of more than " + cores + " cores are left out, and figures of them stay empty",
                    Remedy.of("measure on a machine of " + most + " cores, or give the guest as many")));
        return findings;
    }
}
