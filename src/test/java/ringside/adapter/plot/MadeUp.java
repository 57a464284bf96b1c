package ringside.adapter.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import ringside.core.figure.Axis;
import ringside.core.figure.Figure;
import ringside.core.figure.Plot;
import ringside.core.figure.Summary;
import ringside.core.figure.View;
import ringside.core.result.Better;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;

/** Plots whose numbers are made up: shapes to draw, measurements of nothing. */
final class MadeUp {
    static final String CAPTION =
            "Made-up shapes for a test, no measurement. Median of n = 5 runs; error bars: min to max. Host: none.";
    private static final Plot.Source SOURCE = source("kvm");
    private static final List<String> PLATFORMS = List.of(
            "host",
            "qemu",
            "kvm",
            "xen-pv",
            "xen-hvm",
            "libvirt-kvm",
            "libvirt-xen",
            "virtualbox",
            "docker",
            "firecracker");

    private MadeUp() {}

    static Figure figure(String id, Figure.Kind kind, String title, Axis x, Axis y, Better better) {
        return new Figure(
                id,
                Figure.Group.CPU,
                kind,
                title,
                Set.of(),
                Set.of("made-up"),
                "shape",
                "",
                Map.of(),
                "x",
                List.of(),
                List.of(),
                x,
                y,
                better,
                false,
                "");
    }

    static Plot plot(Figure figure, List<Plot.Series> series, List<String> categories, View view) {
        return new Plot(
                figure, figure.xAxis(), figure.yAxis(), series, categories, List.of(), List.of(), CAPTION, view);
    }

    static Plot.Series series(int index, String name, String platform, List<Plot.Point> points) {
        return new Plot.Series(name, platform, "made-up", name, index, points);
    }

    static Plot.Point point(double x, double... values) {
        return new Plot.Point(x, Optional.of(Summary.of(values)), "", SOURCE);
    }

    static Plot.Point failed(double x, String why) {
        return new Plot.Point(x, Optional.empty(), why, SOURCE);
    }

    private static Plot.Source source(String platform) {
        return new Plot.Source("made-up", platform, platform, "made-up", Metric.higher("shape", ""), Parameters.NONE);
    }

    private static double[] around(double centre, double share, Random random) {
        return DoubleStream.generate(() -> centre * (1 + share * random.nextGaussian()))
                .limit(5)
                .toArray();
    }

    /** Bandwidth over block size: steps down where a cache ends. */
    static Plot lines(int count, View view) {
        var random = new Random(count);
        var series = new ArrayList<Plot.Series>();
        for (int s = 0; s < count; s++) {
            String platform = PLATFORMS.get(s % PLATFORMS.size());
            double factor = 1 - 0.055 * (s % PLATFORMS.size()) - 0.02 * (s / PLATFORMS.size());
            DoubleUnaryOperator shape =
                    kb -> factor * (kb <= 32 ? 52_000 : kb <= 1024 ? 31_000 : kb <= 16_384 ? 17_000 : 9_000);
            var points = new ArrayList<Plot.Point>();
            for (double bytes = 512; bytes <= 128 << 20; bytes *= 2)
                points.add(
                        s == 2 && bytes == 1 << 16
                                ? failed(bytes, "bw_mem was killed")
                                : point(bytes, around(shape.applyAsDouble(bytes / 1024), 0.02, random)));
            series.add(series(s, name(platform, s), platform, points));
        }
        return plot(
                figure(
                        "5.16",
                        Figure.Kind.LINES,
                        "LMBench memory read with 1 core",
                        new Axis("Block size", "bytes", Axis.Scale.LOG2),
                        new Axis("Bandwidth", "MB/s", Axis.Scale.LINEAR),
                        Better.HIGHER),
                series,
                List.of(),
                view);
    }

    private static String name(String platform, int index) {
        return platform + (index < PLATFORMS.size() ? "" : " variant " + index / PLATFORMS.size());
    }

    /** A bar of each configuration for each problem size. */
    static Plot bars(int configurations, int count, Axis.Scale scale, View view) {
        var random = new Random(configurations * 31L + count);
        var categories = IntStream.range(0, configurations)
                .mapToObj(c -> List.of(
                                        "Host",
                                        "QEMU (TCG) q35",
                                        "KVM virtio",
                                        "Xen PV",
                                        "Xen HVM, PV drivers",
                                        "libvirt (KVM)",
                                        "libvirt (Xen)",
                                        "VirtualBox",
                                        "Docker",
                                        "Firecracker")
                                .get(c % 10)
                        + (c < 10 ? "" : " " + c / 10))
                .toList();
        var series = new ArrayList<Plot.Series>();
        for (int s = 0; s < count; s++) {
            var points = new ArrayList<Plot.Point>();
            for (int c = 0; c < configurations; c++) {
                double slow = c % 10 == 1 ? scale == Axis.Scale.LOG10 ? 0.012 : 0.2 : 1 - 0.04 * c % 10;
                Plot.Point point = s == 1 && c == 3
                        ? failed(c, "xhpl: residual check failed")
                        : point(c, around((11 + 2.2 * s) * slow, 0.03, random));
                points.add(new Plot.Point(c, point.y(), point.failed(), source(PLATFORMS.get(c % PLATFORMS.size()))));
            }
            series.add(new Plot.Series("N = " + 1000 * (s + 1) + ", NB = 128", "", "made-up", "", s, points));
        }
        return plot(
                figure(
                        "5.2",
                        Figure.Kind.BARS,
                        "HPL with 2 CPU cores",
                        new Axis("Configuration", "", Axis.Scale.CATEGORY),
                        new Axis("Performance", "Gflop/s", scale),
                        Better.HIGHER),
                series,
                categories,
                view);
    }

