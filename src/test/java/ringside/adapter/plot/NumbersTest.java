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
    void cellsKeepTheirSignificantDigits() {
        assertEquals("12.40", Numbers.significant(12.4, 4));
        assertEquals("16", Numbers.significant(16, 4));
        assertEquals("0", Numbers.significant(0, 4));
        assertEquals("0.01234", Numbers.significant(0.012341, 4));
        assertEquals("52 301", plain(Numbers.significant(52301.2, 4)));
        assertEquals("-1.50", plain(Numbers.significant(-1.4999, 3)));
        assertEquals("1.23e15", Numbers.significant(1.23456e15, 3));
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
