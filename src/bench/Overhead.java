import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import ringside.core.bench.Benchmark;
import ringside.core.bench.Measurement;
import ringside.core.bench.Plan;
import ringside.core.bench.Settings;
import ringside.core.bench.Subject;
import ringside.core.bench.run.Controls;
import ringside.core.bench.run.Event;
import ringside.core.bench.run.Measuring;
import ringside.core.bench.suite.Suite;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Target;
import ringside.core.result.Configuration;
import ringside.core.result.Sample;
import ringside.core.result.Value;
import ringside.core.stats.Bootstrap;
import ringside.core.stats.Interval;
import ringside.core.stats.Spread;
import ringside.workbench.Workbench;

/** What measuring through Ringside costs: the same calls of a tool through its runner and bare, one after the other. */
class Overhead {
    private static final int PAIRS = 21;
    private static final List<String> ENOUGH = List.of("100000");

    private Overhead() {}

    static void measure(Path folder, Clock clock) throws Exception {
        try (Workbench workbench = Workbench.open(folder.resolve("store").toString())) {
            System.out.println("| the same call, alternating | bare, median | through Ringside | of a pair, 95 % | bare beside bare | CPU of Ringside |");
            System.out.println("|---|---|---|---|---|---|");
            pair(workbench, folder, "bw_mem 16k rd", "lmbench-mem", memory("rd", "16k"));
            pair(workbench, folder, "bw_mem 4m cp", "lmbench-mem", memory("cp", "4m"));
            pair(workbench, folder, "lat_ctx -s 0 2", "lmbench-ctx", switching());
        }
    }

    private static Map<String, List<String>> memory(String operation, String size) {
        return Map.of(
                "operation", List.of(operation), "size", List.of(size), "cores", List.of("1"), "enough_us", ENOUGH);
    }

    private static Map<String, List<String>> switching() {
        return Map.of(
                "processes", List.of("2"), "size_kb", List.of("0"), "cores", List.of("1"), "enough_us", ENOUGH);
    }

    private static void pair(Workbench workbench, Path folder, String name, String id, Map<String, List<String>> set)
            throws Exception {
        Benchmark benchmark = Suite.byId(id).orElseThrow();
        Plan plan = plan(folder, new Plan.Stage(id, Settings.of(benchmark.knobs(), set)));
        var first = new Watched();
        first.measure(workbench, plan); // warms up, and says what the command is
        double[] bare = new double[PAIRS];
        double[] again = new double[PAIRS];
        double[] through = new double[PAIRS];
        double used = 0;
        double lasted = 0;
        for (int i = 0; i < PAIRS; i++) {
            if (i % 2 == 0) bare[i] = bare(benchmark, first.measurement, plan);
            var watched = new Watched();
            watched.measure(workbench, plan);
            if (i % 2 == 1) bare[i] = bare(benchmark, first.measurement, plan);
            through[i] = watched.value;
            again[i] = bare(benchmark, first.measurement, plan); // what a pair differs by that differs in nothing
            used += watched.used;
            lasted += watched.lasted;
        }
        System.out.printf(
                "| `%s` | %.2f | %.2f | %s | %s | %.2f %% of a core |%n",
                name,
                Spread.of(bare).median(),
                Spread.of(through).median(),
                difference(through, bare),
                difference(again, bare),
                100 * used / lasted);
    }

    /** Of each to the one measured beside it: the median, and its interval. */
    private static String difference(double[] values, double[] beside) {
        double[] percent = new double[values.length];
        for (int i = 0; i < values.length; i++) percent[i] = 100 * (values[i] / beside[i] - 1);
        Interval interval = Bootstrap.USUAL.median(percent);
        return "%+.2f %% (%+.2f to %+.2f)".formatted(Spread.of(percent).median(), interval.low(), interval.high());
    }

    private static Plan plan(Path folder, Plan.Stage stage) {
        return new Plan(
                "overhead",
                1,
                "Overhead",
                "",
                new Plan.Repetitions(0, 1, 1, 0.1),
                new Plan.Affinity.FirstCores(),
                folder.toString(),
                Duration.ofMinutes(5),
                List.of(stage));
    }

    /** As the plan would have it, without Ringside's runner. */
    private static double bare(Benchmark benchmark, Measurement measurement, Plan plan) throws Exception {
        Process process = new ProcessBuilder(plan.affinity().command(measurement)).start();
        process.getOutputStream().close();
        byte[] out = process.getInputStream().readAllBytes();
        byte[] err = process.getErrorStream().readAllBytes();
        process.waitFor();
        byte[] printed = measurement.output() instanceof Measurement.Output.Errors ? err : out;
        var reading = benchmark.format(ringside.core.bench.Programs.BY_NAME).read(printed, measurement.given());
        return value(reading.runs().getFirst().samples());
    }

    private static double value(List<Sample> samples) {
        return ((Value.Measured) samples.getFirst().value()).number();
    }

    /** One run through Ringside, and what Ringside's process did while its command ran. */
    private static final class Watched {
        private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

        private Measurement measurement;
        private double value;
        private double used;
        private double lasted;
        private long began;
        private long cpu;

        void measure(Workbench workbench, Plan plan) {
            Measuring measuring = workbench.measuring();
            var subject = new Subject(Configuration.of("host", "host"), Target.LOCAL, "local");
            var session = measuring.begin(plan, List.of(subject), "overhead", OptionalLong.of(1));
            measuring.measure(session, AccessQuestions.NOBODY, new Controls(), this::happened);
        }

        private void happened(Event event) {
            switch (event) {
                case Event.Expanded expanded -> measurement = expanded.measurements().getFirst();
                case Event.RunStarted started -> {
                    began = System.nanoTime();
                    cpu = SYSTEM.getProcessCpuTime();
                }
                case Event.RunEnded ended -> {
                    used = (SYSTEM.getProcessCpuTime() - cpu) / 1e9;
                    lasted = (System.nanoTime() - began) / 1e9;
                    value = value(ended.samples());
                }
                default -> {}
            }
        }
    }
}
