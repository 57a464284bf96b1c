package ringside.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void mapsKeepTheirOrderAndTheirNulls() {
        var map = new LinkedHashMap<String, Object>();
        map.put("z", 1);
        map.put("a", List.of("\u2028\"\\\n", true, 2.5));
        map.put("none", null);
        String text = Json.compact(map);
        assertEquals("{\"z\":1,\"a\":[\"\u2028\\\"\\\\\\n\",true,2.5],\"none\":null}", text);
        assertEquals(map, Json.object(text));
        assertEquals(map, Json.object(Json.pretty(map)));
    }

    @Test
    void aParameterIsANumberOnlyWhereItReadsAsOne() {
        for (String number : List.of("0", "-1", "16384", "2.50", "1e9", "-0.001", "123456789012345678"))
            assertEquals(new BigDecimal(number), Json.typed(number));
        assertEquals(true, Json.typed("true"));
        for (String text : List.of(
                "", "007", "+1", "1.", ".5", "0x10", "1d", "NaN", "1e400", "rd", " 1", "TRUE", "1234567890123456789"))
            assertEquals(text, Json.typed(text));
    }

    @Test
    void whatIsNoObjectIsRefused() {
        for (String text :
                List.of("", "[]", "null", "{", "{\"a\":}", "{\"a\":1", "{\"a\":NaN}", "nonsense", "{\"a\" 1}")) {
            var refused = assertThrows(IllegalArgumentException.class, () -> Json.object(text), text);
            assertTrue(String.valueOf(refused.getMessage()).startsWith("not the JSON that is expected here: "));
        }
        assertThrows(IllegalArgumentException.class, () -> Json.list("{}"));
    }

    @Test
    void hostileDepthAndLengthAreRefused() {
        String deep = "{\"a\":".repeat(2000) + "1" + "}".repeat(2000);
        assertThrows(IllegalArgumentException.class, () -> Json.object(deep));
        String longText = "{\"a\":\"" + "x".repeat(5_000_000) + "\"}";
        assertThrows(IllegalArgumentException.class, () -> Json.object(longText));
    }

    @Test
    void textsOfAnObjectAreTexts() {
        assertEquals(Map.of("a", "1", "b", "x"), Json.texts("{\"a\":1,\"b\":\"x\"}"));
    }
}
