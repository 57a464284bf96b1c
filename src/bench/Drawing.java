import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ringside.core.figure.Exporting;
import ringside.core.figure.Figure;
import ringside.core.figure.PlotTable;
import ringside.core.figure.Renderer;
import ringside.core.figure.View;
import ringside.workbench.Workbench;

/** The same figures as PNG of 1600 by 1000 pixels by Ringside, gnuplot and matplotlib, out of the bundled sets. */
final class Drawing {
    private Drawing() {}

    static void measure(Path folder, Clock clock) throws Exception {
        String store = folder.resolve("store").toString();
        List<Figure> all;
        List<Figure> common;
        try (Workbench workbench = Workbench.open(store)) {
            all = workbench.figures().all();
            common = all.stream()
                    .filter(figure -> figure.kind() != Figure.Kind.TABLE)
                    .filter(figure -> workbench.plotting().samples(figure) > 0)
                    .toList();
            for (Figure figure : common)
                Files.writeString(
                        folder.resolve(figure.id() + ".csv"),
                        PlotTable.csv(workbench.plotting().plot(figure, View.DEFAULT)));
        }
        List<Figure> study = all.stream().filter(Figure::ofTheStudy).toList();
        var peers = new Peers(folder, common);
        System.out.printf("%d figures, %d of them the study's; gnuplot and matplotlib draw the %d that have data and are"
                + " no tables%n%n", all.size(), study.size(), common.size());
        for (int round = 0; round < Clock.ROUNDS; round++) {
            String these = common.size() + " figures: ";
            clock.beside(these + "ringside, whole process", these + "gnuplot, whole process", these + "matplotlib, whole process");
            clock.time(these + "gnuplot, whole process", peers::gnuplot);
            clock.time(these + "matplotlib, whole process", peers::matplotlib);
            clock.time(these + "ringside, whole process", () -> export(folder, store, common));
            clock.time("the study's " + study.size() + ": ringside, whole process", () -> export(folder, store, study));
            clock.time("all " + all.size() + ": ringside, whole process", () -> export(folder, store, all));
        }
        inside(store, folder, all, study, clock);
    }

    private static void export(Path folder, String store, List<Figure> figures) throws Exception {
        var words = new ArrayList<>(List.of("--store", store, "figures", "export", "--out", folder + "/out"));
        for (Figure figure : figures) words.addAll(List.of("--figure", figure.id()));
        Clock.ringside(folder, words.toArray(String[]::new));
    }

    /** As the window has it: the program runs already. */
    private static void inside(String store, Path folder, List<Figure> all, List<Figure> study, Clock clock)
            throws Exception {
        try (Workbench workbench = Workbench.open(store)) {
            for (int round = 0; round < Clock.ROUNDS; round++) {
                clock.time("the study's " + study.size() + ": in a running program", () -> draw(workbench, folder, study));
                clock.time("all " + all.size() + ": in a running program", () -> draw(workbench, folder, all));
            }
        }
    }

    private static void draw(Workbench workbench, Path folder, List<Figure> figures) {
        var exporting = new Exporting(workbench.store(), workbench.renderer());
        var look = Exporting.look(Renderer.Theme.LIGHT, Exporting.DPI);
        figures.parallelStream().forEach(figure -> exporting.write(
                workbench.plotting().plot(figure, View.DEFAULT), Exporting.Kind.PNG, look, folder.resolve(figure.id() + ".png")));
    }

    /** Scripts for the two, and their data: each series with its error bars, on the axes that Ringside uses. */
    private static final class Peers {
        private static final int SERIES = PlotTable.HEADER.indexOf("series");
        private static final int X = PlotTable.HEADER.indexOf("x");
        private static final int MEDIAN = PlotTable.HEADER.indexOf("median");
        private static final int LOW = PlotTable.HEADER.indexOf("low");
        private static final int HIGH = PlotTable.HEADER.indexOf("high");

