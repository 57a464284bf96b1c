package ringside.core.guest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The syntax of an xl domain configuration as Xen's libxlutil has it: assignments of strings, numbers and lists.
 * Newlines end an assignment outside brackets only; keys are lower case. Every file that this reads libxlutil reads to the
 * same values, and the other way round but for escapes by number, which libxlutil refuses or, some of them, misreads.
 */
public final class XlConfig {
    /** A value as the file has it; a number keeps its text, since xl takes it as a string too. */
    public sealed interface Value {
        record Text(String text) implements Value {}

        record Number(String text) implements Value {}

        record Items(List<Value> values) implements Value {
            public Items {
                values = List.copyOf(values);
            }
        }

        /** What {@code xlu_cfg_get_string} gives: the text of a string or number. */
        default Optional<String> plain() {
            return switch (this) {
                case Text(String text) -> Optional.of(text);
                case Number(String text) -> Optional.of(text);
                case Items ignored -> Optional.empty();
            };
        }
    }

    /** {@code key = value}; after {@code +=} the value is the whole, lengthened one. */
    public record Assignment(String key, Value value, int line) {}

    /** What may follow a backslash, and what it stands for. */
    private static final String ESCAPES = "abfnrtv\\'\"";

    private static final String ESCAPED = "\u0007\b\f\n\r\t\u000B\\'\"";
    private static final int DEEPEST = 16;

    private final String text;
    private final List<Assignment> assignments = new ArrayList<>();
    private int at;
    private int line = 1;

    private XlConfig(String text) {
        this.text = text;
    }

    /** All assignments in their order; where a key comes twice the later one counts for xl. */
    public static List<Assignment> parse(String text) throws SyntaxFault {
        var config = new XlConfig(text);
        config.read();
        return List.copyOf(config.assignments);
    }

    private void read() throws SyntaxFault {
        for (skipBlanks(true); at < text.length(); skipBlanks(true)) {
            assignment();
            skipBlanks(false);
            if (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != ';')
                throw new SyntaxFault(line, "a ';' or a new line is missing before " + near());
        }
    }

    /** Spaces and comments; where a statement may begin, also its ends. */
    private void skipBlanks(boolean ends) {
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '#') {
                int end = text.indexOf('\n', at);
                at = (end < 0 ? text.length() : end) - 1;
            } else if (ends && c == '\n') line++;
            else if (c != ' ' && c != '\t' && !(ends && c == ';')) return;
        }
    }

    private void assignment() throws SyntaxFault {
        int begin = line;
        String key = key();
        skipBlanks(false);
        boolean added = accept('+');
        if (!accept('=')) throw new SyntaxFault(line, "'=' is missing after " + key);
        skipBlanks(false);
        Value value = value(0);
        assignments.add(new Assignment(key, added ? lengthen(key, value) : value, begin));
    }

    private String key() throws SyntaxFault {
        int begin = at;
        while (at < text.length() && isKey(text.charAt(at), at == begin)) at++;
        if (at == begin) throw new SyntaxFault(line, "a key of lower-case letters is missing before " + near());
        return text.substring(begin, at);
    }

    private static boolean isKey(char c, boolean first) {
        return c >= 'a' && c <= 'z' || !first && (c == '_' || c >= '0' && c <= '9');
    }

    private Value lengthen(String key, Value more) throws SyntaxFault {
        Optional<Value> before = assignments.reversed().stream()
                .filter(assignment -> assignment.key().equals(key))
                .findFirst()
                .map(Assignment::value);
        if (before.isEmpty()) return more;
        if (before.get() instanceof Value.Items(var first) && more instanceof Value.Items(var second)) {
            var all = new ArrayList<>(first);
            all.addAll(second);
            return new Value.Items(all);
        }
        if (before.get().plain().isPresent() && more.plain().isPresent())
            return new Value.Text(before.get().plain().get() + more.plain().get());
        throw new SyntaxFault(line, key + " += joins a list and a string");
    }

    private Value value(int depth) throws SyntaxFault {
        if (at == text.length()) throw new SyntaxFault(line, "a value is missing at the end of the file");
        char c = text.charAt(at);
        if (c == '[' && depth < DEEPEST) return items(depth);
        if (c == '"' || c == '\'') return new Value.Text(string(c));
        if (c >= '0' && c <= '9') return new Value.Number(number());
        throw new SyntaxFault(line, "a quoted text, a number or a list is expected, not " + near());
    }

    private String number() {
        int begin = at;
        for (at++; at < text.length() && "0123456789abcdefx".indexOf(text.charAt(at)) >= 0; at++) {}
        return text.substring(begin, at);
    }

    private String string(char quote) throws SyntaxFault {
        var string = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != quote; at++) {
            char c = text.charAt(at);
            if (c == '\n' || c == 0) break;
            string.append(c == '\\' ? escape() : c);
        }
        if (!accept(quote)) throw new SyntaxFault(line, "a " + quote + " is not closed on its line");
        return string.toString();
    }

    private char escape() throws SyntaxFault {
        at++;
        int which = at < text.length() ? ESCAPES.indexOf(text.charAt(at)) : -1;
        if (which < 0) throw new SyntaxFault(line, "Xen reads no such escape in a quoted text: \\" + near());
        return ESCAPED.charAt(which);
    }

    private Value items(int depth) throws SyntaxFault {
        int begin = line;
        var values = new ArrayList<Value>();
        at++;
        skipLines();
        while (!accept(']')) {
            if (at == text.length()) throw new SyntaxFault(begin, "a '[' is never closed");
            values.add(value(depth + 1));
            skipLines();
            boolean comma = accept(',');
            skipLines();
            if (!comma && at < text.length() && text.charAt(at) != ']')
                throw new SyntaxFault(line, "a ',' or ']' is missing before " + near());
        }
        return new Value.Items(values);
    }

    private void skipLines() {
        for (skipBlanks(false); accept('\n'); skipBlanks(false)) line++;
    }

    private boolean accept(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        if (there) at++;
        return there;
    }

    private String near() {
        if (at >= text.length()) return "the end of the file";
        int end = at;
        while (end < text.length() && end < at + 30 && text.charAt(end) != '\n') end++;
        return end == at ? "the end of the line" : "'" + text.substring(at, end) + "'";
    }
}
