package ringside.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A window in which nothing happens does nothing, whatever was written in it before. */
@Tag("fx")
class StillCaretTest {
    /** In a program of its own: what windows of other tests left moving is drawn in the same pulses. */
    @Test
    void caretsBlinkOnlyWhereOneWrites() throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CaretsMain.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, Integer> seen = new HashMap<>();
        for (String line : program.inputReader().lines().toList()) {
            String[] words = line.split(" ");
            seen.put(words[0], Integer.valueOf(words[1]));
        }

        assertEquals(0, program.waitFor());
        assertTrue(seen.getOrDefault("left", 60) <= 3, "after the fields were left: " + seen);
        assertTrue(seen.getOrDefault("removed", 60) <= 3, "after one was taken out: " + seen);
        assertTrue(seen.getOrDefault("written-in", 0) > 10, "in a field: " + seen);
        assertEquals(1, seen.get("pane"), "what stands at the left of a field is shown");
    }

    /** No application itself, so that a plain class path starts it. */
    static final class CaretsMain {
        private CaretsMain() {}

        public static void main(String[] arguments) {
            Carets.main(arguments);
        }
    }
}
