package ringside.core.help;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A piece of a line of text. */
public sealed interface Span {
    /** Plain words. */
    record Words(String text) implements Span {}

    /** Typed or printed as it stands, in single quotes of the kind {@code `…`}. */
    record Code(String text) implements Span {}

    /** Keys to press together, in braces, as a toolkit writes them: {@code Shortcut+K}. */
    record Keys(String combination) implements Span {}

    /** A term of the glossary, in brackets: {@code [EPT]}, or with other words {@code [rings][ring]}. */
    record Link(String text, String term) implements Span {}

    Pattern MARKED = Pattern.compile("`([^`]+)`|\\{([A-Z][^}]*)}|\\[([^]]+)](?:\\[([^]]+)])?");

    /** The pieces of a text, in its order. */
    static List<Span> of(String text) {
        var spans = new ArrayList<Span>();
        int end = 0;
        for (MatchResult found : MARKED.matcher(text).results().toList()) {
            if (found.start() > end) spans.add(new Words(text.substring(end, found.start())));
            spans.add(marked(found));
            end = found.end();
        }
        if (end < text.length()) spans.add(new Words(text.substring(end)));
        return List.copyOf(spans);
    }

    private static Span marked(MatchResult found) {
        if (found.group(1) != null) return new Code(found.group(1));
        if (found.group(2) != null) return new Keys(found.group(2));
        String text = found.group(3);
        return new Link(text, found.group(4) == null ? text : found.group(4));
    }

    /** As people read it where nothing can be marked. */
    default String plain() {
        return switch (this) {
            case Words words -> words.text();
            case Code code -> code.text();
            case Keys keys -> keys.combination().replace("Shortcut", "Ctrl");
            case Link link -> link.text();
        };
    }

    static String plain(List<Span> spans) {
        var text = new StringBuilder();
        for (Span span : spans) text.append(span.plain());
        return text.toString();
    }
}
