package ringside.core.comparison.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import ringside.core.comparison.Answer;
import ringside.core.comparison.Studied;
import ringside.core.figure.Figure;
import ringside.core.figure.Figures;
import ringside.core.figure.Plot;
import ringside.core.figure.PlotTable;
import ringside.core.figure.Plotting;
import ringside.core.figure.Renderer;
import ringside.core.figure.View;

/** All figures that the chosen sets have data for, drawn: as SVG for the page, as PDF for paper, their data as CSV. */
record Pictures(List<Drawn> drawn) {

    /**
     * A figure as files.
     *
     * @param pdf of one page; not to be changed
     */
    record Drawn(Plot plot, String svg, byte[] pdf, String csv) {
        String id() {
            return plot.figure().id();
        }

        String title() {
            return plot.figure().title();
        }
    }

    /** Width and height in points at which figures are drawn: they are read at half that width. */
    private static final int WIDTH = 1000;

    private static final int HEIGHT = 625;

    static Pictures of(Answer answer, Figures figures, Plotting plotting, Renderer renderer) {
        var sets = new TreeSet<String>();
        for (Studied set : answer.evidence().sets()) sets.add(set.name());
        var plots = new ArrayList<Plot>();
        OverheadPlot.of(answer.map()).ifPresent(plots::add);
        if (!sets.isEmpty())
            Stream.concat(figures.all().stream(), charts(answer))
                    .parallel()
                    .filter(figure -> !shown(figure, sets).isEmpty() && plotting.samples(figure) > 0)
                    .map(figure -> plotting.plot(figure, View.DEFAULT.withSets(shown(figure, sets))))
                    .filter(plot -> !plot.isEmpty())
                    .forEachOrdered(plots::add);
        return new Pictures(
                plots.parallelStream().map(plot -> draw(plot, renderer)).toList());
    }

    private static Stream<Figure> charts(Answer answer) {
        var charts = new LinkedHashMap<String, Figure>();
        answer.map().entries().forEach(entry -> entry.charts().forEach(chart -> charts.putIfAbsent(chart.id(), chart)));
        return charts.values().stream();
    }

    /** A figure about certain sets shows these. */
    private static TreeSet<String> shown(Figure figure, TreeSet<String> sets) {
        var shown = new TreeSet<>(sets);
        if (!figure.sets().isEmpty()) shown.retainAll(figure.sets());
        return shown;
    }

    private static Drawn draw(Plot plot, Renderer renderer) {
        Renderer.Look look = new Renderer.Look(Renderer.Theme.LIGHT, WIDTH, HEIGHT, 1, true, null);
        Map<String, String> texts =
                Map.of("Title", plot.figure().id() + " " + plot.figure().title());
        try {
            var svg = new ByteArrayOutputStream();
            renderer.write(plot, look, Renderer.Medium.SVG, texts, svg);
            var pdf = new ByteArrayOutputStream();
            renderer.write(plot, look, Renderer.Medium.PDF, texts, pdf);
            return new Drawn(plot, svg.toString(StandardCharsets.UTF_8), pdf.toByteArray(), PlotTable.csv(plot));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String id) {
        return drawn.stream().anyMatch(one -> one.id().equals(id));
    }

    /** Name → PDF, as the press wants them. */
    Map<String, byte[]> pages() {
        var pages = new TreeMap<String, byte[]>();
        drawn.forEach(one -> pages.put(one.id() + ".pdf", one.pdf()));
        return pages;
    }

    /** For the page: without the declaration, and with names of its own, as many pictures share one document. */
    static String inline(Drawn drawn) {
        String svg = drawn.svg();
        int start = svg.indexOf("<svg");
        String prefix = "f" + drawn.id().replaceAll("[^A-Za-z0-9]", "-") + "-";
        return svg.substring(Math.max(0, start))
                .replaceAll("\\bid=\"([^\"]+)\"", "id=\"" + prefix + "$1\"")
                .replaceAll("url\\(#([^)]+)\\)", "url(#" + prefix + "$1)")
                .replaceAll("href=\"#([^\"]+)\"", "href=\"#" + prefix + "$1\"");
    }

    /** File → content, in the folder of figures. */
    Map<String, byte[]> files() {
        var files = new LinkedHashMap<String, byte[]>();
        for (Drawn one : drawn) {
            files.put(one.id() + ".svg", one.svg().getBytes(StandardCharsets.UTF_8));
            files.put(one.id() + ".pdf", one.pdf());
        }
        return files;
    }
}