    /** Processes and sizes by configuration. */
    static Plot table(int rows, int columns) {
        var random = new Random(rows);
        var series = new ArrayList<Plot.Series>();
        for (int s = 0; s < columns; s++) {
            String platform = PLATFORMS.get(s % PLATFORMS.size());
            var points = new ArrayList<Plot.Point>();
            for (int r = 0; r < rows; r++)
                if (s != 3 || r != 2)
                    points.add(
                            s == 1 && r == 1
                                    ? failed(r, "lat_ctx was killed")
                                    : point(r, around(1.2 + 0.31 * r + 0.2 * s, 0.04, random)));
            series.add(series(s, name(platform, s), platform, points));
        }
        return plot(
                figure(
                        "A.1",
                        Figure.Kind.TABLE,
                        "LMBench CTX data with 1 CPU core",
                        new Axis("Processes", "", Axis.Scale.CATEGORY),
                        new Axis("Time per context switch", "us", Axis.Scale.LINEAR),
                        Better.LOWER),
                series,
                IntStream.range(0, rows)
                        .mapToObj(r -> (2 << r % 4) + " · " + 16 * (r / 4) + " KiB")
                        .toList(),
                View.DEFAULT);
    }

    static Plot empty(Figure.Kind kind) {
        Plot like = kind == Figure.Kind.LINES
                ? lines(1, View.DEFAULT)
                : kind == Figure.Kind.TABLE ? table(2, 2) : bars(3, 1, Axis.Scale.LINEAR, View.DEFAULT);
        return with(
                new Plot(
                        like.figure(),
                        like.x(),
                        like.y(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        "",
                        View.DEFAULT),
                List.of(
                        "No set has hpl with cores=2.",
                        "Import an HPL output (HPL.out) of the host, or run the plan Study on it.",
                        "The thesis's own numbers are not known here: import them as CSV.",
                        "Xen PV was not measured."),
                List.of());
    }

    /** Names as a malicious or careless file may have them. */
    static Plot hostile() {
        List<String> names = List.of(
                "<b>&\"' ]]> <script>",
                "very long ".repeat(300),
                "unbroken".repeat(100),
                "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 kvm",
                "\u202eturned\u0000\u001b[31m\r\n\ufffe",
                "\ud800 lone \ud83d\ude00");
        var series = new ArrayList<Plot.Series>();
        for (String name : names)
            series.add(new Plot.Series(
                    name, name, name, name, series.size(), List.of(point(0, 1, 2, 3), failed(1, name))));
        Figure figure = figure(
                names.get(0),
                Figure.Kind.BARS,
                names.get(0) + names.get(4),
                new Axis(names.get(0), names.get(3), Axis.Scale.CATEGORY),
                new Axis(names.get(1), names.get(4), Axis.Scale.LINEAR),
                Better.LOWER);
        return with(
                new Plot(
                        figure,
                        figure.xAxis(),
                        figure.yAxis(),
                        series,
                        names.subList(0, 2),
                        List.of(),
                        List.of(),
                        names.get(1),
                        View.DEFAULT),
                names,
                names);
    }

    static Plot with(Plot plot, List<String> missing, List<String> cautions) {
        return new Plot(
                plot.figure(),
                plot.x(),
                plot.y(),
                plot.series(),
                plot.categories(),
                missing,
                cautions,
                plot.caption(),
                plot.view());
    }

    static Plot relative(Plot plot) {
        return new Plot(
                plot.figure(),
                plot.x(),
                new Axis(plot.y().label() + " relative to the host", "%", Axis.Scale.LINEAR),
                plot.series().stream().map(MadeUp::percent).toList(),
                plot.categories(),
                plot.missing(),
                plot.cautions(),
                plot.caption(),
                plot.view().withRelative(true));
    }

    private static Plot.Series percent(Plot.Series series) {
        return new Plot.Series(
                series.name(),
                series.platform(),
                series.set(),
                series.configuration(),
                series.index(),
                series.points().stream()
                        .map(point -> new Plot.Point(
                                point.x(), point.y().map(y -> y.times(100 / 14.0)), point.failed(), point.source()))
                        .toList());
    }
}
