package ringside.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void linesThatAnotherTextLacksAreFoundWhereverTheyAre() {
        assertEquals("{}", notIn("a b c", "a b c"));
        assertEquals("{1}", notIn("a c", "a b c"));
        assertEquals("{0, 2}", notIn("b", "a b c"));
        assertEquals("{}", notIn("a b c", "b"));
        assertEquals("{1, 2}", notIn("a x d", "a b c d"));
    }

    @Test
    void aRepeatedLineCountsAsOftenAsItIsThere() {
        assertEquals("{2}", notIn("a a", "a a a"));
    }

    @Test
    void veryLongTextsAreStillCompared() {
        List<String> text = Collections.nCopies(3000, "same");
        List<String> other = Collections.nCopies(2000, "other");

        BitSet only = Lines.notIn(other, text);

        assertEquals(3000, only.cardinality());
    }

    private static String notIn(String other, String text) {
        return Lines.notIn(List.of(other.split(" ")), List.of(text.split(" "))).toString();
    }
}
