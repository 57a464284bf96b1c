package ringside.workbench.charts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import ringside.Lab;
import ringside.core.Progress;
import ringside.core.digitise.Area;
import ringside.core.digitise.Axis;
import ringside.core.digitise.Calibration;
import ringside.core.digitise.Colour;
import ringside.core.digitise.Digitisation;
import ringside.core.digitise.Place;
import ringside.core.digitise.Scale;
import ringside.core.digitise.Scan;
import ringside.core.digitise.Scans;
import ringside.core.digitise.Series;
import ringside.core.digitise.Snapping;
import ringside.core.digitise.Subject;
import ringside.core.digitise.Tracing;
import ringside.core.result.Better;
import ringside.core.result.Citation;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.workbench.Workbench;

/** Charts other than the hundred of the round trip: bars that lie or stand on each other, and values with error bars. */
final class OtherCharts {
    static final List<String> MEDIA = List.of("PNG 100 dpi", "PNG 300 dpi", "PDF");
    private static final List<String> COLOURS = List.of("#1f77b4", "#ff7f0e", "#2ca02c");
    private static final List<String> NAMES = List.of("host", "kvm", "qemu", "xen", "vbox");
    private static final Area FRAME = new Area(0.125, 0.1, 0.75, 0.875); // of the page
    private static final double WIDE = 7;
    private static final double HIGH = 5;

    private final Path folder;
    private final String program;
    private final Kind kind;
    private final String medium;
    private final double[][] values = new double[3][NAMES.size()];
    private final double[][] low = new double[3][NAMES.size()];
    private final double[][] high = new double[3][NAMES.size()];

    enum Kind {
        LYING,
        STACKED,
        STACKED_AND_LYING,
        BARS_WITH_ERRORS,
        MARKERS_WITH_ERRORS,
        LINES_WITH_ERRORS;

        boolean lies() {
            return this == LYING || this == STACKED_AND_LYING;
        }

        boolean isStacked() {
            return this == STACKED || this == STACKED_AND_LYING;
        }

        boolean hasErrors() {
            return this == BARS_WITH_ERRORS || this == MARKERS_WITH_ERRORS || this == LINES_WITH_ERRORS;
        }

        Series.Method method() {
            return switch (this) {
                case MARKERS_WITH_ERRORS -> Series.Method.MARKERS;
                case LINES_WITH_ERRORS -> Series.Method.LINE;
                default -> Series.Method.BARS;
            };
        }
    }

    OtherCharts(Path folder, String program, Kind kind, String medium) {
        this.folder = folder;
        this.program = program;
        this.kind = kind;
        this.medium = medium;
        var random = new Random(kind.ordinal() * 31L + program.hashCode());
        double most = kind.isStacked() ? 30 : 80;
        for (int i = 0; i < 3; i++)
            for (int j = 0; j < NAMES.size(); j++) {
                values[i][j] = 6 + random.nextDouble() * most;
                low[i][j] = 3 + random.nextDouble() * 2;
                high[i][j] = 5 + random.nextDouble() * 6;
            }
    }

    /**
     * What was read of a chart.
     *
     * @param off how far the values are off, as a share of the axis, signed; infinite where none was read
     * @param covered how many are off by no more than their uncertainty says
     * @param more values that were read and do not exist
     */
    record Read(String chart, List<Double> off, int covered, int more, String doubts) {
        @Override
        public String toString() {
            return chart + ": off by "
                    + off.stream().map(one -> say("%.2f", 100 * one)).collect(Collectors.joining(" "))
                    + " % of the axis, "
                    + covered + " covered, " + more + " too many, " + doubts;
        }
    }

    Read read() throws Exception {
        Path file = drawn();
        Scan scan = Workbench.scans().open(file, 1, Scans.USUAL_DPI);
        var subject = new Subject("test", new Metric("value", "", Better.HIGHER), "x", Parameters.NONE, false, false);
        Digitisation read = new Tracing(scan, subject).all(asked(scan), Progress.SILENT);
        var off = new ArrayList<Double>();
        int covered = 0;
        int more = 0;
        for (int i = 0; i < 3; i++) {
            int series = i;
            var found =
                    read.values().stream().filter(one -> one.series() == series).toList();
            more += Math.max(0, found.size() - NAMES.size());
            for (int j = 0; j < NAMES.size(); j++) {
                String name = NAMES.get(j);
                var value = found.stream().filter(one -> one.x().equals(name)).findFirst();
                double error = value.map(one -> one.y().value() - values[series][NAMES.indexOf(name)])
                        .orElse(Double.POSITIVE_INFINITY);
                off.add(error / 100);
                if (value.isPresent() && Math.abs(error) <= value.get().y().uncertainty()) covered++;
            }
        }
        String doubts =
                read.series().stream().map(one -> one.doubts().toString()).collect(Collectors.joining());
        return new Read(program + ", " + kind + ", " + medium, off, covered, more, doubts);
    }

