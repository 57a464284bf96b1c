package ringside.core.digitise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ringside.core.yaml.Document;
import ringside.core.yaml.Tree;
import ringside.core.yaml.Unreadable;

/**
 * A series as a file has it.
 *
 * @param lines of its marks
 */
record SeriesFields(Series series, List<Integer> lines) {
    private static final Set<String> KEYS =
            Set.of("name", "platform", "parameters", "colour", "read", "tolerance", "points", "values", "doubts");
    private static final Set<String> MARK_KEYS = Set.of("at", "from", "x", "value", "blur");

    static SeriesFields of(Tree tree, String path) throws Unreadable {
        Fields at = Fields.of(path, tree, KEYS);
        Optional<String> colour = at.optional("colour");
        Series.Method method = method(at, colour.isPresent());
        if (method.automatic() && colour.isEmpty())
            throw new Unreadable(tree.line(), path + ": a series that is read as " + method.word() + " has a colour");
        var marks = new ArrayList<Mark>();
        var lines = new ArrayList<Integer>();
        for (Tree item : at.items("points")) {
            marks.add(mark(item, path + ".points"));
            lines.add(item.line());
        }
        List<String> doubts = at.words("doubts");
        Series series = DigitisationFile.made(
                tree.line(),
                () -> new Series(
                        at.text("name"),
                        at.optional("platform"),
                        at.parameters("parameters"),
                        colour.map(Colour::of),
                        method,
                        at.number("tolerance", Series.USUAL_TOLERANCE),
                        marks,
                        doubts.stream().map(Doubt::new).toList()));
        return new SeriesFields(series, List.copyOf(lines));
    }

    private static Series.Method method(Fields at, boolean coloured) throws Unreadable {
        String word = at.text("read");
        if (word.isEmpty()) return coloured ? Series.Method.LINE : Series.Method.CLICKS;
        return Stream.of(Series.Method.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Unreadable(
                        at.line(),
                        at.path("read") + ": one of " + DigitisationFile.words(Series.Method.values()) + ", not "
                                + Document.shown(word)));
    }

    /** {@code [x, y]}, or a map of more. */
    private static Mark mark(Tree item, String path) throws Unreadable {
        if (item instanceof Tree.Items) return new Mark.Seen(Fields.place(item, path), 0.5, "");
        Fields at = Fields.of(path, item, MARK_KEYS);
        String x = at.text("x");
        String value = at.text("value");
        return DigitisationFile.made(item.line(), () -> {
            if (at.tree("at") == null) return new Mark.Printed(x, value);
            if (!value.isEmpty())
                throw new IllegalArgumentException("a point has a place on the page (at) or a printed value, not both");
            Optional<Place> base = at.tree("from") == null ? Optional.empty() : Optional.of(at.place("from"));
            return new Mark.Seen(at.place("at"), at.number("blur", 0.5), x, base);
        });
    }
}
