package ringside.core.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ParametersTest {
    private static final List<String> PIECES = List.of(
            ";",
            "%",
            "=",
            "\n",
            "\r",
            "\r\n",
            "%3B",
            "%0A",
            "%0D",
            "%25",
            "%2",
            "3B",
            "25",
            "%%",
            "a",
            "Z",
            "0",
            " ",
            "\t",
            "\"",
            ",",
            "ä",
            "☃",
            "\uD83D\uDE00",
            "\u0000",
            "\u001D",
            "\u001F",
            "\u2028",
            "");

    @Test
    void canonicalTextReadsBackAsTheSameParameters() {
        var random = new Random(20130517);
        for (int round = 0; round < 20_000; round++) {
            var values = new TreeMap<String, String>();
            for (int pairs = random.nextInt(4); pairs > 0; pairs--) {
                String key = text(random).replace("=", "");
                if (!key.isBlank()) values.put(key, text(random));
            }
            Parameters parameters = Parameters.of(values);
            Parameters read = Parameters.parse(parameters.toString());
            assertEquals(values, read.asMap(), () -> "of " + parameters);
            assertEquals(parameters, read);
            assertEquals(parameters.hashCode(), read.hashCode());
            assertEquals(
                    -1,
                    parameters.toString().indexOf('\n') + parameters.toString().indexOf('\r') + 1);
        }
    }

    @Test
    void unlikeParametersHaveUnlikeTexts() {
        var random = new Random(42);
        Map<String, Map<String, String>> seen = new TreeMap<>();
        for (int round = 0; round < 20_000; round++) {
            Map<String, String> values = Map.of("k", text(random), "l", text(random));
            Map<String, String> before = seen.putIfAbsent(Parameters.of(values).toString(), values);
            if (before != null) assertEquals(before, values);
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int pieces = random.nextInt(5); pieces > 0; pieces--)
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        return text.toString();
    }

    @Test
    void keysAreSortedAndPercentSignsThatMeanNothingStayAsTheyAre() {
        assertEquals(
                "a=1;b=50%;c=x%3By%250A",
                Parameters.of("c", "x;y%0A", "b", "50%", "a", 1).toString());
        assertEquals("", Parameters.NONE.toString());
        assertEquals(Parameters.NONE, Parameters.parse(""));
    }

    @Test
    void textThatIsNoParametersIsRefusedByWhatIsWrong() {
        assertRefused("n", "parameters are key=value pairs joined by ';', not \"n\"");
        assertRefused("n=1;", "parameters are key=value pairs joined by ';', not \"\"");
        assertRefused("=1", "parameters are key=value pairs joined by ';', not \"=1\"");
        assertRefused("n=1;n=2", "the parameter \"n\" stands twice");
        assertRefused(" =1", "a parameter's name is not blank and has no '=', unlike \" \"");
    }

    private static void assertRefused(String text, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> Parameters.parse(text))
                        .getMessage());
    }

    @Test
    void whatWasObservedIsNoPartOfThePoint() {
        Parameters chosen = Parameters.of("n", 1000, "nb", 128);
        Parameters measured = chosen.with(Parameters.of("time_s", "1.2", "residual", "0.003", "passed", true));
        assertEquals(chosen, measured.point());
        assertNotEquals(chosen, measured);
        assertEquals(chosen.point(), measured.point());
    }

    @Test
    void whatIsAddedWins() {
        assertEquals(
                Parameters.of("a", 2, "b", 1), Parameters.of("a", 1, "b", 1).with(Parameters.of("a", 2)));
        assertEquals(Parameters.of("b", 1), Parameters.of("a", 1, "b", 1).without("a", "c"));
    }
}
