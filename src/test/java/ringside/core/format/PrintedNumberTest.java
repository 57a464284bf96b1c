package ringside.core.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.core.result.Value;

class PrintedNumberTest {
    @ParameterizedTest
    @CsvSource({"3.9391e+01,39.391", "1.0D+02,100", "71.,71", ".5,0.5", "-0.4,-0.4", "+2,2", "0,0", "1d3,1000"})
    void readsNumbersAsCAndFortranPrintThem(String printed, double number) {
        assertEquals(Value.of(number), PrintedNumber.value(printed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nan", "-nan", "NaN", "nan(0x8)", "inf", "-Infinity", "1e999"})
    void whatIsNotFiniteIsMissing(String printed) {
        assertEquals(Value.missing("printed as " + printed), PrintedNumber.value(printed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "1.2.3", "0x1p3", "1f", "12,5", "1 2", "12us", "e5", "1e", "NaNa", "\u0661"})
    void whatIsNoNumberIsNone(String printed) {
        assertNull(PrintedNumber.value(printed));
    }

    @Test
    void aNumberAtTheEndOfACutOutputMayLackDigits() {
        assertTrue(PrintedNumber.mayBeCut(new Line(1, "2 3.1", false), "3.1", 2));
        assertTrue(PrintedNumber.mayBeCut(new Line(1, "2 3", false), "3", 0));
        assertFalse(PrintedNumber.mayBeCut(new Line(1, "2 3.14", false), "3.14", 2));
        assertFalse(PrintedNumber.mayBeCut(new Line(1, "2 3.1", true), "3.1", 2));
        assertFalse(PrintedNumber.mayBeCut(new Line(1, "3.1 us", false), "3.1", 2));
    }
}
