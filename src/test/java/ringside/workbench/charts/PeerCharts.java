package ringside.workbench.charts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ringside.Lab;
import ringside.core.digitise.Area;
import ringside.core.digitise.Scale;
import ringside.core.digitise.Series.Method;
import ringside.workbench.charts.DrawnChart.Curve;

/** Charts by gnuplot and by matplotlib: one script each draws all of them. */
final class PeerCharts {
    static final List<String> KINDS =
            List.of("lines", "lines and markers", "dashed lines, log y", "lines, log2 x", "markers", "grouped bars");
    static final List<String> MEDIA = List.of("PNG 100 dpi", "PNG 300 dpi", "PDF");

    private static final double WIDE = 7;
    private static final double HIGH = 5;
    private static final double LEFT = 0.125; // of the page: a whole number of pixels at every resolution
    private static final double RIGHT = 0.75;
    private static final double BOTTOM = 0.125;
    private static final double TOP = 0.9;
    private static final List<String> NAMES = List.of("KVM", "QEMU", "Xen PV", "VirtualBox");
    private static final List<String> CATEGORIES = List.of("host", "kvm", "qemu", "xen", "vbox");

    /** How it is drawn besides. */
    enum Look {
        PLAIN,
        /** Where the program itself puts it, within the axes. */
        LEGEND_INSIDE,
        /** In the middle, over whatever is there, and it hides that. */
        LEGEND_OVER,
        BLACK
    }

    private final Path folder;
    private final String program;
    private final Look look;

    PeerCharts(Path folder, String program) {
        this(folder, program, Look.PLAIN);
    }

    PeerCharts(Path folder, String program, Look look) {
        this.folder = folder;
        this.program = program;
        this.look = look;
    }

    /** What is to be drawn, without the file that a program makes of it. */
    DrawnChart planned(int number) {
        String kind = KINDS.get(number % KINDS.size());
        String medium = MEDIA.get(number / KINDS.size() % MEDIA.size());
        boolean log = kind.contains("log y");
        double low = log ? 1 : 0;
        double high = log ? 1e4 : 100;
        Scale x = kind.contains("log2")
                ? new Scale.Log(1, 4096)
                : kind.contains("bars") ? new Scale.Categories(CATEGORIES) : new Scale.Linear(0, 20);
        List<Double> xs = IntStream.rangeClosed(0, 12)
                .mapToObj(
                        i -> kind.contains("log2") ? Math.pow(2, i) : kind.contains("bars") ? (double) i : 1 + i * 1.5)
                .limit(kind.contains("bars") ? CATEGORIES.size() : 13)
                .toList();
        int count = kind.contains("bars") ? 3 : 4;
        String ending = medium.equals("PDF") ? ".pdf" : ".png";
        return new DrawnChart(
                program,
                kind,
                medium,
                folder.resolve(program + number + ending),
                frame(medium),
                x,
                log ? new Scale.Log(low, high) : new Scale.Linear(low, high),
                kind.equals("markers") ? Method.MARKERS : kind.contains("bars") ? Method.BARS : Method.LINE,
                MadeUpCurves.of(xs, count, low, high, log, NAMES, 31L * number + program.hashCode()));
    }

    /** Where the program puts it: gnuplot's screen runs from the middle of the first pixel to that of the last. */
    private Area frame(String medium) {
        double unit = medium.equals("PDF") ? 72 : dpi(medium);
        double half = program.equals("gnuplot") && !medium.equals("PDF") ? 0.5 : 0;
        double wide = WIDE * unit - 2 * half;
        double high = HIGH * unit - 2 * half;
        return new Area(half + LEFT * wide, half + (1 - TOP) * high, half + RIGHT * wide, half + (1 - BOTTOM) * high);
    }

    private static int dpi(String medium) {
        return medium.contains("300") ? 300 : 100;
    }

