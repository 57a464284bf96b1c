package ringside.core.guest.yaml;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ringside.core.guest.Fields;
import ringside.core.guest.Guest;
import ringside.core.guest.Shape;
import ringside.core.yaml.Document;

/** A guest as commented YAML. Any text that could be read as something else stands in quotes. */
final class Writer {
    private static final int COMMENTS_FROM = 40;
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z][A-Za-z0-9._-]*|/[A-Za-z0-9._/-]*|[+-][a-z][a-z0-9._-]*|\\d+ [MGT]iB");
    private static final Set<String> RESERVED = Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");

    private final StringBuilder out = new StringBuilder();

    String guest(Guest guest) {
        out.append("# A guest, for every platform that Ringside writes configurations for.\n");
        out.append("# A missing key takes its default; 'ringside guest render --spec FILE' reads this file.\n");
        out.append(Reader.FORMAT).append(": 1\n");
        Shape.Parts parts = Shape.of(Guest.class);
        for (Shape.Part part : parts.parts()) {
            if (!(part.shape() instanceof Shape.Word || part.shape() instanceof Shape.Maybe)) out.append('\n');
            part(part, part.value(guest), 0, true);
        }
        return out.toString();
    }

    private void parts(Shape.Parts parts, Object record, int indent, boolean commented) {
        for (Shape.Part part : parts.parts()) part(part, part.value((Record) record), indent, commented);
    }

    private void part(Shape.Part part, Object value, int indent, boolean commented) {
        String comment = commented ? part.says() : "";
        switch (part.shape()) {
            case Shape.Maybe(Shape of) -> {
                Optional<?> maybe = (Optional<?>) value;
                if (maybe.isPresent()) entry(part.key(), of, maybe.get(), indent, comment, commented);
                else if (commented) line(indent, "# " + part.key() + ":", comment);
            }
            default -> entry(part.key(), part.shape(), value, indent, comment, commented);
        }
    }

    private void entry(String key, Shape shape, Object value, int indent, String comment, boolean commented) {
        switch (shape) {
            case Shape.Word word -> line(indent, key + ": " + word(value), comment);
            case Shape.Many(Shape.Word word) ->
                line(
                        indent,
                        key + ": "
                                + ((List<?>) value)
                                        .stream().map(Writer::word).collect(Collectors.joining(", ", "[", "]")),
                        comment);
            case Shape.Many(Shape of) -> list(key, of, (List<?>) value, indent, comment, commented);
            case Shape.OneOf kinds
            when kinds.parts(value).parts().isEmpty() -> line(indent, key + ": " + kinds.kind(value), comment);
            case Shape.OneOf kinds -> {
                line(indent, key + ":", "");
                line(indent + 2, "kind: " + kinds.kind(value), comment);
                parts(kinds.parts(value), value, indent + 2, commented);
            }
            case Shape.Parts parts -> {
                line(indent, key + ":", comment);
                parts(parts, value, indent + 2, commented);
            }
            case Shape.Maybe maybe -> throw new IllegalStateException("an optional of an optional");
        }
    }

    /** Comments stand with the first entry only. */
    private void list(String key, Shape of, List<?> values, int indent, String comment, boolean commented) {
        line(indent, key + (values.isEmpty() ? ": []" : ":"), comment);
        boolean first = commented;
        for (Object value : values) {
            int start = out.length();
            parts((Shape.Parts) of, value, indent + 4, first);
            dash(start, indent);
            first = false;
        }
    }

    /** Comments of absent keys may come first: the dash belongs to the first key, and to {} if there is none. */
    private void dash(int start, int indent) {
        int key = start;
        while (key < out.length() && out.charAt(key + indent + 4) == '#') key = out.indexOf("\n", key) + 1;
        if (key < out.length()) out.setCharAt(key + indent + 2, '-');
        else line(indent + 2, "- {}", "");
    }

    private void line(int indent, String text, String comment) {
        out.append(" ".repeat(indent)).append(text);
        if (!comment.isEmpty()) {
            out.append(" ".repeat(Math.max(1, COMMENTS_FROM - indent - text.length())));
            out.append("# ").append(comment);
        }
        out.append('\n');
    }

    private static String word(Object value) {
        String text = Fields.text(value);
        if (value instanceof Number || value instanceof Boolean) return text;
        boolean plain = PLAIN.matcher(text).matches() && !RESERVED.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : Document.quoted(text);
    }
}