    private Digitisation asked(Scan scan) {
        boolean pdf = scan.pdf();
        double unit = pdf ? 72 : dpi();
        double half = program.equals("gnuplot") && !pdf ? 0.5 : 0;
        double wide = WIDE * unit - 2 * half;
        double tall = HIGH * unit - 2 * half;
        var snapping = Snapping.of(scan);
        Place first = snapping.snap(new Place(half + FRAME.left() * wide, half + FRAME.top() * tall), 1);
        Place last = snapping.snap(new Place(half + FRAME.right() * wide, half + FRAME.bottom() * tall), 1);
        Area frame = Area.of(first, last);
        var corner = new Place(frame.left(), frame.bottom());
        var right = new Place(frame.right(), frame.bottom());
        var top = new Place(frame.left(), frame.top());
        double blur = pdf ? 0.005 : 0.5;
        Place along = kind.lies() ? top : right;
        double dx = (along.x() - corner.x()) / NAMES.size() / 2;
        double dy = (along.y() - corner.y()) / NAMES.size() / 2;
        var x = new Axis(new Scale.Categories(NAMES), corner.plus(dx, dy), along.plus(-dx, -dy), blur);
        var y = new Axis(new Scale.Linear(0, 100), corner, kind.lies() ? right : top, blur);
        var series = new ArrayList<Series>();
        for (int i = 0; i < 3; i++) series.add(Series.of("Series " + i, Colour.of(COLOURS.get(i)), kind.method()));
        return new Digitisation(
                Optional.empty(),
                new Digitisation.Source("", "", 1, pdf, Scans.USUAL_DPI, ""),
                Subject.FREE,
                Subject.Said.NOTHING,
                Map.of(),
                Citation.NONE,
                "",
                new Calibration(x, y),
                Optional.of(frame),
                List.of(),
                List.of(),
                series);
    }

    private int dpi() {
        return medium.contains("300") ? 300 : 100;
    }

    private Path drawn() throws Exception {
        String name = program + "-" + kind + "-" + medium.replace(' ', '-');
        Path file = folder.resolve(name + (medium.equals("PDF") ? ".pdf" : ".png"));
        boolean gnuplot = program.equals("gnuplot");
        Path script = Files.writeString(
                folder.resolve(name + (gnuplot ? ".gp" : ".py")), gnuplot ? gnuplot(file) : matplotlib(file));
        Path interpreter = gnuplot ? Lab.needs("gnuplot") : PeerCharts.python();
        Path log = folder.resolve(name + ".log");
        Process process = new ProcessBuilder(interpreter.toString(), script.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) throw new IOException(program + " failed: " + Files.readString(log));
        return file;
    }

    private double below(int series, int category) {
        double sum = 0;
        if (kind.isStacked()) for (int i = 0; i < series; i++) sum += values[i][category];
        return sum;
    }

    private String matplotlib(Path file) {
        var text = new ArrayList<String>(
                List.of("import matplotlib", "matplotlib.use('Agg')", "import matplotlib.pyplot as plt"));
        text.add(say("fig = plt.figure(figsize=(%s, %s))", WIDE, HIGH));
        text.add(say(
                "ax = fig.add_axes([%s, %s, %s, %s])",
                FRAME.left(), 1 - FRAME.bottom(), FRAME.width(), FRAME.height()));
        for (int i = 0; i < 3; i++) text.add(matplotlib(i));
        text.add(
                kind.lies()
                        ? "ax.set_xlim(0, 100)\nax.set_ylim(-0.5, 4.5)"
                        : "ax.set_ylim(0, 100)\nax.set_xlim(-0.5, 4.5)");
        text.add("ax.grid(True, color='#dddddd')\nax.set_axisbelow(True)");
        text.add("ax.legend(loc='upper left', bbox_to_anchor=(1.01, 1))");
        text.add(say("fig.savefig('%s', dpi=%d)", file, dpi()));
        return String.join("\n", text) + "\n";
    }

