package ringside.core.bench.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
    private final List<String> told = new ArrayList<>();
    private final Lines lines = new Lines((error, line) -> told.add((error ? "err " : "out ") + line));

    private void print(boolean error, String text) {
        lines.printed(error, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void linesAreToldWhenTheyAreWholeAndKeptAsTheyAre() {
        print(false, "one\ntw");
        print(true, "wrong\n");
        print(false, "ö  \nrest");
        assertEquals(List.of("out one", "err wrong", "out twö"), told);
        assertEquals("one\ntwö  \nrest", new String(lines.bytes(false), StandardCharsets.UTF_8));
        assertEquals("wrong\n", new String(lines.bytes(true), StandardCharsets.UTF_8));
    }

    @Test
    void ofMuchThatIsPrintedTheFirstLinesAreToldAndAllIsKept() {
        byte[] block = "x".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
        var all = new ByteArrayOutputStream();
        for (int i = 0; i < 20; i++) {
            all.writeBytes(block);
            lines.printed(false, block);
        }
        for (int i = 0; i < 3_000; i++) {
            print(false, "\n");
            all.write('\n');
        }
        assertEquals(2_000, told.size());
        assertEquals("out " + "x".repeat(500), told.getFirst());
        assertArrayEquals(all.toByteArray(), lines.bytes(false));
    }
}
