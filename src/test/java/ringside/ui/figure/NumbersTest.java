package ringside.ui.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "12, 12",
        "1234, 1234",
        "12345, 12\u00a0345",
        "1234567, 1\u00a0234\u00a0567",
        "0.5, 0.5",
        "5.51584, 5.516",
        "1.6400000000000001, 1.64",
        "0.000123456, 0.0001235",
        "30810.23, 30\u00a0810",
        "-3.14159, \u22123.142",
        "0.00001, 1.000e-05",
        "NaN, ''"
    })
    void fourDigitsAreShownAndNoneInvented(double value, String shown) {
        assertEquals(shown, Numbers.shown(value));
    }

    @ParameterizedTest
    @CsvSource({
        "de-DE, '12\u00a0345', '5,516'",
        "fr-FR, '12\u00a0345', '5,516'",
        "en-US, '12\u00a0345', '5.516'",
        "ar-EG, '١٢\u00a0٣٤٥', '٥٫٥١٦'",
        "fa-IR, '۱۲\u00a0۳۴۵', '۵٫۵۱۶'"
    })
    void theReadersCountryGivesThePointAndTheDigits(String country, String whole, String part) {
        Locale before = Locale.getDefault(Locale.Category.FORMAT);
        Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag(country));
        try {
            assertEquals(whole, Numbers.shown(12345));
            assertEquals(part, Numbers.shown(5.51584));
        } finally {
            Locale.setDefault(Locale.Category.FORMAT, before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, bytes, 0 B",
        "512, bytes, 512 B",
        "4096, bytes, 4 KiB",
        "5000, bytes, 5000 B",
        "4, KB, 4 KiB",
        "131072, kb, 128 MiB",
        "16, '', 16",
        "2.5, GHz, 2.5 GHz"
    })
    void sizesAreSaidAsPeopleSayThem(double value, String unit, String shown) {
        assertEquals(shown, Numbers.place(value, unit));
    }
}