    private String matplotlib(int i) {
        String colour = ", color='" + COLOURS.get(i) + "', label='" + i + "'";
        String at = list(at(i));
        String errors = say("[%s, %s]", list(low[i]), list(high[i]));
        return switch (kind) {
            case LYING -> say("ax.barh(%s, %s, height=0.25%s)", at, list(values[i]), colour);
            case STACKED -> say("ax.bar(%s, %s, 0.6, bottom=%s%s)", at, list(values[i]), list(sums(i)), colour);
            case STACKED_AND_LYING ->
                say(
                        "ax.barh(%s, %s, 0.6, left=%s, edgecolor='black', linewidth=0.8%s)",
                        at, list(values[i]), list(sums(i)), colour);
            case BARS_WITH_ERRORS ->
                say("ax.bar(%s, %s, 0.25, yerr=%s, capsize=3%s)", at, list(values[i]), errors, colour);
            case MARKERS_WITH_ERRORS ->
                say(
                        "ax.errorbar(%s, %s, yerr=%s, fmt='%s', capsize=%d%s)",
                        at, list(values[i]), errors, List.of("o", "s", "^").get(i), i == 1 ? 0 : 3, colour);
            case LINES_WITH_ERRORS ->
                say("ax.errorbar(%s, %s, yerr=%s, capsize=3%s)", at, list(values[i]), errors, colour);
        };
    }

    private String gnuplot(Path file) {
        var text = new ArrayList<String>();
        text.add(
                medium.equals("PDF")
                        ? say("set terminal pdfcairo size %.3fin,%.3fin fontscale 0.8", WIDE, HIGH)
                        : say(
                                "set terminal pngcairo size %d,%d fontscale %.2f linewidth %.2f pointscale %.2f",
                                (int) (WIDE * dpi()),
                                (int) (HIGH * dpi()),
                                dpi() / 100.0,
                                dpi() / 72.0,
                                dpi() / 100.0));
        text.add("set output '" + file + "'");
        text.add(say("set lmargin at screen %s; set rmargin at screen %s", FRAME.left(), FRAME.right()));
        text.add(say("set bmargin at screen %s; set tmargin at screen %s", 1 - FRAME.bottom(), 1 - FRAME.top()));
        text.add("set grid lc rgb '#dddddd'; set style fill solid 1.0 border lt -1; set key outside right");
        text.add(
                kind.lies()
                        ? "set xrange [0:100]; set yrange [-0.5:4.5]"
                        : "set yrange [0:100]; set xrange [-0.5:4.5]");
        for (int i = 0; i < 3; i++) {
            text.add("$d" + i + " << EOD");
            for (int j = 0; j < NAMES.size(); j++) text.add(row(i, j));
            text.add("EOD");
        }
        var plots = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            String colour = " lc rgb '" + COLOURS.get(i) + "' title '" + i + "'";
            switch (kind) {
                case MARKERS_WITH_ERRORS ->
                    plots.add(
                            "$d" + i + " with yerrorbars pt " + List.of(7, 5, 1).get(i) + " ps 0.8" + colour);
                case LINES_WITH_ERRORS -> plots.add("$d" + i + " with yerrorlines pt 7 ps 0.6" + colour);
                case BARS_WITH_ERRORS -> {
                    plots.add("$d" + i + " using 1:2:(0.25) with boxes" + colour);
                    plots.add("$d" + i + " using 1:2:3:4 with yerrorbars pt 0 lc rgb 'black' notitle");
                }
                default -> plots.add("$d" + i + " with boxxyerror" + colour);
            }
        }
        text.add("plot " + String.join(", ", plots));
        text.add("unset output");
        return String.join("\n", text) + "\n";
    }

    private String row(int i, int j) {
        double at = at(i)[j];
        double from = below(i, j);
        double to = from + values[i][j];
        double half = kind.isStacked() ? 0.3 : 0.125;
        if (kind.lies()) return say("%.17g %.17g %.17g %.17g %.17g %.17g", to, at, from, to, at - half, at + half);
        if (kind.isStacked()) return say("%.17g %.17g %.17g %.17g %.17g %.17g", at, to, at - half, at + half, from, to);
        return say("%.17g %.17g %.17g %.17g", at, to, to - low[i][j], to + high[i][j]);
    }

    private double[] at(int i) {
        double[] at = new double[NAMES.size()];
        double aside = switch (kind) {
            case STACKED, STACKED_AND_LYING, LINES_WITH_ERRORS -> 0;
            case MARKERS_WITH_ERRORS -> (i - 1) * 0.15;
            default -> (i - 1) * 0.25;
        };
        for (int j = 0; j < at.length; j++) at[j] = j + aside;
        return at;
    }

    private double[] sums(int i) {
        double[] sums = new double[NAMES.size()];
        for (int j = 0; j < sums.length; j++) sums[j] = below(i, j);
        return sums;
    }

    private static String list(double[] all) {
        return java.util.Arrays.stream(all)
                .mapToObj(one -> say("%.17g", one))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
