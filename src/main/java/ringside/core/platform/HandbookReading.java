package ringside.core.platform;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes pages of the handbook's files. They are the program's own, so what is missing there is a fault of the program. */
final class HandbookReading {
    private final Map<String, Reference> references;

    HandbookReading(Map<String, Reference> references) {
        this.references = references;
    }

    static Reference reference(Object value) {
        return new Reference(text(value, "title"), text(value, "edition"), text(value, "address"));
    }

    Profile profile(String id, Map<String, Object> page) {
        return new Profile(
                id,
                text(page, "name"),
                text(page, "kind"),
                each(page, "columns", String::valueOf),
                statement(field(page, "lead")),
                each(page, "drawings", this::drawing),
                each(page, "mechanism", this::statement),
                each(page, "tools", this::tool),
                each(page, "intrusion", aspect -> new Profile.Aspect(text(aspect, "aspect"), statement(aspect))),
                each(page, "versions", this::version));
    }

    Topic topic(Object value) {
        return new Topic(
                text(value, "id"),
                text(value, "title"),
                each(value, "text", this::statement),
                each(value, "drawings", this::drawing));
    }

    private Profile.Tool tool(Object value) {
        return new Profile.Tool(
                text(value, "name"),
                text(value, "kind"),
                statement(field(value, "about")),
                each(value, "commands", command -> new Profile.Command(text(command, "does"), text(command, "line"))));
    }

    private Profile.Version version(Object value) {
        return new Profile.Version(
                text(value, "when"), text(value, "version"), text(value, "date"), maybe(value, "note"), sources(value));
    }

    private Statement statement(Object value) {
        return new Statement(text(value, "text"), sources(value));
    }

    private List<Reference> sources(Object value) {
        return each(value, "from", key -> {
            Reference reference = references.get(String.valueOf(key));
            if (reference == null) throw new IllegalStateException("references.json has no " + key);
            return reference;
        });
    }

    private Drawing drawing(Object value) {
        return new Drawing(
                text(value, "id"),
                text(value, "title"),
                text(value, "caption"),
                each(value, "rows", row -> new Drawing.Row(text(row, "name"), text(row, "mode"))),
                each(value, "boxes", HandbookReading::box),
                each(value, "arrows", HandbookReading::arrow),
                sources(value));
    }

    private static Drawing.Box box(Object value) {
        return new Drawing.Box(
                text(value, "id"),
                Drawing.Role.valueOf(text(value, "role").toUpperCase(Locale.ROOT)),
                text(value, "label"),
                maybe(value, "detail"),
                number(value, "row").intValue(),
                fields(value).get("rows") instanceof Number rows ? rows.intValue() : 1,
                number(value, "column").intValue(),
                number(value, "columns").intValue());
    }

    private static Drawing.Arrow arrow(Object value) {
        return new Drawing.Arrow(
                text(value, "from"),
                text(value, "to"),
                Drawing.Kind.valueOf(text(value, "kind").toUpperCase(Locale.ROOT)),
                text(value, "label"),
                number(value, "at").doubleValue());
    }

    private static Map<?, ?> fields(Object value) {
        if (value instanceof Map<?, ?> fields) return fields;
        throw new IllegalStateException("not an object: " + value);
    }

    private static Object field(Object value, String name) {
        Object found = fields(value).get(name);
        if (found == null) throw new IllegalStateException("there is no " + name + " in " + value);
        return found;
    }

    private static String text(Object value, String name) {
        return String.valueOf(field(value, name));
    }

    private static String maybe(Object value, String name) {
        return fields(value).get(name) instanceof String text ? text : "";
    }

    private static Number number(Object value, String name) {
        if (field(value, name) instanceof Number number) return number;
        throw new IllegalStateException(name + " is not a number in " + value);
    }

    private static <T> List<T> each(Object value, String name, Function<Object, T> reading) {
        @Nullable Object items = field(value, name);
        if (items instanceof List<?> list)
            return list.stream().map(item -> reading.apply((Object) item)).toList();
        throw new IllegalStateException(name + " is not a list in " + value);
    }
}
