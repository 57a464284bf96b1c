package ringside.workbench.charts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import ringside.core.Progress;
import ringside.core.digitise.Area;
import ringside.core.digitise.Scale;
import ringside.core.digitise.Series.Method;
import ringside.core.figure.Exporting;
import ringside.core.figure.Figure;
import ringside.core.figure.Plot;
import ringside.core.figure.Renderer;
import ringside.core.figure.View;
import ringside.core.format.Content;
import ringside.core.format.Request;
import ringside.workbench.Workbench;
import ringside.workbench.charts.DrawnChart.Curve;

/** Charts that Ringside itself exports: figures of the study, drawn from numbers made up here. */
final class OwnCharts {
    static final List<String> KINDS =
            List.of("lines, log2 x", "lines, log2 x, log y", "lines over categories", "grouped bars");
    private static final List<String> PLATFORMS = List.of("qemu", "kvm", "xen-pv", "virtualbox");
    private static final List<String> COLOURS = List.of("#d55e00", "#0072b2", "#009e73", "#b85c93");
    private static final List<String> BAR_COLOURS = List.of("#0072b2", "#b97a00", "#009e73");
    private static final List<String> SIZES = List.of("64", "500", "4000");

    private final Path folder;
    private final Workbench workbench;

    OwnCharts(Path folder, Workbench workbench) {
        this.folder = folder;
        this.workbench = workbench;
    }

    List<DrawnChart> drawn(List<Integer> numbers) throws IOException {
        var charts = new ArrayList<DrawnChart>();
        for (int i : numbers)
            charts.add(drawn(i, KINDS.get(i % KINDS.size()), PeerCharts.MEDIA.get(i / KINDS.size() % 3)));
        return charts;
    }

    private DrawnChart drawn(int number, String kind, String medium) throws IOException {
        boolean bars = kind.contains("bars");
        boolean log = kind.contains("log y");
        List<Double> xs = bars
                ? List.of(0.0, 1.0, 2.0, 3.0)
                : kind.contains("categories")
                        ? List.of(0.0, 1.0, 2.0, 3.0, 4.0, 5.0)
                        : IntStream.range(0, 13)
                                .mapToObj(i -> 1024 * Math.pow(2, i))
                                .toList();
        List<Curve> made = MadeUpCurves.of(
                xs, bars ? 3 : 4, log ? 10 : 1, log ? 1e5 : 1000, log, bars ? SIZES : PLATFORMS, 97L * number);
        String set = "round-trip-" + number;
        workbench
                .importing()
                .read(
                        Content.of(
                                set + ".csv", csv(set, kind, made).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        Request.AUTOMATIC,
                        Progress.SILENT);
        Figure figure = workbench
                .figures()
                .byId(bars ? "5.1" : kind.contains("categories") ? "5.5" : "5.16")
                .orElseThrow();
        View view = View.DEFAULT.withSets(Set.of(set)).withYScale(log ? View.YScale.LOG : View.YScale.LINEAR);
        Plot plot = workbench.plotting().plot(figure, view);
        return written(number, kind, medium, plot, made);
    }

    private static String csv(String set, String kind, List<Curve> curves) {
        var text = new StringBuilder(
                "set,platform,configuration,benchmark,metric,unit,better,value,failure,repetition,parameters\n");
        for (Curve curve : curves)
            for (double[] point : curve.points()) {
                String platform = kind.contains("bars") ? PLATFORMS.get((int) point[0]) : curve.name();
                String what = switch (kind) {
                    case "grouped bars" ->
                        "hpl,performance,Gflop/s,higher," + point[1] + ",,1,cores=1;n=" + curve.name();
                    case "lines over categories" ->
                        "lmbench-ctx,latency,us,lower," + point[1] + ",,1,processes=2;size_kb="
                                + (int) Math.pow(2, point[0] + 1);
                    default ->
                        "lmbench-mem,bandwidth,MB/s,higher," + point[1] + ",,1,cores=1;operation=rd;size_bytes="
                                + (long) point[0];
                };
                text.append(String.join(",", set, platform, platform, what)).append('\n');
            }
        return text.toString();
    }

    private DrawnChart written(int number, String kind, String medium, Plot plot, List<Curve> made) throws IOException {
        boolean pdf = medium.equals("PDF");
        int dpi = medium.contains("300") ? 300 : 100;
        Renderer.Look look = pdf
                ? Renderer.Look.of(Renderer.Theme.LIGHT, Exporting.WIDTH, Exporting.HEIGHT)
                : new Renderer.Look(Renderer.Theme.LIGHT, 1000, 640, dpi / 96.0, true, null);
        Path file = folder.resolve("ringside" + number + (pdf ? ".pdf" : ".png"));
        try (var out = Files.newOutputStream(file)) {
            workbench.renderer().write(plot, look, pdf ? Renderer.Medium.PDF : Renderer.Medium.PNG, Map.of(), out);
        }
        Renderer.Drawing drawing = workbench.renderer().draw(plot, look);
        Renderer.Area area = drawing.plotArea();
        double unit = pdf ? 72 / 96.0 : 1;
        var frame = new Area(area.x(), area.y(), area.x() + area.width(), area.y() + area.height()).times(unit);
        Renderer.Zoom shown = drawing.shown();
        boolean log = plot.y().scale() != ringside.core.figure.Axis.Scale.LINEAR;
        Scale x = plot.categories().isEmpty()
                ? new Scale.Log(shown.xLow(), shown.xHigh())
                : new Scale.Categories(plot.categories());
        Scale y = log ? new Scale.Log(shown.yLow(), shown.yHigh()) : new Scale.Linear(shown.yLow(), shown.yHigh());
        var curves = new ArrayList<Curve>();
        List<String> colours = kind.contains("bars") ? BAR_COLOURS : COLOURS;
        for (int i = 0; i < made.size(); i++)
            curves.add(new Curve(made.get(i).name(), colours.get(i), made.get(i).points()));
        Method method = kind.contains("bars") ? Method.BARS : Method.LINE;
        return new DrawnChart("Ringside", kind, medium, file, frame, x, y, method, curves);
    }
}
