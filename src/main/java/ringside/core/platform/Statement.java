package ringside.core.platform;

import java.util.List;

/** Something that is said of a platform or of virtualization, and what it rests on: never nothing. */
public record Statement(String text, List<Reference> sources) {
    public Statement {
        sources = List.copyOf(sources);
        if (text.isBlank()) throw new IllegalArgumentException("a statement without words");
        if (sources.isEmpty()) throw new IllegalArgumentException("no source is named for: " + text);
    }
}
