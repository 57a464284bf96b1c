package ringside.core.digitise;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringside.core.RingsideException;
import ringside.core.WholeFile;
import ringside.core.result.Better;
import ringside.core.result.Citation;
import ringside.core.result.ResultSet;
import ringside.core.yaml.Document;
import ringside.core.yaml.Tree;
import ringside.core.yaml.Unreadable;

/** Digitisations as YAML files. Writing and reading again gives the same. */
public final class DigitisationFile {
    /** Also the file's first key: what it is, and in which version. */
    public static final String FORMAT = "ringside-figure";

    static final String VERSION = "1";

    /** How long such a file is, for a person whose file is too long. */
    static final String USUALLY = "a figure with ten series is some hundred lines";

    private static final Set<String> KEYS = Set.of(
            FORMAT,
            "set",
            "document",
            "figure",
            "benchmark",
            "metric",
            "unit",
            "better",
            "x",
            "parameters",
            "platforms",
            "citation",
            "locator",
            "licence",
            "axes",
            "frame",
            "ignore",
            "at",
            "series");

    private DigitisationFile() {}

    /**
     * @param lines for each series the line of each of its marks
     */
    record Found(Digitisation digitisation, List<List<Integer>> lines) {}

    /** @throws RingsideException naming the file, the line and what is allowed there */
    public static Digitisation read(Path file) {
        return read(file.toString(), Document.text(file, USUALLY));
    }

    /** @param source the name that messages give to the text */
    public static Digitisation read(String source, String text) {
        return found(source, text).digitisation();
    }

    static Found found(String source, String text) {
        try {
            return found(Document.read(text));
        } catch (Unreadable e) {
            throw new RingsideException(
                    source + ", line " + e.line() + ": " + e.reason(), "correct that line; nothing was changed", e);
        }
    }

    /** Writes it down, whole or not at all. */
    public static void save(Digitisation digitisation, Path file) {
        write(bytes(digitisation), file);
    }

