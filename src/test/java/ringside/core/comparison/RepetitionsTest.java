package ringside.core.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepetitionsTest {
    @Test
    void howFarAPointMayBeMisreadIsNoSpreadOfRuns() {
        var published = new Repetitions(
                new double[] {100},
                Optional.of(new Repetitions.Reported(4, 8, "standard deviation")),
                List.of(),
                Double.NaN);
        var readOff = new Repetitions(
                new double[] {100}, Optional.of(new Repetitions.Reported(0, 8, "reading")), List.of(), Double.NaN);
        assertEquals(0.04, published.noise(), 1e-12);
        assertEquals(Double.NaN, readOff.noise());
    }
}
