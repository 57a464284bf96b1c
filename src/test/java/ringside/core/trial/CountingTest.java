package ringside.core.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CountingTest {
    @Test
    void numbersWithoutAGapAreWholeAndTheLongestTimeBetweenTwoIsKnown() {
        Counting counting = Counting.parse("1 10.00\n2 10.06\n3 10.31\n4 10.37\n");
        assertTrue(counting.isWhole());
        assertEquals(4, counting.last());
        assertEquals(Duration.ofMillis(250), counting.longest());
    }

    @Test
    void aNumberThatIsLeftOutIsSeen() {
        assertFalse(Counting.parse("1 10.00\n2 10.06\n4 10.12\n").isWhole());
    }

    @Test
    void aNumberThatIsSaidTwiceIsSeen() {
        assertFalse(Counting.parse("1 10.00\n2 10.06\n2 10.06\n3 10.12\n").isWhole());
    }

    @Test
    void aClockThatGoesBackIsSeen() {
        assertFalse(Counting.parse("1 10.00\n2 9.99\n").isWhole());
    }

    @Test
    void aLastLineThatIsCutOffIsNotCounted() {
        assertEquals(2, Counting.parse("1 10.00\n2 10.06\n3 10.").last());
    }

    @Test
    void nothingWrittenIsNotWhole() {
        assertFalse(Counting.parse("").isWhole());
    }
}
