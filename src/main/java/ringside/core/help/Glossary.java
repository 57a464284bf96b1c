package ringside.core.help;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ringside.core.json.Json;
import ringside.core.platform.Handbook;
import ringside.core.platform.Reference;

/** The field's terms as Ringside uses them, group by group. */
public record Glossary(List<Term> terms) {
    private static final String FILE = "/ringside/help/glossary";

    public Glossary {
        terms = List.copyOf(terms);
    }

    /** That of the program, in a language where it is translated. */
    public static Glossary bundled(Locale locale) {
        String text = Localised.text(FILE, ".json", locale)
                .orElseThrow(() -> new IllegalStateException("the glossary is not in the program"));
        Map<String, Reference> references = Handbook.references();
        var terms = new ArrayList<Term>();
        for (Object group : Json.list(text))
            if (group instanceof Map<?, ?> fields && fields.get("terms") instanceof List<?> entries)
                for (Object entry : entries) terms.add(term(text(fields, "title"), (Map<?, ?>) entry, references));
        return new Glossary(terms);
    }

    private static Term term(String group, Map<?, ?> entry, Map<String, Reference> references) {
        return new Term(
                text(entry, "name"),
                text(entry, "longer"),
                words(entry, "also"),
                group,
                Span.of(text(entry, "text")),
                words(entry, "from").stream()
                        .map(key -> Optional.ofNullable(references.get(key))
                                .orElseThrow(() -> new IllegalStateException("references.json has no " + key)))
                        .toList(),
                text(entry, "topic"),
                text(entry, "feature"));
    }

    private static String text(Map<?, ?> entry, String name) {
        return entry.get(name) instanceof String text ? text : "";
    }

    private static List<String> words(Map<?, ?> entry, String name) {
        return entry.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The headings, in order. */
    public List<String> groups() {
        return terms.stream().map(Term::group).distinct().toList();
    }

    /** By its name or another word for it, whatever its case. */
    public Optional<Term> find(String word) {
        String wanted = word.strip();
        return terms.stream()
                .filter(term -> term.name().equalsIgnoreCase(wanted))
                .findFirst()
                .or(() -> terms.stream().filter(term -> term.isCalled(wanted)).findFirst());
    }

    /** Those that have the words in their names or their text, the best first; all for no words. */
    public List<Term> search(String words) {
        String wanted = words.strip();
        if (wanted.isEmpty()) return terms;
        return terms.stream()
                .filter(term -> term.fits(wanted) > 0)
                .sorted(Comparator.comparingInt((Term term) -> term.fits(wanted))
                        .reversed())
                .toList();
    }
}
