package ringside.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import ringside.core.RingsideException;
import ringside.core.figure.Axis;
import ringside.core.figure.Exporting;
import ringside.core.figure.Figure;
import ringside.core.figure.Renderer;
import ringside.core.figure.View;
import ringside.core.json.Json;
import ringside.workbench.Workbench;

@Command(name = "figures", description = "Lists figures and writes them as files.")
final class FiguresCommand {
    private FiguresCommand() {}

    static CommandLine commands(Session session) {
        return new CommandLine(new FiguresCommand())
                .addSubcommand(new ListFigures(session))
                .addSubcommand(new ExportFigures(session));
    }

    @Command(name = "list", description = "All figures, and how many samples the store has for each.")
    private static final class ListFigures implements Callable<Integer> {
        private final Session session;

        @Option(names = "--json", description = "print JSON")
        private boolean json;

        ListFigures(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Workbench workbench = session.workbench();
            var table = new TextTable("ID", "KIND", "SAMPLES", "TITLE");
            var list = new ArrayList<Map<String, Object>>();
            for (Figure figure : workbench.figures().all()) {
                long samples = workbench.plotting().samples(figure);
                list.add(map(figure, samples));
                table.row(figure.id(), figure.kind().word(), Long.toString(samples), figure.title());
            }
            if (json) session.out().println(Json.pretty(list));
            else session.out().print(table);
            return 0;
        }

        private static Map<String, Object> map(Figure figure, long samples) {
            var map = new LinkedHashMap<String, Object>();
            map.put("id", figure.id());
            map.put("title", figure.title());
            map.put("kind", figure.kind().word());
            map.put("group", figure.group().title());
            map.put("x", axis(figure.xAxis()));
            var y = axis(figure.yAxis());
            y.put("better", figure.better().word());
            map.put("y", y);
            map.put("samples", samples);
            map.put("note", figure.note());
            return map;
        }

        private static Map<String, Object> axis(Axis axis) {
            var map = new LinkedHashMap<String, Object>();
            map.put("label", axis.label());
            map.put("unit", axis.unit());
            map.put("scale", axis.scale().word());
            return map;
        }
    }

    @Command(name = "export", description = "Writes figures as PNG, SVG, PDF or CSV, one file each.")
    private static final class ExportFigures implements Callable<Integer> {
        private final Session session;

        @CommandLine.Spec
        private CommandLine.Model.@Nullable CommandSpec spec;

        @ArgGroup(multiplicity = "1")
        private Which which = new Which();

        private static final class Which {
            @Option(names = "--figure", paramLabel = "ID", description = "a figure; may be repeated")
            private List<String> figures = List.of();

            @Option(names = "--all", description = "every figure")
            private boolean all;
        }

        @Option(names = "--set", paramLabel = "NAME", description = "only this set; may be repeated")
        private List<String> sets = List.of();

        @Option(names = "--format", paramLabel = "png|svg|pdf|csv", description = "the kind of file")
        private Exporting.Kind format = Exporting.Kind.PNG;

        @Option(names = "--dpi", paramLabel = "N", description = "resolution of a PNG; 120 gives 1600 × 1000 pixels")
        private int dpi = Exporting.DPI;

        @Option(names = "--theme", paramLabel = "light|dark", description = "colours")
        private Renderer.Theme theme = Renderer.Theme.LIGHT;

        @Option(names = "--relative", description = "values as percent of each set's own host")
        private boolean relative;

        @Option(names = "--out", required = true, paramLabel = "DIR", description = "the folder for the files")
        private Path out = Path.of("");

        ExportFigures(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            if (dpi < 24 || dpi > 1200)
                throw new ParameterException(
                        Objects.requireNonNull(spec).commandLine(), "--dpi is between 24 and 1200, not " + dpi);
            Workbench workbench = session.workbench();
            SamplesCommand.requireSets(workbench.store(), sets);
            View view = View.DEFAULT.withSets(new HashSet<>(sets)).withRelative(relative);
            var exporting = new Exporting(workbench.store(), workbench.renderer());
            Renderer.Look look = Exporting.look(theme, dpi);
            List<Figure> figures = which.all ? workbench.figures().all() : named(workbench);
            figures.parallelStream()
                    .forEach(figure -> exporting.write(
                            workbench.plotting().plot(figure, view), format, look, out.resolve(file(figure))));
            session.say("wrote " + figures.size() + (figures.size() == 1 ? " figure to " : " figures to ") + out);
            return 0;
        }

        private String file(Figure figure) {
            return figure.id() + "." + format.name().toLowerCase(Locale.ROOT);
        }

        private List<Figure> named(Workbench workbench) {
            return which.figures.stream()
                    .map(id -> workbench
                            .figures()
                            .byId(id)
                            .orElseThrow(() -> new RingsideException(
                                    "There is no figure " + id, "'ringside figures list' shows the figures there are")))
                    .toList();
        }
    }
}
