package ringside.core.digitise;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import ringside.core.RingsideException;
import ringside.core.figure.Figures;
import ringside.core.format.Content;
import ringside.core.format.Head;
import ringside.core.format.Intake;
import ringside.core.format.StreamFormat;
import ringside.core.format.Whereabouts;
import ringside.core.result.Origin;
import ringside.core.result.Parameters;
import ringside.core.result.ResultSet;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.yaml.Document;

/**
 * A digitised figure: its values, worked out of the places on the page and the axes. Each has how far reading may be off, in
 * its own unit, as the parameter {@code reported_spread}, of the kind {@link #READING}.
 */
public final class FigureFormat implements StreamFormat {
    public static final String ID = "figure";

    /** What kind of spread stands beside a value that was read off. */
    public static final String READING = "reading";

    private static final String UNKNOWN = "unknown";

    private static final Pattern KEY =
            Pattern.compile("^" + DigitisationFile.FORMAT + ":[ \\t]*1[ \\t]*(#.*)?$", Pattern.MULTILINE);

    private final Figures figures;

    public FigureFormat(Figures figures) {
        this.figures = figures;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Digitised figure";
    }

    @Override
    public boolean recognises(Head head) {
        return head.matches(KEY);
    }

    @Override
    public ResultSet begin(ResultSet plain, Content content) throws IOException {
        Digitisation figure = found(content).digitisation();
        return new ResultSet(
                plain.name(),
                Origin.DIGITISED,
                title(figure),
                figure.citation(),
                figure.licence(),
                plain.created(),
                notes(figure));
    }

    private String title(Digitisation figure) {
        String known = figures.byId(figure.figure())
                .map(one -> one.title() + " (figure " + one.id() + ")")
                .orElse("A figure");
        return known + ", read off " + place(figure.source());
    }

    /** {@code Figure 5.12, page 57 of thesis.pdf}. */
    private static String place(Digitisation.Source source) {
        String figure = source.caption().isBlank() ? "" : source.caption() + ", ";
        String document = source.document().isBlank() ? "a document" : source.document();
        return figure + (source.pdf() ? "page " + source.page() + " of " : "") + document;
    }

    private static String notes(Digitisation figure) {
        String sha = figure.source().sha256();
        return "Read off a drawn figure: " + place(figure.source()) + (sha.isEmpty() ? "" : " (SHA-256 " + sha + ")")
                + ". How far reading may be off stands beside each value.";
    }

    @Override
    public void read(Content content, Parameters given, Intake intake) throws IOException {
        DigitisationFile.Found found = found(content);
        Digitisation figure = found.digitisation();
        Subject subject;
        try {
            subject = figure.subject(figures);
        } catch (IllegalArgumentException unsaid) {
            throw new RingsideException(
                    content.name() + ": " + unsaid.getMessage(), "say it in the file; nothing was changed", unsaid);
        }
        var runs = new Runs(figure, subject);
        var repetitions = new HashMap<List<Object>, Integer>();
        for (Value value : figure.values()) {
            Intake.Found run = runs.of(value);
            Parameters point = runs.parameters(value)
                    .with(given.without(runs.parameters(value).asMap().keySet().toArray(String[]::new)));
            int repetition = repetitions.merge(List.of(run, point.point()), 1, Integer::sum);
            int line = found.lines().get(value.series()).get(value.mark());
            var number = ringside.core.result.Value.of(value.y().rounded());
            intake.sample(run, new Sample(subject.metric(), point, repetition, number, line));
        }
        for (Series series : figure.series()) {
            if (series.marks().isEmpty()) intake.warn("of the series " + series.name() + " nothing was read");
            for (Doubt doubt : series.doubts()) intake.warn("series " + series.name() + ": " + doubt.text());
        }
    }

    private static DigitisationFile.Found found(Content content) throws IOException {
        byte[] bytes = content.bytesUpTo(Document.LONGEST)
                .orElseThrow(() ->
                        new RingsideException(content.name() + " is longer than 1 MiB", DigitisationFile.USUALLY));
        return DigitisationFile.found(content.name(), new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
    }

    /** A run for each configuration: a series, or where these stand along the x axis, a category. */
    private record Runs(Digitisation figure, Subject subject, Map<String, Intake.Found> known) {
        Runs(Digitisation figure, Subject subject) {
            this(figure, subject, new HashMap<>());
        }

        Intake.Found of(Value value) {
            Series series = figure.series().get(value.series());
            return subject.byConfiguration()
                    ? known.computeIfAbsent(
                            value.x(),
                            name -> run(
                                    name, Optional.ofNullable(figure.platforms().get(name))))
                    : known.computeIfAbsent(series.name(), name -> run(name, series.platform()));
        }

        private Intake.Found run(String label, Optional<String> platform) {
            Whereabouts where = platform.or(() -> PlatformName.of(label))
                    .<Whereabouts>map(Whereabouts.Told::new)
                    .orElse(Whereabouts.UNKNOWN);
            var machine = new Intake.Machine(label, where, Map.of(), Map.of());
            return new Intake.Found(
                    machine,
                    subject.benchmark(),
                    List.of(),
                    Run.Outcome.COMPLETED,
                    "Read off " + place(figure.source()));
        }

        Parameters parameters(Value value) {
            Series series = figure.series().get(value.series());
            String platform = of(value).machine().where() instanceof Whereabouts.Told(String told) ? told : UNKNOWN;
            Parameters point = subject.fixed(platform).with(series.parameters());
            if (!subject.byConfiguration()) point = point.with(subject.x(), value.x());
            else if (series.parameters().asMap().isEmpty() && figure.series().size() > 1)
                point = point.with("series", series.name());
            return point.with("reported_spread", value.y().uncertaintyText()).with("reported_spread_kind", READING);
        }
    }
}