    /** @param numbers of the charts: {@link #KINDS} turn over first, then {@link #MEDIA} */
    List<DrawnChart> drawn(List<Integer> numbers, Path interpreter) throws IOException, InterruptedException {
        var charts = new ArrayList<DrawnChart>();
        for (int number : numbers) charts.add(planned(number));
        boolean gnuplot = program.equals("gnuplot");
        String script = gnuplot
                ? charts.stream().map(this::gnuplot).collect(Collectors.joining("\n"))
                : "import matplotlib\nmatplotlib.use('Agg')\nimport matplotlib.pyplot as plt\n"
                        + charts.stream().map(this::matplotlib).collect(Collectors.joining("\n"));
        Path file = folder.resolve("draw-" + program + (gnuplot ? ".gp" : ".py"));
        Files.writeString(file, script);
        Process process = new ProcessBuilder(interpreter.toString(), file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(program + ".log").toFile())
                .start();
        if (process.waitFor() != 0)
            throw new IOException(program + " failed: " + Files.readString(folder.resolve(program + ".log")));
        return charts;
    }

    private String gnuplot(DrawnChart chart) {
        var text = new ArrayList<String>();
        text.add("reset");
        text.add(
                chart.pdf()
                        ? say("set terminal pdfcairo size %.3fin,%.3fin fontscale 0.8", WIDE, HIGH)
                        : say(
                                "set terminal pngcairo size %d,%d fontscale %.2f linewidth %.2f pointscale %.2f",
                                (int) (WIDE * dpi(chart.medium())),
                                (int) (HIGH * dpi(chart.medium())),
                                dpi(chart.medium()) / 100.0,
                                dpi(chart.medium()) / 72.0,
                                dpi(chart.medium()) / 100.0));
        text.add("set output '" + chart.file() + "'");
        text.add(say("set lmargin at screen %s; set rmargin at screen %s", LEFT, RIGHT));
        text.add(say("set bmargin at screen %s; set tmargin at screen %s", BOTTOM, TOP));
        text.add("set grid lc rgb '#dddddd'; set style fill solid 1.0 border lt -1; set key "
                + switch (look) {
                    case LEGEND_INSIDE -> "inside right top opaque box";
                    case LEGEND_OVER -> "inside center center opaque box";
                    case PLAIN, BLACK -> "outside right";
                });
        if (chart.y() instanceof Scale.Log(double from, double to))
            text.add(say("set logscale y; set yrange [%s:%s]", from, to));
        else text.add("unset logscale; set yrange [0:100]");
        switch (chart.x()) {
            case Scale.Log(double from, double to) -> text.add(say("set logscale x 2; set xrange [%s:%s]", from, to));
            case Scale.Linear(double from, double to) -> text.add(say("set xrange [%s:%s]", from, to));
            case Scale.Categories(var names) ->
                text.add(say("set xrange [-0.5:%s]; set boxwidth 0.25", names.size() - 0.5));
        }
        for (int i = 0; i < chart.curves().size(); i++) {
            text.add("$d" + i + " << EOD");
            for (double[] point : chart.curves().get(i).points())
                text.add(say("%.17g %.17g", point[0] + (chart.method() == Method.BARS ? (i - 1) * 0.25 : 0), point[1]));
            text.add("EOD");
        }
        text.add(IntStream.range(0, chart.curves().size())
                .mapToObj(i -> "$d" + i + " with " + gnuplotStyle(chart, i) + " lc rgb '"
                        + (look == Look.BLACK ? "black" : chart.curves().get(i).colour()) + "' title '"
                        + chart.curves().get(i).name() + "'")
                .collect(Collectors.joining(", ", "plot ", "")));
        text.add("unset output");
        return String.join("\n", text);
    }

