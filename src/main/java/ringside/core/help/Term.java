package ringside.core.help;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.core.platform.Reference;

/**
 * A word of the field and what it means here.
 *
 * @param longer what the letters stand for; may be empty
 * @param also other words for it, that a search finds too
 * @param group as the glossary's headings
 * @param spans the explanation, with links to other terms
 * @param sources what it rests on; empty only where Ringside says how it uses a word itself
 * @param topic id of the theory's part that tells more; may be empty
 * @param feature id of the matrix's row that is about it; may be empty
 */
public record Term(
        String name,
        String longer,
        List<String> also,
        String group,
        List<Span> spans,
        List<Reference> sources,
        String topic,
        String feature) {
    public Term {
        also = List.copyOf(also);
        spans = List.copyOf(spans);
        sources = List.copyOf(sources);
    }

    /** Without marks. */
    public String text() {
        return Span.plain(spans);
    }

    boolean isCalled(String word) {
        return names().anyMatch(word::equalsIgnoreCase);
    }

    private Stream<String> names() {
        return Stream.concat(Stream.of(name, longer), also.stream()).filter(each -> !each.isEmpty());
    }

    /** How well it fits what is looked for: 3 by the beginning of a name, 2 within one, 1 in its text, 0 not at all. */
    int fits(String words) {
        String wanted = words.toLowerCase(Locale.ROOT);
        List<String> names = names().map(each -> each.toLowerCase(Locale.ROOT)).collect(Collectors.toList());
        if (names.stream().anyMatch(each -> each.startsWith(wanted))) return 3;
        if (names.stream().anyMatch(each -> each.contains(wanted))) return 2;
        return text().toLowerCase(Locale.ROOT).contains(wanted) ? 1 : 0;
    }
}
