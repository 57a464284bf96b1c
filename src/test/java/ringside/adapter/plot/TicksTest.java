package ringside.adapter.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import ringside.core.figure.Axis;

class TicksTest {
    private static List<String> labels(Axis.Scale kind, double low, double high, double sizeFactor, int most) {
        Scale scale = Scale.of(kind, DoubleStream.of(low, high));
        return Ticks.choose(scale, scale.place(low), scale.place(high), sizeFactor, ticks -> ticks.size() <= most)
                .major()
                .stream()
                .map(tick -> tick.label().replace('\u00a0', ' '))
                .toList();
    }

    @Test
    void aLinearAxisHasRoundNumbers() {
        assertEquals(List.of("0", "5", "10", "15"), labels(Axis.Scale.LINEAR, 0, 17.3, 0, 6));
        assertEquals(List.of("0", "20", "40", "60", "80", "100"), labels(Axis.Scale.LINEAR, 0, 104, 0, 7));
    }

    @Test
    void aWideLogarithmicAxisHasPowersOfTen() {
        assertEquals(List.of("1", "10", "100", "1000", "10 000"), labels(Axis.Scale.LOG10, 0.7, 20_000, 0, 8));
    }

    @Test
    void aNarrowLogarithmicAxisHasNumbersBetweenThePowers() {
        assertEquals(List.of("20", "30", "50", "70", "100"), labels(Axis.Scale.LOG10, 15, 120, 0, 7));
        assertTrue(labels(Axis.Scale.LOG10, 101, 109, 0, 8).size() >= 3);
    }

    @Test
    void sizesDouble() {
        assertEquals(List.of("512 B", "1 KiB", "2 KiB", "4 KiB", "8 KiB"), labels(Axis.Scale.LOG2, 512, 8192, 1, 8));
        assertEquals(
                List.of("256 KiB", "2 MiB", "16 MiB", "128 MiB"), labels(Axis.Scale.LOG2, 64, 512 * 1024, 1024, 4));
        assertEquals(List.of("1", "2", "4", "8"), labels(Axis.Scale.LOG2, 1, 8, 0, 8));
    }

    @Test
    void aSweepThatBeginsAtZeroHasItsZero() {
        Scale scale = Scale.of(Axis.Scale.LOG2, DoubleStream.of(0, 4096, 16384));
        assertEquals(11, scale.place(0));
        assertEquals(12, scale.place(4096));
        var ticks = Ticks.choose(scale, 10.8, 14.2, 1, list -> list.size() < 9).major();
        assertEquals(
                List.of("0", "4 KiB", "8 KiB", "16 KiB"),
                ticks.stream().map(tick -> tick.label().replace('\u00a0', ' ')).toList());
    }

    @Test
    void anAxisOverAllThatANumberCanHoldHasPowersOfTen() {
        List<String> labels = labels(Axis.Scale.LOG10, 1e-310, 1e300, 0, 40);
        assertTrue(labels.contains("1e285") && labels.contains("1e-300"), labels::toString);
        assertTrue(labels(Axis.Scale.LOG10, 1e-320, 1e-310, 0, 40).isEmpty());
        assertTrue(!labels(Axis.Scale.LOG10, 1, Double.MAX_VALUE, 0, 40).isEmpty());
    }

    @Test
    void anAxisWithNoRoomHasNoNumbers() {
        assertEquals(List.of(), labels(Axis.Scale.LINEAR, 0, 10, 0, 0));
    }
}
