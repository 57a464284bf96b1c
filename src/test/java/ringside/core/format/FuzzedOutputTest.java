package ringside.core.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.core.RingsideException;
import ringside.core.format.Reading.Skipped;
import ringside.core.result.Parameters;
import ringside.core.result.Sample;

/** Outputs at random from the captured ones: whatever they hold, they are read, the same each time, and soon. */
class FuzzedOutputTest {
    private static final List<Captured> CORPUS = Captured.all();
    private static final Parameters STATED = Parameters.of("operation", "rd");
    private static final String LIKELY = "0123456789.-+eEnainf \t\n\r\"";
    private static final int ROUNDS = 300;

    static List<Format> tools() {
        return Captured.readers();
    }

    @ParameterizedTest
    @MethodSource("tools")
    void anythingIsReadWithoutAnError(Format tool) {
        var random = new Random(20130517L + tool.id().hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            byte[] output = mutated(random, tool);
            Reading reading = read(tool, output, round % 2 == 0 ? Parameters.NONE : STATED);
            int last = Math.max(1, Content.lines(output).size());
            for (Sample sample : Captured.samples(reading))
                assertTrue(sample.line() >= 0 && sample.line() <= last, () -> sample + " of " + last + " lines");
            for (Skipped skipped : reading.skipped())
                assertTrue(skipped.line() >= 0
                        && skipped.line() <= last
                        && !skipped.reason().isBlank());
            if (round % 10 == 0) assertEquals(reading, read(tool, output, round % 2 == 0 ? Parameters.NONE : STATED));
        }
    }

    /** What is no such file at all may be refused, in the user's words. */
    private static Reading read(Format tool, byte[] output, Parameters given) {
        try {
            return Captured.read(tool, "fuzzed", output, given);
        } catch (RingsideException refused) {
            assertTrue(!refused.problem().isBlank() && !refused.remedy().isBlank());
            return new Reading(List.of(), List.of(), List.of());
        }
    }

    /** Two captured outputs, the first mostly of the tool's own, with bytes changed, cut out, doubled and thrown in. */
    private static byte[] mutated(Random random, Format tool) {
        List<Captured> own = CORPUS.stream()
                .filter(output -> output.format().equals(tool.id()))
                .toList();
        byte[] first = own.get(random.nextInt(own.size())).bytes();
        byte[] second = CORPUS.get(random.nextInt(CORPUS.size())).bytes();
        var out = new ByteArrayOutputStream();
        out.write(first, 0, random.nextInt(4) == 0 ? random.nextInt(first.length) : first.length);
        if (random.nextInt(3) == 0) out.write(second, random.nextInt(second.length), 0);
        byte[] output = out.toByteArray();
        for (int change = random.nextInt(12); change > 0 && output.length > 20; change--)
            output = changed(random, output);
        return output;
    }

    private static byte[] changed(Random random, byte[] output) {
        int from = random.nextInt(output.length);
        int length = Math.min(output.length - from, 1 + random.nextInt(random.nextBoolean() ? 4 : 400));
        var out = new ByteArrayOutputStream();
        out.write(output, 0, from);
        switch (random.nextInt(5)) {
            case 0 -> {} // cut out
            case 1 -> {
                out.write(output, from, length);
                out.write(output, from, length);
            }
            case 2 -> {
                for (int i = 0; i < length; i++) out.write(random.nextInt(256));
            }
            case 3 -> out.writeBytes(thrownIn(random).getBytes(StandardCharsets.UTF_8));
            default -> {
                for (int i = 0; i < length; i++) out.write(LIKELY.charAt(random.nextInt(LIKELY.length())));
            }
        }
        out.write(output, from + length, output.length - from - length);
        return out.toByteArray();
    }

    private static String thrownIn(Random random) {
        return List.of(
                        "nan",
                        "-nan",
                        "inf",
                        "-1",
                        "1e999",
                        "99999999999999999999",
                        "\n\n",
                        "\u001B[2K",
                        "\0",
                        ";=%3B",
                        "\r")
                .get(random.nextInt(11));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "1 ",
                "1.5 2.5\n",
                "W",
                "WR1 ",
                "\"",
                "\n\"",
                "||Ax-b||_oo = ",
                "\t",
                "[lmbench3.0 results for x]\n",
                "bw_mem 8m rd;",
                "bw_mem -P 1 ",
                "\"size=0k ovr=1.0\n",
                "a=1\n",
                "= ",
                "- ",
                "--------- ",
                "Writer report\n",
                "9",
                " ",
                "[",
                "A",
                "\u001B["
            })
    void hostileTextIsReadInBoundedTime(String piece) {
        String begin = "T/V N NB P Q Time Gflops\n"
                + "Begin of Summary section.\n"
                + "            kB  reclen    write\n"
                + "\"Writer report\"\n"
                + "\"4\"\n"
                + "Context switching - times in microseconds\n"
                + "\t\tdouble Read Cache Test\n"
                + "C Size\n";
        byte[] hostile = (begin + piece.repeat(500_000 / piece.length())).getBytes(StandardCharsets.UTF_8);
        for (Format tool : Captured.readers()) {
            assertTimeout(Duration.ofSeconds(10), () -> read(tool, hostile, STATED), tool::id);
            assertTimeout(
                    Duration.ofSeconds(5),
                    () -> tool.recognises(Content.of("hostile", hostile).head()),
                    tool::id);
        }
    }
}
