package ringside.core.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.Lab;

/** A real shell is the only judge of quoting. */
class QuotingTest {
    private static final String NASTY = "'\"\\$`!*?[]{}()<>|&;#~=%^ \t\n\r-,.:@abcXYZ019äß漢\u001b";
    private static final int VECTORS = 400;

    @ParameterizedTest
    @ValueSource(strings = {"sh", "bash", "dash"})
    void anyVectorOfWordsComesBackFromAShellAsItWas(String shell) throws IOException, InterruptedException {
        String program = Lab.needs(shell).toString();
        var random = new Random(20130415);
        var script = new StringBuilder();
        var words = new ArrayList<String>();
        for (int i = 0; i < VECTORS; i++) {
            var vector = vector(random);
            words.addAll(vector.subList(2, vector.size()));
            script.append(Command.of(vector).line()).append('\n');
        }
        assertEquals(words, spoken(program, script.toString()));
    }

    private static List<String> vector(Random random) {
        var words = new ArrayList<>(List.of("printf", "%s\\000"));
        for (int i = 1 + random.nextInt(5); i > 0; i--) words.add(word(random));
        return words;
    }

    private static String word(Random random) {
        var word = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) word.append(NASTY.charAt(random.nextInt(NASTY.length())));
        return word.toString();
    }

    private static List<String> spoken(String shell, String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(shell).redirectErrorStream(true).start();
        Thread.ofVirtual().start(() -> {
            try (var in = process.getOutputStream()) {
                in.write(script.getBytes(StandardCharsets.UTF_8));
            } catch (IOException ended) {
                // Its words tell
            }
        });
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        var words = new ArrayList<>(List.of(out.split("\0", -1)));
        words.removeLast();
        return words;
    }

    @Test
    void aProgramWhoseNameHoldsAnEqualsSignIsNoVariable() {
        assertEquals("'a=b' c=d", Command.of("a=b", "c=d").line());
    }
}
