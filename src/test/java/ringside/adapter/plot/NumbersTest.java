package ringside.adapter.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NumbersTest {
    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u2212', '-');
    }

    @Test
    void ticksOfOneAxisHaveTheSameDecimals() {
        assertEquals("0.0", Numbers.tick(0, 2.5));
        assertEquals("2.5", Numbers.tick(2.5, 2.5));
        assertEquals("0.25", Numbers.tick(0.25, 0.05));
        assertEquals("50", Numbers.tick(50, 25));
        assertEquals("-0.2", plain(Numbers.tick(-0.2, 0.2)));
        assertEquals("1 200 000", plain(Numbers.tick(1_200_000, 200_000)));
        assertEquals("2e12", Numbers.tick(2e12, 1e12));
        assertEquals("0", Numbers.tick(0, 5e11));
        assertEquals("2e-7", Numbers.tick(2e-7, 1e-7));
    }

    @Test
    void cellsShowWhatWasPrinted() {
        assertEquals("12.4", Numbers.cell(12.40));
        assertEquals("0.77", Numbers.cell(0.77));
        assertEquals("16", Numbers.cell(16));
        assertEquals("0", Numbers.cell(0));
        assertEquals("0.012341", Numbers.cell(0.012341));
        assertEquals("3.3333", Numbers.cell(10 / 3.0));
        assertEquals("1 234 567", plain(Numbers.cell(1_234_567.0)));
        assertEquals("-1.5", plain(Numbers.cell(-1.5)));
        assertEquals("1.23456e15", Numbers.cell(1.23456e15));
    }

    @Test
    void labelsAreShort() {
        assertEquals("9.57", Numbers.shortest(9.5712));
        assertEquals("12", Numbers.shortest(11.96));
        assertEquals("52 301", plain(Numbers.shortest(52_301.4)));
        assertEquals("0.0123", Numbers.shortest(0.012341));
    }

    @Test
    void sizesAreSaidInPowersOfTwo() {
        assertEquals("0 B", plain(Numbers.size(0)));
        assertEquals("512 B", plain(Numbers.size(512)));
        assertEquals("4 KiB", plain(Numbers.size(4096)));
        assertEquals("1.5 MiB", plain(Numbers.size(1.5 * (1 << 20))));
        assertEquals("128 MiB", plain(Numbers.size(128 << 20)));
        assertEquals("1 GiB", plain(Numbers.size(1 << 30)));
    }
}
