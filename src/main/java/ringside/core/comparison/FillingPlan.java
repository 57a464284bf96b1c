package ringside.core.comparison;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ringside.core.bench.Benchmark;
import ringside.core.bench.Machine;
import ringside.core.bench.Plan;
import ringside.core.bench.Programs;
import ringside.core.bench.plan.Estimate;
import ringside.core.bench.plan.Plans;
import ringside.core.bench.plan.Sweep;

/**
 * A bundled plan that measures a class of benchmarks.
 *
 * @param programs the titles of those that do
 * @param once an estimate of the whole plan on one configuration of {@link #MACHINE}, before anything is measured
 */
record FillingPlan(Plan plan, List<String> programs, Duration once) {
    /** Fewer can leave open what they measured. */
    static final int ENOUGH = 10;

    /** Plans size their sweeps by the machine; the answer must not depend on the one that it is asked on. */
    static final Machine MACHINE = new Machine(8, 16L << 30, "x86_64", Map.of());

    private static final Map<Area, List<FillingPlan>> FOUND = new EnumMap<>(Area.class);

    /** Of those that repeat at all, the one that has measured often enough soonest. */
    static Optional<FillingPlan> of(Area area) {
        return all(area)
                .filter(plan -> plan.plan.repetitions().atLeast() > 1)
                .min(Comparator.comparing(FillingPlan::enough));
    }

    private static synchronized Stream<FillingPlan> all(Area area) {
        return FOUND
                .computeIfAbsent(
                        area,
                        any -> Plans.bundled().stream()
                                .map(plan -> of(plan, area))
                                .filter(plan -> !plan.programs().isEmpty())
                                .toList())
                .stream();
    }

    private static FillingPlan of(Plan plan, Area area) {
        List<String> programs = Sweep.benchmarks(plan).stream()
                .filter(benchmark -> Program.areaOf(benchmark.id()).equals(Optional.of(area)))
                .map(Benchmark::title)
                .toList();
        var sweep = Sweep.of(plan, MACHINE, Programs.BY_NAME);
        return new FillingPlan(plan, programs, new Estimate(plan.repetitions(), sweep).total());
    }

    /** How often it has to be run: into the same set, more runs are more repetitions. */
    int times() {
        return Math.ceilDiv(ENOUGH, plan.repetitions().atLeast());
    }

    /** How long it takes until it has measured often enough. */
    Duration enough() {
        return once.multipliedBy(times());
    }

    /** For the bare host, and for a guest of each platform. */
    List<String> commands(String set, List<String> platforms) {
        String run = "ringside bench run --plan " + plan.id() + " --set " + set + " --platform ";
        return Stream.concat(
                        Stream.of(run + Subjects.HOST),
                        platforms.stream().map(platform -> run + platform + " --target ssh://USER@GUEST"))
                .toList();
    }
}
