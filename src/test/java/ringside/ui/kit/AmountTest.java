package ringside.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AmountTest {
    private final Locale before = Locale.getDefault();

    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.UK);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    @Test
    void countsInTheReadersLocale() {
        assertEquals("1 sample", Amount.of(1, "sample", "samples"));
        assertEquals("12,345 samples", Amount.of(12345, "sample", "samples"));
        Locale.setDefault(Locale.GERMANY);
        assertEquals("12.345 samples", Amount.of(12345, "sample", "samples"));
    }

    @Test
    void numbersOfTextsAreWrittenAsInTheReadersCountry() {
        Locale.setDefault(Locale.GERMANY);
        assertEquals("1.234,5 %", Amount.local("1,234.5 %"));
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        assertEquals("\u0663\u0663\u066B\u0663", Amount.local("33.3"));
    }

    @Test
    void sizesAreBinary() {
        assertEquals(
                List.of("0 bytes", "1023 bytes", "1.0 KiB", "1.5 MiB", "100 GiB"),
                Stream.of(0L, 1023L, 1024L, 1572864L, 107374182400L)
                        .map(Amount::bytes)
                        .map(text -> text.replace(",", ""))
                        .toList());
    }

    @Test
    void aDateSaysNoMoreThanIsKnown() {
        assertEquals("2014", Amount.date(Instant.parse("2014-01-01T00:00:00Z")));
        assertEquals("2014-06-22", Amount.date(Instant.parse("2014-06-22T00:00:00Z")));
    }

    @Test
    void aMeasuredNumberKeepsItsDigits() {
        assertEquals("120", Amount.measured(120));
        assertEquals("0.1", Amount.measured(0.1));
        assertEquals("-3.25", Amount.measured(-3.25));
    }
}
