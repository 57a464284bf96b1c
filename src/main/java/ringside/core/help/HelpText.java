package ringside.core.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a page is for and how it is worked: a file of its own for each page, named as the page. Its lines: {@code # title},
 * {@code ## heading}, {@code - point}, all else are paragraphs, which blank lines part; see {@link Span} for what is within.
 */
public record HelpText(String title, List<Passage> passages) {
    private static final String FOLDER = "/ringside/help/";

    public HelpText {
        passages = List.copyOf(passages);
    }

    /** A part of the text. */
    public sealed interface Passage {
        record Heading(String text) implements Passage {}

        record Paragraph(List<Span> spans) implements Passage {}

        record Point(List<Span> spans) implements Passage {}
    }

    /** @param page its id; empty where no text comes with the program */
    public static Optional<HelpText> of(String page, Locale locale) {
        return Localised.text(FOLDER + page, ".txt", locale).map(HelpText::read);
    }

    /** @throws IllegalStateException if the text does not begin with a title */
    static HelpText read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().startsWith("# "))
            throw new IllegalStateException("a help text begins with '# ' and its title");
        var passages = new ArrayList<Passage>();
        var block = new StringBuilder();
        for (String line : lines.subList(1, lines.size())) {
            boolean continues = !line.isBlank() && !line.startsWith("#") && !line.startsWith("- ");
            if (!continues) end(block, passages);
            if (line.startsWith("## ")) passages.add(new Passage.Heading(line.substring(3)));
            else if (!line.isBlank()) block.append(block.isEmpty() ? "" : " ").append(line.strip());
        }
        end(block, passages);
        return new HelpText(lines.getFirst().substring(2), passages);
    }

    private static void end(StringBuilder block, List<Passage> passages) {
        String text = block.toString();
        block.setLength(0);
        if (text.startsWith("- ")) passages.add(new Passage.Point(Span.of(text.substring(2))));
        else if (!text.isEmpty()) passages.add(new Passage.Paragraph(Span.of(text)));
    }

    /** Everything that is marked in it, in its order. */
    public List<Span> spans() {
        return passages.stream()
                .flatMap(passage -> switch (passage) {
                    case Passage.Heading heading -> Stream.<Span>empty();
                    case Passage.Paragraph paragraph -> paragraph.spans().stream();
                    case Passage.Point point -> point.spans().stream();
                })
                .toList();
    }
}
