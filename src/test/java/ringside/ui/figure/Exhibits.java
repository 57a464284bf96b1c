package ringside.ui.figure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Supplier;
import ringside.Results;
import ringside.Results.Row;
import ringside.adapter.jdbc.JdbcStore;
import ringside.core.figure.Figure;
import ringside.core.figure.Figures;
import ringside.core.figure.Plotting;
import ringside.core.result.Configuration;
import ringside.core.result.Environment;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Value;
import ringside.ui.kit.Background;

/** Results that some figures show, and work that waits until it is told to go on. */
final class Exhibits {
    static final Figures FIGURES = Figures.bundled();
    static final Figure HPL = figure("5.1");
    static final Figure CTX = figure("5.5");
    static final Figure READ = figure("5.16");
    static final Figure TABLE = figure("A.5");

    private static final Metric PERFORMANCE = Metric.higher("performance", "Gflop/s");
    private static final Metric BANDWIDTH = Metric.higher("bandwidth", "MB/s");

    private Exhibits() {}

    static Figure figure(String id) {
        return FIGURES.byId(id).orElseThrow();
    }

    /** HPL on one core: host 10, 11, 12 and KVM 9 (and one that failed) in the set "lab"; KVM 5 in "other". */
    static ResultStore store() {
        ResultStore store = JdbcStore.open("jdbc:h2:mem:" + UUID.randomUUID());
        Run host = Results.run("h", Results.configuration("host", "Host", "one"), "hpl");
        Run kvm = Results.run("k", Results.configuration("kvm", "KVM", "one"), "hpl");
        Run other = Results.run("o", Results.configuration("kvm", "KVM", "two"), "hpl");
        var rows = new ArrayList<Row>();
        for (int i = 1; i <= 3; i++) rows.add(new Row("lab", host, hpl(Value.of(9 + i), i)));
        rows.add(new Row("lab", kvm, hpl(Value.of(9), 1)));
        rows.add(new Row("lab", kvm, hpl(Value.missing("out of memory"), 2)));
        rows.add(new Row("other", other, hpl(Value.of(5), 1)));
        Results.put(store, rows);
        return store;
    }

    /** The set "tuned": HPL of 21 and 22 on one core by two guests that differ in a processor model and a cache mode. */
    static void configure(ResultStore store) {
        Results.put(
                store,
                List.of(
                        new Row("tuned", guest("first", "host-passthrough", "none"), hpl(Value.of(21), 1)),
                        new Row("tuned", guest("second", "host-model", "writeback"), hpl(Value.of(22), 1))));
    }

    private static Run guest(String label, String cpu, String cache) {
        String xml = "<disk type='file'>\n  <driver name='qemu' cache='" + cache + "'/>\n</disk>\n";
        Map<String, String> settings = Map.of("cpu", cpu, "memory", "1 GiB", "configuration", xml);
        return Results.run(label, new Configuration("kvm", label, Map.of(), settings, Environment.UNKNOWN), "hpl");
    }

    private static Sample hpl(Value value, int repetition) {
        return new Sample(PERFORMANCE, Parameters.of("cores", 1, "n", 1000), repetition, value, 0);
    }

    /** A run of bw_mem whose output is kept: 4096 bytes at line 2, 65536 bytes at line 3. */
    static void readAnOutput(ResultStore store) {
        String output = "rd\n0.004096 30810.23\n0.065536 34427.24\n";
        try (ResultStore.Writing writing = store.write()) {
            writing.set(Results.set("raw"));
            String sha = writing.raw(output.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            var run = new Run(
                    "r1",
                    Configuration.of("host", "Bare"),
                    "lmbench-mem",
                    Parameters.NONE,
                    List.of("bw_mem", "4k", "rd"),
                    Optional.empty(),
                    Optional.empty(),
                    Run.Outcome.COMPLETED,
                    Optional.of(new Run.Raw(sha, "lmbench", "bw_mem.txt")),
                    "");
            writing.run(run);
            writing.sample(run, new Sample(BANDWIDTH, read(4096), 1, Value.of(30810.23), 2));
            writing.sample(run, new Sample(BANDWIDTH, read(65536), 1, Value.of(34427.24), 3));
            writing.commit();
        }
    }

    private static Parameters read(int bytes) {
        return Parameters.of("operation", "rd", "size_bytes", bytes, "cores", 1);
    }

    static Supplier<Plotting> plotting(ResultStore store) {
        var plotting = new Plotting(store);
        return () -> plotting;
    }

    /** Workers that do nothing until they are told to. */
    static final class Patience {
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        final Background background = new Background(waiting::add, Runnable::run);

        /** Lets one piece of work be done; false where none waits. */
        boolean step() {
            Runnable next = waiting.poll();
            if (next == null) return false;
            next.run();
            return true;
        }

        void finish() {
            while (step()) Thread.onSpinWait();
        }
    }

    static Background atOnce() {
        return new Background(Runnable::run, Runnable::run);
    }
}
