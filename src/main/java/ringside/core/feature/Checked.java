package ringside.core.feature;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ringside.core.json.Node;

/** Takes the values out of one file and keeps what is wrong with them. */
final class Checked {
    static final String LONGER_ID = "an id is 1 to 40 lower-case letters, digits, '.', '-' and '+'";

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.+-]{0,39}");

    /** What is read of a value that is no object at all: one fault, and not one more for each thing it lacks. */
    private static final Map<String, Node> BROKEN = Collections.unmodifiableMap(new HashMap<>());

    private final String file;
    private final List<Fault> faults = new ArrayList<>();

    Checked(String file) {
        this.file = file;
    }

    List<Fault> faults() {
        return faults;
    }

    void fault(int line, String where, String problem) {
        faults.add(new Fault(file, line, where, problem));
    }

    /** The object's values; names that nobody asked for are faults, most of them misspelt. */
    Map<String, Node> fields(Node node, String where, Set<String> names) {
        Map<String, Node> values = fields(node, where);
        values.forEach((name, value) -> {
            if (!names.contains(name))
                fault(value.line(), where, "'" + shown(name) + "' means nothing here; known are " + sorted(names));
        });
        return values;
    }

    /** The object's values, whatever they are called. */
    Map<String, Node> fields(Node node, String where) {
        if (node instanceof Node.Fields(int _, Map<String, Node> values)) return values;
        fault(node.line(), where, "an object {…} belongs here");
        return BROKEN;
    }

    /** True where {@link #fields} found no object and said so. */
    @SuppressWarnings("ReferenceEquality") // it stands for itself: an empty object is not broken
    static boolean isBroken(Map<String, Node> fields) {
        return fields == BROKEN;
    }

    List<Node> items(Node node, String where) {
        if (node instanceof Node.Items(int _, List<Node> values)) return values;
        fault(node.line(), where, "a list […] belongs here");
        return List.of();
    }

    boolean truth(@Nullable Node node, String where) {
        if (node == null) return false;
        if (node instanceof Node.Truth(int _, boolean value)) return value;
        fault(node.line(), where, "true or false belongs here");
        return false;
    }

    /** A text that may be missing. */
    String text(Map<String, Node> fields, String name, String where, int longest) {
        Node node = fields.get(name);
        return node == null ? "" : text(node, name, where, longest);
    }

    /** A text that has to be there, in an object that begins on {@code line}. */
    String required(Map<String, Node> fields, String name, int line, String where, int longest) {
        Node node = fields.get(name);
        if (node == null) {
            if (!isBroken(fields)) fault(line, where, "'" + name + "' is missing");
            return "";
        }
        if (node instanceof Node.Text(int at, String value) && value.isBlank()) {
            fault(at, where, "'" + name + "' is empty");
            return "";
        }
        return text(node, name, where, longest);
    }

    String text(Node node, String name, String where, int longest) {
        if (!(node instanceof Node.Text(int line, String value))) {
            fault(node.line(), where, "'" + name + "' has to be a text");
            return "";
        }
        if (value.length() > longest)
            fault(line, where, "'" + name + "' has " + value.length() + " characters; at most " + longest + " fit");
        if (unfit(value)) fault(line, where, "'" + name + "' holds a line break or another control character");
        return value.length() > longest ? "" : value;
    }

    /** A loop and no stream: at start, before anything is compiled, every text of the catalogue comes through here. */
    private static boolean unfit(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if ((character < ' ' || character > '~') && unfit(text.codePointAt(i))) return true;
        }
        return false;
    }

    /** Control characters, and those that turn the direction of the text around them. */
    private static boolean unfit(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> character != 0x200C && character != 0x200D;
            default -> false;
        };
    }

    void id(String id, int line, String where) {
        if (!id.isEmpty() && !ID.matcher(id).matches()) fault(line, where, "'" + shown(id) + "': " + LONGER_ID);
    }

    /** Only what a browser may open without harm. */
    void web(String address, int line, String where) {
        if (address.isEmpty()) return;
        try {
            URI uri = URI.create(address);
            if (("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null) return;
        } catch (IllegalArgumentException e) {
            // said below
        }
        fault(line, where, "'" + shown(address) + "' is not an address that begins with https:// or http://");
    }

    /** A name out of the file, fit for a line of a terminal. */
    static String shown(String text) {
        String clean = text.codePoints()
                .map(character -> unfit(character) ? '?' : character)
                .limit(60)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.length() < text.length() ? clean + "…" : clean;
    }

    static String sorted(Set<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }
}
