package ringside.core.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.core.help.HelpText.Passage;

class HelpTextTest {
    @Test
    void readsTitleParagraphsHeadingsAndPoints() {
        var text = HelpText.read("# Title\n\nOne\ntwo.\nthree\n## Head\n- a\n  b\n- c\n\nend\n");

        assertEquals("Title", text.title());
        assertEquals(
                List.of(
                        new Passage.Paragraph(Span.of("One two. three")),
                        new Passage.Heading("Head"),
                        new Passage.Point(Span.of("a b")),
                        new Passage.Point(Span.of("c")),
                        new Passage.Paragraph(Span.of("end"))),
                text.passages());
    }

    @Test
    void marksKeysCommandsAndTerms() {
        assertEquals(
                List.of(
                        new Span.Words("Press "),
                        new Span.Keys("Shortcut+K"),
                        new Span.Words(" or "),
                        new Span.Code("ringside glossary"),
                        new Span.Words(" for "),
                        new Span.Link("EPT", "EPT"),
                        new Span.Words(" and "),
                        new Span.Link("rings", "ring"),
                        new Span.Words(".")),
                Span.of("Press {Shortcut+K} or `ringside glossary` for [EPT] and [rings][ring]."));
    }

    @Test
    void whatHasNoTitleIsNoHelpText() {
        assertThrows(IllegalStateException.class, () -> HelpText.read("no title"));
    }
}
