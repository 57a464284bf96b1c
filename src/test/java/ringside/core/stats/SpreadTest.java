package ringside.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void quartilesLieBetweenTheNearestValues() {
        Spread spread = Spread.of(4, 1, 3, 2);
        assertEquals(new Spread(4, 2.5, 2.5, Math.sqrt(5.0 / 3), 1, 1.75, 3.25, 4), spread);
    }

    @Test
    void aSingleValueHasNoDeviation() {
        assertEquals(new Spread(1, 7, 7, 0, 7, 7, 7, 7), Spread.of(7));
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThrows(IllegalArgumentException.class, () -> Spread.of(1, Double.NaN));
        assertThrows(IllegalArgumentException.class, Spread::of);
    }

    @Test
    void outliersAreMarkedByBothRulesAndStayInPlace() {
        Outliers outliers = Outliers.of(10, 11, 9, 10, 10.5, 40, 9.5);
        assertEquals(Set.of(5), outliers.tukey());
        assertEquals(Set.of(5), outliers.mad());
    }

    @Test
    void threeValuesHaveNoOutlier() {
        assertEquals(Set.of(), Outliers.of(1, 1, 1000).tukey());
    }

    @Test
    void whereMostAreEqualAnyOtherValueStandsOut() {
        assertEquals(Set.of(4), Outliers.of(5, 5, 5, 5, 6).mad());
    }
}
