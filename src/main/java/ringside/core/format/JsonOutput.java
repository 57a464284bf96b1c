package ringside.core.format;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringside.core.RingsideException;
import ringside.core.json.Documents;
import ringside.core.json.Node;
import ringside.core.result.Parameters;
import ringside.core.result.Value;

/** What tools print as JSON, asked without fear: what is not there or is something else is empty. */
final class JsonOutput {
    /** A value takes about a hundred bytes; more than this no tool prints, and no workbench's memory holds. */
    private static final int MOST_VALUES = 1_000_000;

    private JsonOutput() {}

    interface Documented {
        void read(Transcript transcript, Node.Fields document);
    }

    /** Gives each JSON object of the output, or of a list in it, that looks like the tool's, to its reader. */
    static Reading read(List<Line> lines, Parameters given, Predicate<Node.Fields> own, Documented reader) {
        var text = new StringBuilder();
        int printed = 1;
        for (Line line : lines) {
            for (; printed < line.number(); printed++) text.append('\n');
            text.append(line.text());
        }
        var transcript = new Transcript(given);
        Documents.Found found = documents(text.append('\n').toString());
        for (Node document : found.documents()) {
            if (document instanceof Node.Fields fields && own.test(fields)) reader.read(transcript, fields);
            if (document instanceof Node.Items items)
                for (Node item : items.values())
                    if (item instanceof Node.Fields fields && own.test(fields)) reader.read(transcript, fields);
        }
        if (found.broken())
            throw Unsound.cut(found.faultLine(), "the JSON is broken or ends too early (" + found.fault() + ")");
        if (!found.fault().isEmpty())
            transcript.skip(found.faultLine(), "JSON begins here and is not whole (" + found.fault() + ")");
        return transcript.reading();
    }

    private static Documents.Found documents(String output) {
        try {
            return Documents.in(output, MOST_VALUES);
        } catch (Documents.TooMany tooMany) {
            throw new RingsideException(
                    "The output holds " + tooMany.getMessage() + " in JSON, too many for a benchmark tool",
                    "cut it to the part that belongs to one machine or day",
                    tooMany);
        }
    }

    static Optional<Node> find(Node.Fields in, String... path) {
        Node at = in;
        for (String step : path) at = at instanceof Node.Fields(int line, var values) ? values.get(step) : null;
        return Optional.ofNullable(at);
    }

    static Node.@Nullable Fields fields(Node.Fields in, String... path) {
        return find(in, path).orElse(null) instanceof Node.Fields fields ? fields : null;
    }

    static List<Node> items(Node.Fields in, String... path) {
        return find(in, path).orElse(null) instanceof Node.Items(int line, var values) ? values : List.of();
    }

    static Stream<Node.Fields> objects(Node.Fields in, String... path) {
        return items(in, path).stream().filter(Node.Fields.class::isInstance).map(Node.Fields.class::cast);
    }

    /** A text, a number or a truth value as text; empty if it is none or not there. */
    static String text(Node.Fields in, String... path) {
        return find(in, path).map(JsonOutput::text).orElse("");
    }

    static String text(Node node) {
        return switch (node) {
            case Node.Text(int line, String value) -> SoundText.without(value).strip();
            case Node.Number(int line, BigDecimal value) -> plain(value);
            case Node.Truth(int line, boolean value) -> String.valueOf(value);
            case Node.Fields fields -> "";
            case Node.Items items -> "";
            case Node.Nothing nothing -> "";
        };
    }

    /** A number that JSON writes as 1E9 stands as 1000000000, one with many zeros as it is. */
    private static String plain(BigDecimal number) {
        return Math.abs((long) number.scale()) < 30 ? number.toPlainString() : number.toString();
    }

    /** A finite number, also one that stands as a text; null if it is none. */
    static @Nullable Double number(@Nullable Node node) {
        if (node instanceof Node.Number(int line, BigDecimal value)) {
            double number = value.doubleValue();
            return Double.isFinite(number) ? number : null;
        }
        if (node instanceof Node.Text(int line, String text)
                && PrintedNumber.value(text.strip()) instanceof Value.Measured(double number)) return number;
        return null;
    }

    static @Nullable Double number(Node.Fields in, String... path) {
        return number(find(in, path).orElse(null));
    }

    /** The parameter, unless there is nothing to say. */
    static Parameters with(Parameters all, String key, String value) {
        String name = SoundText.name(key).strip().replace('=', '_');
        return value.isBlank() || name.isBlank()
                ? all
                : all.with(name, value.length() > 500 ? value.substring(0, 500) + "…" : value);
    }

    /** A word in the beginning of a JSON text, as a name in quotes. */
    static Pattern named(String... names) {
        var pattern = new StringBuilder();
        for (String name : names)
            pattern.append("(?=[\\s\\S]*?\"").append(Pattern.quote(name)).append("\"\\s{0,9}:)");
        return Pattern.compile("^[\\s\\S]{0}" + pattern);
    }
}
