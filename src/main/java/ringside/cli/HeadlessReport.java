package ringside.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.core.RingsideException;
import ringside.core.figure.Exporting;
import ringside.core.figure.Figure;
import ringside.core.figure.Plot;
import ringside.core.figure.Renderer;
import ringside.core.figure.View;
import ringside.core.result.ResultStore;
import ringside.workbench.Workbench;

/** What the workbench has to show, as files: the figures that have data as PNG, their data, and a page with all of it. */
public final class HeadlessReport {
    private final Workbench workbench;

    public HeadlessReport(Workbench workbench) {
        this.workbench = workbench;
    }

    /** Writes {@code index.html}, {@code figures/} and {@code data/} into the folder. */
    public void write(Path folder) {
        List<Plot> plots = workbench.figures().all().parallelStream()
                .filter(figure -> workbench.plotting().samples(figure) > 0)
                .map(figure -> workbench.plotting().plot(figure, View.DEFAULT))
                .filter(plot -> !plot.isEmpty())
                .toList();
        var exporting = new Exporting(workbench.store(), workbench.renderer());
        Renderer.Look look = Exporting.look(Renderer.Theme.LIGHT, Exporting.DPI);
        plots.parallelStream().forEach(plot -> {
            String id = plot.figure().id();
            exporting.write(
                    plot, Exporting.Kind.PNG, look, folder.resolve("figures").resolve(id + ".png"));
            exporting.write(
                    plot, Exporting.Kind.CSV, look, folder.resolve("data").resolve(id + ".csv"));
        });
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("index.html"), page(plots));
        } catch (IOException e) {
            throw new RingsideException(
                    "The report could not be written to " + folder + " (" + e.getMessage() + ")",
                    "start it in a folder where you may write",
                    e);
        }
    }

    private String page(List<Plot> plots) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <meta charset="utf-8">
                <title>Ringside report</title>
                <style>
                body { font: 16px/1.5 sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; color: #1f2328; }
                img { max-width: 100%%; border: 1px solid #d0d7de; }
                table { border-collapse: collapse; } td, th { text-align: left; padding: .2rem .8rem .2rem 0; vertical-align: top; }
                .note { color: #59636e; }
                </style>
                <h1>Ringside report</h1>
                <p>%d figures that have data, of %d. %s</p>
                <p class="note">The numbers of the thesis that Ringside grew from (Opsahl, Oslo 2013) are not among them:
                its figures are reproduced by their definitions, from the result sets below.</p>
                <h2>Result sets</h2>
                %s
                <h2>Figures</h2>
                %s
                %s
                </html>
                """.formatted(
                        plots.size(),
                        workbench.figures().all().size(),
                        "Click one to see it full size; the data behind each are in <code>data/</code>.",
                        sets(),
                        plots.stream().map(HeadlessReport::section).collect(Collectors.joining("\n")),
                        without(plots));
    }

    private String sets() {
        var rows = new ArrayList<String>();
        for (ResultStore.StoredSet stored : workbench.store().sets())
            rows.add(String.format(
                    Locale.ROOT,
                    "<tr><td>%s<td>%s<td>%,d<td>%s<td>%s",
                    escape(stored.set().name()),
                    stored.set().origin().word(),
                    stored.samples(),
                    escape(String.join(", ", stored.platforms())),
                    escape(stored.set().title() + ". " + stored.set().citation().text())));
        return "<table><tr><th>Set<th>Origin<th>Samples<th>Platforms<th>What it is\n" + String.join("\n", rows)
                + "\n</table>";
    }

    private static String section(Plot plot) {
        Figure figure = plot.figure();
        String remarks = Stream.of(plot.cautions(), plot.missing())
                .flatMap(List::stream)
                .map(line -> "<li>" + escape(line))
                .collect(Collectors.joining("\n"));
        return """
                <h3 id="%1$s">%1$s %2$s</h3>
                <a href="figures/%1$s.png"><img src="figures/%1$s.png" alt="%2$s" loading="lazy"></a>
                <p class="note">%3$s <a href="data/%1$s.csv">data</a></p>
                <ul>%4$s</ul>""".formatted(escape(figure.id()), escape(figure.title()), escape(plot.caption()), remarks);
    }

    private String without(List<Plot> plots) {
        var drawn = plots.stream().map(plot -> plot.figure().id()).toList();
        String missing = workbench.figures().all().stream()
                .filter(figure -> !drawn.contains(figure.id()))
                .map(figure -> "<li>" + escape(figure.id() + " " + figure.title()))
                .collect(Collectors.joining("\n"));
        return missing.isEmpty() ? "" : "<h2>Figures without data yet</h2>\n<ul>" + missing + "</ul>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