    /**
     * Its text as UTF-8.
     *
     * @throws RingsideException if it has so many points that no one could read it again
     */
    static byte[] bytes(Digitisation digitisation) {
        byte[] bytes = DigitisationText.of(digitisation).getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= Document.LONGEST) return bytes;
        int points = digitisation.series().stream()
                .mapToInt(series -> series.marks().size())
                .sum();
        throw new RingsideException(
                "A figure with " + points + " points takes more than the 1 MiB that its file may have",
                "read it at fewer values of x, or in two parts");
    }

    private static void write(byte[] bytes, Path file) {
        try {
            WholeFile.write(file, out -> out.write(bytes));
        } catch (IOException e) {
            throw new RingsideException(
                    "The file " + file + " could not be written (" + e.getMessage() + ")",
                    "check that the folder exists and may be written",
                    e);
        }
    }

    /** Writes a page's suggestions down, to be completed: what stands at the axes no program can know. */
    public static void draft(Digitisation suggested, Path file) {
        write(DigitisationText.of(suggested, true).getBytes(StandardCharsets.UTF_8), file);
    }

    private static Found found(Tree document) throws Unreadable {
        if (!(document instanceof Tree.Entries entries) || entries.value(FORMAT) == null)
            throw new Unreadable(
                    document.line(), "not a digitised figure: it begins with \"" + FORMAT + ": " + VERSION + "\"");
        Fields all = Fields.of("", document, KEYS);
        if (!all.text(FORMAT).equals(VERSION))
            throw new Unreadable(
                    document.line(),
                    FORMAT + ": this version of Ringside reads " + VERSION + ", not "
                            + Document.shown(all.text(FORMAT)));
        var series = new ArrayList<Series>();
        var lines = new ArrayList<List<Integer>>();
        List<Tree> items = all.items("series");
        for (int i = 0; i < items.size(); i++) {
            var one = SeriesFields.of(items.get(i), "series[" + i + "]");
            series.add(one.series());
            lines.add(one.lines());
        }
        return new Found(made(document.line(), () -> digitisation(all, series)), lines);
    }

    private static Digitisation digitisation(Fields all, List<Series> series) throws Unreadable {
        Digitisation.Source source = source(all.tree("document"));
        var set = all.optional("set");
        if (set.isPresent() && !ResultSet.canBeNamed(set.get()))
            throw new Unreadable(all.needed("set").line(), "set: no set can have this name");
        var ignored = new ArrayList<Area>();
        for (Tree item : all.items("ignore")) ignored.add(Fields.area(item, "ignore"));
        Tree frame = all.tree("frame");
        return new Digitisation(
                set,
                source,
                all.optional("figure").orElse(Subject.FREE),
                said(all),
                all.texts("platforms"),
                new Citation(all.text("citation"), all.text("locator")),
                all.text("licence"),
                calibration(all.needed("axes"), source),
                frame == null ? java.util.Optional.empty() : java.util.Optional.of(Fields.area(frame, "frame")),
                ignored,
                all.words("at"),
                series);
    }

    private static Subject.Said said(Fields all) throws Unreadable {
        String better = all.text("better");
        if (!better.isEmpty()
                && Stream.of(Better.values()).noneMatch(one -> one.word().equals(better)))
            throw new Unreadable(all.needed("better").line(), "better: higher or lower, not " + Document.shown(better));
        return new Subject.Said(
                all.text("benchmark"),
                all.text("metric"),
                all.text("unit"),
                better,
                all.text("x"),
                all.parameters("parameters"));
    }

    private static Digitisation.Source source(@Nullable Tree tree) throws Unreadable {
        if (tree == null) return new Digitisation.Source("", "", 1, false, Scans.USUAL_DPI, "");
        Fields at = Fields.of("document", tree, Set.of("name", "sha256", "page", "units", "dpi", "figure"));
        String units = at.text("units");
        if (!units.matches("|pixels|points"))
            throw new Unreadable(tree.line(), "document.units: pixels or points, not " + Document.shown(units));
        String sha = at.text("sha256");
        if (!sha.matches("|[0-9a-f]{64}")) throw new Unreadable(tree.line(), "document.sha256: 64 hex digits");
        return made(
                tree.line(),
                () -> new Digitisation.Source(
                        at.text("name"),
                        sha,
                        at.whole("page", 1),
                        units.equals("points"),
                        at.whole("dpi", Scans.USUAL_DPI),
                        at.text("figure")));
    }

    private static Calibration calibration(Tree tree, Digitisation.Source source) throws Unreadable {
        Fields at = Fields.of("axes", tree, Set.of("x", "y"));
        double blur = source.pdf() ? 36.0 / source.dpi() : 0.5;
        Axis x = axis(at.needed("x"), "axes.x", blur);
        Axis y = axis(at.needed("y"), "axes.y", blur);
        if (y.scale() instanceof Scale.Categories)
            throw new Unreadable(at.needed("y").line(), "axes.y: linear or log; categories stand along x");
        return made(tree.line(), () -> new Calibration(x, y));
    }

    private static Axis axis(Tree tree, String path, double usualBlur) throws Unreadable {
        Fields at = Fields.of(path, tree, Set.of("scale", "from", "to", "names", "blur"));
        String word = at.text("scale");
        Fields from = end(at, "from");
        Fields to = at.tree("to") == null ? from : end(at, "to");
        Place first = from.place("at");
        Place last = to.place("at");
        return made(tree.line(), () -> {
            Scale scale = switch (word) {
                case "", "linear" -> new Scale.Linear(value(from), value(to));
                case "log" -> new Scale.Log(value(from), value(to));
                case "categories" -> new Scale.Categories(at.words("names"));
                default ->
                    throw new Unreadable(
                            tree.line(), path + ".scale: linear, log or categories, not " + Document.shown(word));
            };
            return new Axis(scale, first, last, at.number("blur", usualBlur));
        });
    }

    private static Fields end(Fields axis, String key) throws Unreadable {
        return Fields.of(axis.path(key), axis.needed(key), Set.of("at", "value"));
    }

    private static double value(Fields end) throws Unreadable {
        return Fields.number(end.needed("value"), end.path("value"));
    }

    interface Making<T> {
        T make() throws Unreadable;
    }

    /** What a record refuses is told with the line of its map. */
    static <T> T made(int line, Making<T> making) throws Unreadable {
        try {
            return making.make();
        } catch (IllegalArgumentException wrong) {
            throw new Unreadable(line, String.valueOf(wrong.getMessage()));
        }
    }

    static String words(Enum<?>[] of) {
        return Stream.of(of).map(one -> one.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
    }
}
