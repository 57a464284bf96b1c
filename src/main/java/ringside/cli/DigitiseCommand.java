package ringside.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import ringside.core.RingsideException;
import ringside.core.WholeFile;
import ringside.core.digitise.Digitisation;
import ringside.core.digitise.DigitisationFile;
import ringside.core.digitise.Mark;
import ringside.core.digitise.Overlay;
import ringside.core.digitise.Scan;
import ringside.core.digitise.Scans;
import ringside.core.digitise.Series;
import ringside.core.digitise.Subject;
import ringside.core.digitise.Suggestion;
import ringside.core.digitise.Tracing;
import ringside.core.digitise.Value;
import ringside.core.format.Outcome;
import ringside.core.json.Json;
import ringside.core.result.ResultSet;
import ringside.workbench.Workbench;

@Command(name = "digitise", description = "Reads a drawn figure off a page of a PDF or a picture, into a result set.")
final class DigitiseCommand implements Callable<Integer> {
    private final Session session;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "a PDF, or a picture (PNG, JPEG, GIF, BMP)")
    private Path file = Path.of("");

    @ArgGroup
    private How how = new How();

    private static final class How {
        @Option(
                names = "--calibration",
                paramLabel = "FILE.yaml",
                description = "how the axes run, and the series with their colours: as the window saves it")
        private Optional<Path> calibration = Optional.empty();

        @Option(
                names = "--suggest",
                paramLabel = "FILE.yaml",
                description = "write down what the page looks like it holds instead, to be completed and corrected")
        private Optional<Path> suggest = Optional.empty();
    }

    @Option(names = "--page", paramLabel = "N", description = "the page; otherwise the file says it, or the first")
    private Optional<Integer> page = Optional.empty();

    @Option(
            names = "--figure",
            paramLabel = "ID|free",
            description = "what the figure is: an id of 'ringside figures list', or free")
    private Optional<String> figure = Optional.empty();

    @Option(
            names = "--dpi",
            paramLabel = "N",
            description = "dots per inch for pages of a PDF whose figure is no paths; 200 if not given")
    private Optional<Integer> dpi = Optional.empty();

    @Option(names = "--set", paramLabel = "NAME", description = "the set it goes into")
    private Optional<String> set = Optional.empty();

    @Option(
            names = "--platform",
            paramLabel = "ID",
            description = "what ran series (or categories) whose names are no platform; unknown if not given")
    private Optional<String> platform = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "write it as well: as an archive (.ringside), or with the places read (.yaml)")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--overlay",
            paramLabel = "FILE.png",
            description = "write the page with what was read drawn over it: look at it before trusting a number")
    private Optional<Path> overlay = Optional.empty();

    @Option(names = "--json", description = "print what was read as JSON")
    private boolean json;

    DigitiseCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        requireUsable();
        return how.suggest.isPresent() ? suggest(how.suggest.get()) : read(how.calibration.orElseThrow());
    }

    private void requireUsable() {
        if (how.calibration.isEmpty() && how.suggest.isEmpty())
            throw wrong(
                    "--calibration FILE.yaml says how the figure is read; --suggest FILE.yaml writes one to begin with");
        if (set.isPresent() && !ResultSet.canBeNamed(set.get())) throw wrong("--set cannot be \"" + set.get() + "\"");
        if (platform.isPresent() && platform.get().isBlank()) throw wrong("--platform names one");
        if (page.isPresent() && page.get() < 1) throw wrong("--page counts from 1");
        if (dpi.isPresent() && (dpi.get() < 20 || dpi.get() > 1200)) throw wrong("--dpi is 20 to 1200");
        if (out.isPresent() && !out.get().toString().matches(".*\\.(ringside|yaml)"))
            throw wrong("--out ends with .ringside or .yaml");
    }

    private ParameterException wrong(String problem) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), problem);
    }

    private int suggest(Path draft) {
        Scan scan = Workbench.scans().open(file, page.orElse(1), dpi.orElse(Scans.USUAL_DPI));
        var found = Suggestion.of(scan);
        DigitisationFile.draft(found.draft(scan, figure.orElse(Subject.FREE), dpi.orElse(Scans.USUAL_DPI)), draft);
        session.say((found.frame().isPresent() ? "A frame" : "No frame") + " and "
                + found.series().size()
                + " colours were found. " + draft + " says where: write what stands at the axes, name the series, "
                + "then run it with --calibration " + draft);
        return 0;
    }

    private int read(Path calibration) {
        Digitisation asked = DigitisationFile.read(calibration);
        if (set.isPresent()) asked = asked.into(set);
        if (figure.isPresent()) asked = asked.of(figure.get());
        if (platform.isPresent()) asked = asked.on(platform.get());
        if (dpi.isPresent()) asked = asked.with(asked.source().drawnAt(dpi.get()));
        int at = page.orElse(asked.source().page());
        Workbench workbench = session.workbench();
        Digitisation read;
        Scan scan;
        try {
            Subject subject = asked.subject(workbench.figures());
            scan = Workbench.scans().open(file, at, asked.source().dpi());
            read = new Tracing(scan, subject).all(asked, Session.progress());
        } catch (IllegalArgumentException unfit) {
            throw new RingsideException(calibration + ": " + unfit.getMessage(), "correct the file", unfit);
        }
        if (overlay.isPresent()) write(overlay.get(), scan, read);
        Outcome outcome = workbench.keeping().keep(read, Session.progress());
        String name = outcome.sets().getFirst();
        out.ifPresent(to -> write(to, read, name));
        report(read, outcome, name);
        return 0;
    }

    private void write(Path to, Digitisation read, String name) {
        if (to.toString().endsWith(".yaml")) DigitisationFile.save(read, to);
        else session.workbench().archives().export(List.of(name), to);
        session.say("wrote " + to);
    }

    private void write(Path to, Scan scan, Digitisation read) {
        var picture = scan.picture();
        try {
            int[] argb = Overlay.of(picture, read);
            int width = picture.width();
            WholeFile.write(
                    to,
                    png -> Workbench.png(
                            row -> Arrays.copyOfRange(argb, row * width, (row + 1) * width),
                            width,
                            picture.height(),
                            1,
                            Map.of(),
                            png));
        } catch (IOException e) {
            throw new RingsideException(
                    to + " could not be written (" + e.getMessage() + ")", "check that the folder may be written", e);
        }
        session.say("wrote " + to);
    }

    private void report(Digitisation read, Outcome outcome, String name) {
        outcome.warnings().forEach(warning -> session.say("warning: " + warning));
        if (json) {
            session.out().println(Json.pretty(described(read, outcome, name)));
            return;
        }
        var table = new TextTable("SERIES", "X", "VALUE", "±");
        for (Value value : read.values())
            table.row(
                    read.series().get(value.series()).name(),
                    value.x(),
                    value.y().text(),
                    value.y().uncertaintyText());
        session.out().print(table);
        session.say(outcome.samples() + " values are in the set " + name);
    }

    private static Map<String, Object> described(Digitisation read, Outcome outcome, String name) {
        var all = new LinkedHashMap<String, Object>();
        all.put("file", read.source().document());
        all.put("page", read.source().page());
        all.put("figure", read.figure());
        all.put("set", name);
        all.put("samples", outcome.samples());
        var series = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < read.series().size(); i++) series.add(described(read, i));
        all.put("series", series);
        all.put("warnings", outcome.warnings());
        return all;
    }

    private static Map<String, Object> described(Digitisation read, int index) {
        Series series = read.series().get(index);
        var points = new ArrayList<Map<String, Object>>();
        for (Value value : read.values()) {
            if (value.series() != index) continue;
            var point = new LinkedHashMap<String, Object>();
            point.put("x", Json.typed(value.x()));
            point.put("value", value.y().rounded());
            point.put("uncertainty", value.y().uncertainty());
            if (series.marks().get(value.mark()) instanceof Mark.Seen seen)
                point.put("at", List.of(seen.place().x(), seen.place().y()));
            points.add(point);
        }
        var described = new LinkedHashMap<String, Object>();
        described.put("name", series.name());
        described.put("read", series.method().word());
        described.put("points", points);
        return described;
    }
}
