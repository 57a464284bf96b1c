import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import ringside.core.Progress;
import ringside.core.figure.Exporting;
import ringside.core.figure.Figure;
import ringside.core.figure.PlotTable;
import ringside.core.figure.Renderer;
import ringside.core.figure.View;
import ringside.core.format.Content;
import ringside.core.format.Request;
import ringside.workbench.Workbench;

/** Ringside beside its peers: import, size on disk, figures' data and drawing. Run by src/bench/run. */
class Speed {
    private static final int ROUNDS = 5;
    private static final Path WORK = createWork();
    private static final String JAVA = ProcessHandle.current().info().command().orElse("java");
    private static final String LIBRARIES = System.getProperty("java.class.path");
    private static final Map<String, double[]> SECONDS = new LinkedHashMap<>();

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        System.setProperty("java.awt.headless", "true");
        boolean large = List.of(arguments).contains("--ten-million");
        try {
            Path csv = WORK.resolve("samples.csv");
            long rows = writeSamples(csv, large ? 10_000_000 : 1_000_000);
            System.out.printf("%,d samples, %,d bytes of CSV, %d rounds, alternating%n%n", rows, Files.size(csv), ROUNDS);
            imports(csv, rows);
            figures(csv);
            report(rows);
        } finally {
            run(Path.of("."), "rm", "-rf", WORK.toString());
        }
    }

    // ---- import ----

    private static void imports(Path csv, long rows) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Path folder = Files.createDirectory(WORK.resolve("round" + round));
            time("import: sqlite3 .import", () -> run(folder, "sqlite3", "-cmd", ".mode csv", "s.db", ".import " + csv + " t"));
            time("import: H2 CSVREAD", () -> run(
                    folder, JAVA, "-Xmx512m", "-cp", LIBRARIES, "org.h2.tools.Shell", "-url", "jdbc:h2:file:" + folder.resolve("h"),
                    "-sql", "CREATE TABLE t AS SELECT * FROM CSVREAD('" + csv + "')"));
            String store = folder.resolve("r").toString();
            ringside(folder, "--store", store, "sets", "list"); // the bundled sets are given at first start
            long before = Files.size(Path.of(store + ".mv.db"));
            time("import: ringside, whole process", () -> ringside(folder, "--store", store, "import", csv.toString()));
            if (round > 0) continue;
            size("ringside", Files.size(Path.of(store + ".mv.db")) - before, rows);
            size("sqlite3", Files.size(folder.resolve("s.db")), rows);
            size("H2 rows", Files.size(folder.resolve("h.mv.db")), rows);
        }
        for (int round = 0; round < ROUNDS; round++) {
            String store = WORK.resolve("in" + round).toString();
            try (Workbench workbench = Workbench.open(store)) {
                time("import: ringside, in a running program",
                        () -> workbench.importing().read(Content.of(csv), Request.AUTOMATIC, Progress.SILENT));
            }
        }
        System.out.println();
    }

    private static void size(String who, long bytes, long rows) {
        System.out.printf("on disk: %-10s %6.1f bytes a sample%n", who, (double) bytes / rows);
    }

    // ---- figures ----

    private static void figures(Path csv) throws Exception {
        try (Workbench workbench = Workbench.open(WORK.resolve("in0").toString())) {
            Set<String> big = Set.of("big");
            List<Figure> study = workbench.figures().all().stream()
                    .filter(Figure::ofTheStudy)
                    .filter(figure -> workbench.plotting().samples(figure) > 0)
                    .toList();
            double slowest = 0;
            for (int round = 0; round < ROUNDS; round++) {
                slowest = 0;
                for (Figure figure : study) {
                    long begin = System.nanoTime();
                    workbench.plotting().plot(figure, View.DEFAULT.withSets(big));
                    slowest = Math.max(slowest, (System.nanoTime() - begin) / 1e9);
                }
            }
            System.out.printf("slowest of %d figures' data out of the large set: %.3f s%n%n", study.size(), slowest);
        }
        Path store = WORK.resolve("small");
        Path folder = Files.createDirectory(WORK.resolve("figures"));
        try (Workbench workbench = Workbench.open(store.toString())) {
            List<Figure> all = workbench.figures().all();
            var drawable = all.stream().filter(figure -> figure.kind() != Figure.Kind.TABLE)
                    .filter(figure -> workbench.plotting().samples(figure) > 0)
                    .toList();
            for (Figure figure : drawable)
                Files.writeString(folder.resolve(figure.id() + ".csv"),
                        PlotTable.csv(workbench.plotting().plot(figure, View.DEFAULT)));
            Path gnuplot = peers(folder, drawable);
            var exporting = new Exporting(workbench.store(), workbench.renderer());
            var look = Exporting.look(Renderer.Theme.LIGHT, Exporting.DPI);
            System.out.printf("%d figures drawn by Ringside; the %d of them with data that are no tables by all three%n%n",
                    all.size(), drawable.size());
            for (int round = 0; round < ROUNDS; round++) {
                time("figures: ringside, in a running program", () -> draw(workbench, exporting, look, drawable, folder));
                time("figures: ringside, all " + all.size() + ", in a running program",
                        () -> draw(workbench, exporting, look, all, folder));
                time("figures: gnuplot", () -> run(folder, "gnuplot", gnuplot.toString()));
                time("figures: matplotlib", () -> run(folder, "python3", folder.resolve("draw.py").toString()));
            }
        }
        for (int round = 0; round < ROUNDS; round++)
            time("figures: ringside, all, whole process", () -> ringside(
                    folder, "--store", store.toString(), "figures", "export", "--all", "--out", folder.resolve("out").toString()));
    }

    private static void draw(
            Workbench workbench, Exporting exporting, Renderer.Look look, List<Figure> figures, Path folder) {
        figures.parallelStream().forEach(figure -> exporting.write(
                workbench.plotting().plot(figure, View.DEFAULT), Exporting.Kind.PNG, look, folder.resolve(figure.id() + ".png")));
    }

    /** The same data drawn by gnuplot and by matplotlib: each series with its error bars, as 1600 x 1000 PNG. */
    private static Path peers(Path folder, List<Figure> figures) throws IOException {
        var script = new StringBuilder("set terminal pngcairo size 1600,1000\nset datafile separator ','\nset key outside\n");
        var logarithmic = new ArrayList<String>();
        for (Figure figure : figures) {
            List<String> lines = Files.readAllLines(folder.resolve(figure.id() + ".csv"));
            Map<String, List<String>> series = new LinkedHashMap<>();
            int place = 0;
            for (String line : lines.subList(1, lines.size())) {
                String[] fields = fields(line);
                if (fields[8].isEmpty()) continue;
                String x = fields[5].matches("[0-9.]+") ? fields[5] : Integer.toString(place++);
                String low = fields[10].isEmpty() ? fields[8] : fields[10];
                String high = fields[11].isEmpty() ? fields[8] : fields[11];
                series.computeIfAbsent(fields[1], name -> new ArrayList<>()).add(x + "," + fields[8] + "," + low + "," + high);
            }
            boolean positive = series.values().stream().flatMap(List::stream).noneMatch(point -> point.startsWith("0,"));
            boolean log = figure.xAxis().scale().word().startsWith("log") && positive;
            if (log) logarithmic.add(figure.id());
            var blocks = new StringBuilder();
            series.values().forEach(points -> blocks.append(String.join("\n", points)).append("\n\n\n"));
            Files.writeString(folder.resolve(figure.id() + ".dat"), blocks);
            Files.writeString(folder.resolve(figure.id() + ".names"), String.join("\n", series.keySet()));
            script.append("set output '").append(figure.id()).append("-gnuplot.png'\nset title \"").append(figure.id())
                    .append("\"\nset xlabel 'x'\nset ylabel '").append(figure.yAxis().label()).append("'\n")
                    .append(log ? "set logscale x 2\n" : "unset logscale x\n")
                    .append("plot for [i=0:").append(Math.max(0, series.size() - 1)).append("] '").append(figure.id())
                    .append(".dat' index i using 1:2:3:4 with yerrorlines title sprintf('series %d', i)\n");
        }
        Path file = folder.resolve("draw.gp");
        Files.writeString(file, script);
        var python = new StringBuilder("import matplotlib\nmatplotlib.use('Agg')\nimport matplotlib.pyplot as plt\n");
        python.append("for name, log in [").append(String.join(", ", figures.stream()
                .map(figure -> "('" + figure.id() + "', " + (logarithmic.contains(figure.id()) ? "True" : "False") + ")")
                .toList())).append("""
                ]:
                    blocks = [[tuple(map(float, p.split(','))) for p in b.split('\\n') if p] for b in open(name + '.dat').read().split('\\n\\n\\n') if b.strip()]
                    names = open(name + '.names').read().split('\\n')
                    figure, axes = plt.subplots(figsize=(16, 10), dpi=100)
                    for block, label in zip(blocks, names):
                        x, y, low, high = zip(*block)
                        axes.errorbar(x, y, yerr=[[max(0, a - b) for a, b in zip(y, low)], [max(0, b - a) for a, b in zip(y, high)]], marker='o', capsize=3, label=label)
                    if log: axes.set_xscale('log', base=2)
                    axes.set_title(name); axes.grid(True); axes.legend()
                    figure.savefig(name + '-matplotlib.png'); plt.close(figure)
                """);
        Files.writeString(folder.resolve("draw.py"), python);
        return file;
    }

    /** Fields of a line without line breaks inside quotes. */
    private static String[] fields(String line) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else field.append(c);
        }
        fields.add(field.toString());
        return fields.toArray(String[]::new);
    }

    // ---- the rest ----

    /** Made-up numbers in the shape of the study: they are for speed alone and are deleted afterwards. */
    private static long writeSamples(Path file, long wanted) throws IOException {
        var random = new Random(1);
        String[] platforms = {"host", "qemu", "kvm", "xen-pv", "xen-hvm", "libvirt-kvm", "libvirt-xen", "virtualbox"};
        long rows = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("set,platform,configuration,benchmark,metric,unit,better,value,failure,repetition,parameters\n");
            for (int repetition = 1; rows < wanted; repetition++) {
                for (String platform : platforms) {
                    String begin = "big," + platform + "," + platform + ",";
                    String end = ",," + repetition + ",";
                    for (int cores : new int[] {1, 2, 4, 8}) {
                        out.write(begin + "hpl,performance,Gflop/s,higher," + (random.nextInt(90000) + 10000) / 1000.0 + end
                                + "cores=" + cores + ";n=20000;nb=128;p=1;q=" + cores + "\n");
                        rows++;
                        for (int processes : new int[] {2, 4, 8, 16}) for (int size : new int[] {0, 4, 16, 32, 64}) {
                            out.write(begin + "lmbench-ctx,latency,us,lower," + (random.nextInt(2000) + 100) / 100.0 + end
                                    + "cores=" + cores + ";processes=" + processes + ";size_kb=" + size + "\n");
                            rows++;
                        }
                    }
                    for (int cores = 1; cores <= 2; cores++) for (String operation : new String[] {"rd", "wr"}) for (int bits = 9; bits < 28; bits++) {
                        out.write(begin + "lmbench-mem,bandwidth,MB/s,higher," + (random.nextInt(6000000) + 100000) / 100.0 + end
                                + "cores=" + cores + ";operation=" + operation + ";processes=1;size_bytes=" + (1L << bits) + "\n");
                        rows++;
                    }
                    for (int cores = 1; cores <= 2; cores++) for (String operation : new String[] {"read", "write"}) for (int bits = 8; bits < 26; bits++) {
                        out.write(begin + "cachebench,bandwidth,MB/s,higher," + (random.nextInt(60000000) + 1000000) / 1000.0 + end
                                + "cores=" + cores + ";operation=" + operation + ";vector_bytes=" + (1L << bits) + "\n");
                        rows++;
                    }
                    for (String disk : new String[] {"raw", "qcow2", "lvm"}) for (String operation : new String[] {"read", "write"}) for (int bits = 6; bits < 20; bits++) {
                        out.write(begin + "iozone,throughput,KB/s,higher," + (random.nextInt(3000000) + 10000) + end
                                + "cores=1;disk=" + disk + ";file_kb=" + (1L << bits) + ";operation=" + operation + ";record_kb=64\n");
                        rows++;
                    }
                }
            }
        }
        return rows;
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void time(String what, Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begin) / 1e9;
        SECONDS.merge(what, new double[] {seconds}, (known, one) -> {
            double[] joined = Arrays.copyOf(known, known.length + 1);
            joined[known.length] = one[0];
            return joined;
        });
    }

    private static void ringside(Path folder, String... words) throws Exception {
        var command = new ArrayList<>(List.of(JAVA, "-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-cp", LIBRARIES, "ringside.Ringside"));
        command.addAll(List.of(words));
        run(folder, command.toArray(String[]::new));
    }

    private static void run(Path folder, String... command) throws Exception {
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        int code = process.waitFor();
        if (code != 0) throw new IllegalStateException(String.join(" ", command) + " ended with " + code);
    }

    private static void report(long rows) {
        System.out.printf("%-52s %8s %8s %8s %14s%n", "", "min s", "median", "max", "samples/s");
        SECONDS.forEach((what, seconds) -> {
            Arrays.sort(seconds);
            double median = seconds[seconds.length / 2];
            System.out.printf("%-52s %8.2f %8.2f %8.2f %14s%n", what, seconds[0], median, seconds[seconds.length - 1],
                    what.startsWith("import") ? "%,.0f".formatted(rows / median) : "");
        });
    }

    private static Path createWork() {
        try {
            return Files.createTempDirectory("ringside-speed");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
