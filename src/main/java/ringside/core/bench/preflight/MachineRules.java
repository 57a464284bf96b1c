package ringside.core.bench.preflight;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import ringside.core.bench.Plan;
import ringside.core.bench.preflight.Distribution.Remedy;
import ringside.core.bench.preflight.Finding.Kind;

/** The state that the machine itself is in. */
final class MachineRules {
    /** Programs that use more than this of all cores are felt. */
    private static final double BUSY = 0.05;

    private static final double STEAL = 0.01;

    /** Thousandths of a degree; processors begin to slow down not far above. */
    private static final long HOT = 85_000;

    /** Of all memory; below it, caches are dropped and swap is used. */
    private static final double LITTLE = 0.5;

    /** Clocks that are read in nanoseconds, without asking a device. */
    private static final Set<String> FAST_CLOCKS = Set.of(
            "tsc",
            "kvm-clock",
            "arch_sys_counter",
            "hyperv_clocksource_tsc_page",
            "xen",
            "timebase",
            "riscv_clocksource");

    private static final String CPU = "/sys/devices/system/cpu";

    private MachineRules() {}

    static List<Finding> of(Plan plan, HostState state) {
        return Stream.of(
                        busy(state),
                        steal(state),
                        memory(state),
                        swap(state),
                        governor(state),
                        boost(state),
                        smt(state, plan),
                        throttled(state),
                        hot(state),
                        clock(state))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Finding> busy(HostState state) {
        OptionalDouble busy = state.busy();
        if (busy.isEmpty() || busy.getAsDouble() < BUSY) return Optional.empty();
        String by = state.text("busy").map(words -> " (most: " + words + ")").orElse("");
        return found(
                Kind.BUSY,
                percent(busy.getAsDouble()) + " of the cores' time is used by others" + by,
                "latencies rise and bandwidths fall by what the others take, and differ from run to run",
                new Remedy("end or pause them while you measure", "ps -eo pcpu,pid,user,args --sort=-pcpu | head"));
    }

    private static Optional<Finding> steal(HostState state) {
        OptionalDouble steal = state.steal();
        if (steal.isEmpty() || steal.getAsDouble() < STEAL) return Optional.empty();
        return found(
                Kind.STEAL,
                percent(steal.getAsDouble()) + " of the cores' time goes to other guests of the same machine",
                "every metric is worse by as much, at times that nobody here controls",
                Remedy.of("stop the other guests, or measure where there are none"));
    }

    private static Optional<Finding> memory(HostState state) {
        OptionalLong all = state.number("MemTotal");
        OptionalLong free = state.number("MemAvailable");
        if (all.isEmpty() || free.isEmpty() || free.getAsLong() >= all.getAsLong() * LITTLE) return Optional.empty();
        return found(
                Kind.MEMORY,
                "%s of %s MiB of memory are available".formatted(free.getAsLong() >> 10, all.getAsLong() >> 10),
                "HPL and the largest sizes of the memory benchmarks may swap, or be killed",
                new Remedy("end what uses the memory", "ps -eo rss,pid,user,args --sort=-rss | head"));
    }

    private static Optional<Finding> swap(HostState state) {
        OptionalLong all = state.number("SwapTotal");
        OptionalLong free = state.number("SwapFree");
        if (all.isEmpty() || free.isEmpty() || free.getAsLong() >= all.getAsLong()) return Optional.empty();
        return found(
                Kind.SWAP,
                ((all.getAsLong() - free.getAsLong()) >> 10) + " MiB are swapped out",
                "memory bandwidths and HPL drop to the disk's speed where a page has to come back",
                root(state, "swapoff -a"));
    }

    private static Optional<Finding> governor(HostState state) {
        List<String> governors = state.words("governor");
        if (governors.isEmpty() || governors.equals(List.of("performance"))) return Optional.empty();
        return found(
                Kind.GOVERNOR,
                "the frequency governor is " + String.join(" and ", governors),
                "short measurements (context switches, small blocks) run before the clock has risen: their latencies"
                        + " are too high and differ",
                root(state, "tee " + CPU + "/cpu*/cpufreq/scaling_governor", "performance"));
    }

    private static Optional<Finding> boost(HostState state) {
        boolean intel = state.text("no_turbo").equals(Optional.of("0"));
        boolean others = state.text("boost").equals(Optional.of("1"));
        if (!intel && !others) return Optional.empty();
        return found(
                Kind.BOOST,
                "the processor may boost its clock",
                "one core is faster while the others rest: speed per core is not that of all cores, and it depends on"
                        + " the temperature",
                intel
                        ? root(state, "tee " + CPU + "/intel_pstate/no_turbo", "1")
                        : root(state, "tee " + CPU + "/cpufreq/boost", "0"));
    }

    private static Optional<Finding> smt(HostState state, Plan plan) {
        if (!state.text("smt").equals(Optional.of("1"))) return Optional.empty();
        String cores = plan.affinity() instanceof Plan.Affinity.Listed ? "" : "; the first cores may be pairs of one";
        return found(
                Kind.SMT,
                "two threads share a core (SMT is on)" + cores,
                "measurements on several cores (HPL, bandwidths) get the power of fewer",
                root(state, "tee " + CPU + "/smt/control", "off"));
    }

    private static Optional<Finding> throttled(HostState state) {
        OptionalLong times = state.most("throttled");
        if (times.isEmpty() || times.getAsLong() == 0) return Optional.empty();
        return found(
                Kind.THROTTLED,
                "a core has been slowed by heat " + times.getAsLong() + " times since the start",
                "long measurements (HPL) get slower as they go on",
                Remedy.of("cool the machine, or leave it pauses; each run is marked if it happens again"));
    }

    private static Optional<Finding> hot(HostState state) {
        OptionalLong most = state.most("temperatures");
        if (most.isEmpty() || most.getAsLong() < HOT) return Optional.empty();
        return found(
                Kind.HOT,
                "it is " + most.getAsLong() / 1000 + " °C warm inside",
                "the processor is about to be slowed: long measurements (HPL) get slower as they go on",
                Remedy.of("let it cool down first"));
    }

    private static Optional<Finding> clock(HostState state) {
        Optional<String> clock = state.text("clock_source");
        if (clock.isEmpty() || FAST_CLOCKS.contains(clock.get())) return Optional.empty();
        Optional<String> better = state.words("clock_sources").stream()
                .filter(FAST_CLOCKS::contains)
                .findFirst();
        return found(
                Kind.CLOCK_SOURCE,
                "the clock source is " + clock.get() + ", which is slow to read",
                "each look at the clock costs about a microsecond, which short measurements (lat_ctx, context-switch)"
                        + " count as theirs",
                better.map(name -> root(
                                state, "tee /sys/devices/system/clocksource/clocksource0/current_clocksource", name))
                        .orElse(Remedy.of("the host offers no better one")));
    }

    private static Optional<Finding> found(Kind kind, String seen, String effect, Remedy remedy) {
        return Optional.of(new Finding(kind, seen, effect, remedy));
    }

    private static Remedy root(HostState state, String command) {
        return new Remedy("", sudo(state) + command);
    }

    private static Remedy root(HostState state, String command, String input) {
        return new Remedy("", "echo " + input + " | " + sudo(state) + command);
    }

    private static String sudo(HostState state) {
        return state.distribution().root() ? "" : "sudo ";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }
}