        private final Path folder;
        private final StringBuilder gnuplot = new StringBuilder(
                "set terminal pngcairo size 1600,1000\nset datafile separator ','\nset key outside\n");
        private final List<String> tuples = new ArrayList<>();

        Peers(Path folder, List<Figure> figures) throws IOException {
            this.folder = folder;
            for (Figure figure : figures) add(figure, series(figure));
            Files.writeString(folder.resolve("draw.gp"), gnuplot);
            Files.writeString(folder.resolve("draw.py"), "for_each = [" + String.join(", ", tuples) + "]\n" + """
                    import matplotlib
                    matplotlib.use('Agg')
                    import matplotlib.pyplot as plt
                    for name, log in for_each:
                        text = open(name + '.dat').read()
                        blocks = [[tuple(map(float, p.split(','))) for p in b.split('\\n') if p]
                                  for b in text.split('\\n\\n\\n') if b.strip()]
                        names = open(name + '.names').read().split('\\n')
                        figure, axes = plt.subplots(figsize=(16, 10), dpi=100)
                        for block, label in zip(blocks, names):
                            x, y, low, high = zip(*block)
                            below = [max(0, a - b) for a, b in zip(y, low)]
                            above = [max(0, b - a) for a, b in zip(y, high)]
                            axes.errorbar(x, y, yerr=[below, above], marker='o', capsize=3, label=label)
                        if log: axes.set_xscale('log', base=2)
                        axes.set_title(name); axes.grid(True); axes.legend()
                        figure.savefig(name + '-matplotlib.png'); plt.close(figure)
                    """);
        }

        private Map<String, List<String>> series(Figure figure) throws IOException {
            var series = new LinkedHashMap<String, List<String>>();
            int place = 0;
            List<String> lines = Files.readAllLines(folder.resolve(figure.id() + ".csv"));
            for (String line : lines.subList(1, lines.size())) {
                List<String> fields = fields(line);
                String y = fields.get(MEDIAN);
                if (y.isEmpty()) continue;
                String x = fields.get(X).matches("[0-9.]+") ? fields.get(X) : Integer.toString(place++);
                String low = fields.get(LOW).isEmpty() ? y : fields.get(LOW);
                String high = fields.get(HIGH).isEmpty() ? y : fields.get(HIGH);
                series.computeIfAbsent(fields.get(SERIES), name -> new ArrayList<>())
                        .add(String.join(",", x, y, low, high));
            }
            return series;
        }

        private void add(Figure figure, Map<String, List<String>> series) throws IOException {
            boolean positive = series.values().stream().flatMap(List::stream).noneMatch(point -> point.startsWith("0,"));
            boolean log = figure.xAxis().scale().word().startsWith("log") && positive;
            var blocks = new StringBuilder();
            series.values().forEach(points -> blocks.append(String.join("\n", points)).append("\n\n\n"));
            Files.writeString(folder.resolve(figure.id() + ".dat"), blocks);
            Files.writeString(folder.resolve(figure.id() + ".names"), String.join("\n", series.keySet()));
            tuples.add("('" + figure.id() + "', " + (log ? "True" : "False") + ")");
            gnuplot.append("""
                    set output '%1$s-gnuplot.png'
                    set title "%1$s"
                    set ylabel '%2$s'
                    %3$s logscale x 2
                    plot for [i=0:%4$d] '%1$s.dat' index i using 1:2:3:4 with yerrorlines title sprintf('series %%d', i)
                    """.formatted(figure.id(), figure.yAxis().label(), log ? "set" : "unset", Math.max(0, series.size() - 1))
                    .replace("unset logscale x 2", "unset logscale x"));
        }

        /** Fields of a line of CSV without line breaks inside quotes. */
        private static List<String> fields(String line) {
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
            return fields;
        }

        void gnuplot() throws Exception {
            Clock.run(folder, "gnuplot", "draw.gp");
        }

        void matplotlib() throws Exception {
            Clock.run(folder, System.getProperty("python", "python3"), "draw.py");
        }
    }
}