    private static String gnuplotStyle(DrawnChart chart, int i) {
        int point = List.of(7, 5, 1, 13).get(i); // disc, square, plus, diamond
        return switch (chart.kind()) {
            case "lines and markers" -> "linespoints pt " + point + " ps 0.8 lw 1.5";
            case "markers" -> "points pt " + point + " ps 0.8";
            case "grouped bars" -> "boxes";
            case "dashed lines, log y" -> "lines lw 1.5 dt " + (i + 1);
            default -> "lines lw 1.5";
        };
    }

    private String matplotlib(DrawnChart chart) {
        var text = new ArrayList<String>();
        text.add(say("fig = plt.figure(figsize=(%s, %s))", WIDE, HIGH));
        text.add(say("ax = fig.add_axes([%s, %s, %s, %s])", LEFT, BOTTOM, RIGHT - LEFT, TOP - BOTTOM));
        if (chart.y() instanceof Scale.Log) text.add("ax.set_yscale('log')");
        if (chart.x() instanceof Scale.Log) text.add("ax.set_xscale('log', base=2)");
        for (int i = 0; i < chart.curves().size(); i++)
            text.add(matplotlibCurve(
                    chart,
                    i,
                    look == Look.BLACK ? "black" : chart.curves().get(i).colour()));
        text.add("ax.grid(True, color='#dddddd')\nax.set_axisbelow(True)");
        text.add(
                chart.x() instanceof Scale.Categories(var names)
                        ? say("ax.set_xlim(-0.5, %s)\nax.set_xticks(range(%d))", names.size() - 0.5, names.size())
                        : chart.x() instanceof Scale.Log(double from, double to)
                                ? say("ax.set_xlim(%s, %s)", from, to)
                                : "ax.set_xlim(0, 20)");
        text.add(
                chart.y() instanceof Scale.Log(double from, double to)
                        ? say("ax.set_ylim(%s, %s)", from, to)
                        : "ax.set_ylim(0, 100)");
        text.add(
                switch (look) {
                    case LEGEND_INSIDE -> "ax.legend()";
                    case LEGEND_OVER -> "ax.legend(loc='center', framealpha=1)";
                    case PLAIN, BLACK -> "ax.legend(loc='upper left', bbox_to_anchor=(1.01, 1))";
                });
        text.add(say("fig.savefig('%s', dpi=%d)\nplt.close(fig)", chart.file(), dpi(chart.medium())));
        return String.join("\n", text);
    }

    private static String matplotlibCurve(DrawnChart chart, int i, String colour) {
        Curve curve = chart.curves().get(i);
        String xs = list(curve, 0, chart.method() == Method.BARS ? (i - 1) * 0.25 : 0);
        String ys = list(curve, 1, 0);
        String marker = List.of("o", "s", "^", "D").get(i);
        String style = switch (chart.kind()) {
            case "lines and markers" -> "marker='" + marker + "'";
            case "markers" -> "linestyle='', marker='" + marker + "'";
            case "dashed lines, log y" ->
                "linestyle='" + List.of("-", "--", "-.", ":").get(i) + "'";
            default -> "";
        };
        return chart.method() == Method.BARS
                ? say(
                        "ax.bar(%s, %s, width=0.25, color='%s', edgecolor='%s', linewidth=0.8, label='%s')",
                        xs, ys, colour, i == 1 ? "black" : colour, curve.name())
                : say(
                        "ax.plot(%s, %s, color='%s', label='%s'%s)",
                        xs, ys, colour, curve.name(), style.isEmpty() ? "" : ", " + style);
    }

    /** A Python that has matplotlib. */
    static Path python() throws IOException, InterruptedException {
        for (Path one : List.of(Path.of("/usr/bin/python3"), Lab.needs("python3"))) {
            if (!Files.isExecutable(one)) continue;
            Process asking = new ProcessBuilder(one.toString(), "-c", "import matplotlib")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (asking.waitFor() == 0) return one;
        }
        return Lab.missing("python3 has no matplotlib");
    }

    private static String list(Curve curve, int column, double shift) {
        return curve.points().stream()
                .map(point -> say("%.17g", point[column] + shift))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
