package ringside.core.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void anOddNumberOfValuesHasItsMiddleAsMedian() {
        double[] values = {9, 1, 2};
        assertSummary(new double[] {1, 2, 9}, 2, 4, 1, 9, "min to max of 3", Summary.of(values));
        assertArrayEquals(new double[] {9, 1, 2}, values, "the caller's array is left alone");
    }

    @Test
    void anEvenNumberOfValuesHasTheMeanOfTheTwoMiddleOnes() {
        assertSummary(new double[] {-1, 2, 4, 100}, 3, 26.25, -1, 100, "min to max of 4", Summary.of(new double[] {
            100, 4, -1, 2
        }));
    }

    @Test
    void oneValueHasNoSpread() {
        Summary one = Summary.of(new double[] {7});
        assertSummary(new double[] {7}, 7, 7, 7, 7, "", one);
        assertFalse(one.hasSpread());
    }

    @Test
    void aPublishedSpreadIsKeptAsItsSourceGivesIt() {
        assertSummary(
                new double[] {10},
                10,
                10,
                8.5,
                11.5,
                "± standard deviation",
                Summary.published(10, 1.5, "± standard deviation"));
    }

    @Test
    void everyPartIsScaled() {
        assertSummary(
                new double[] {50, 150},
                100,
                100,
                50,
                150,
                "min to max of 2",
                Summary.of(new double[] {1, 3}).times(50));
    }

    @Test
    void nothingHasNoSummary() {
        assertThrows(IllegalArgumentException.class, () -> Summary.of(new double[0]));
    }

    private static void assertSummary(
            double[] values, double median, double mean, double low, double high, String spread, Summary summary) {
        assertArrayEquals(values, summary.values());
        assertEquals(values.length, summary.n());
        assertEquals(median, summary.median());
        assertEquals(mean, summary.mean());
        assertEquals(low, summary.low());
        assertEquals(high, summary.high());
        assertEquals(spread, summary.spread());
    }
}
