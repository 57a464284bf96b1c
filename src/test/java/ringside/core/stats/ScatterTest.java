package ringside.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScatterTest {

    @Test
    void groupsArePooledAroundTheirOwnMeans() {
        Scatter scatter = Scatter.within(List.of(new double[] {1, 3}, new double[] {10, 11, 12}, new double[] {70}));
        assertEquals(3, scatter.degrees());
        assertEquals(Math.sqrt(4 / 3.0), scatter.deviation(), 1e-12);
    }

    @Test
    void theWidthIsThatOfStudentsTable() {
        Scatter one = Scatter.within(List.of(new double[] {-1, 1}));
        assertEquals(12.7062, one.halfWidth(2, 0.95), 1e-3);
        Scatter five = Scatter.within(List.of(new double[] {1, 2, 3, 4, 5, 6}));
        assertEquals(2.5706 * Math.sqrt(3.5) / 2, five.halfWidth(4, 0.95), 1e-3);
    }

    @Test
    void singleValuesTellNothing() {
        Scatter none = Scatter.within(List.of(new double[] {4}, new double[] {7}));
        assertEquals(0, none.degrees());
        assertTrue(Double.isNaN(none.halfWidth(1, 0.95)));
    }
}
