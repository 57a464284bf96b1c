package ringside.core.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.core.RingsideException;
import ringside.core.result.Sample;

/** What happens to outputs on their way: cut off, sent through a terminal, mixed with other programs' words. */
class DamagedOutputTest {
    private static final String CHATTER = "[vm:04711] 1 more process has sent help message help-mpi-btl-base.txt";

    static List<Captured> captured() {
        return Captured.all();
    }

    @ParameterizedTest
    @MethodSource("captured")
    void whateverIsLeftOfACutOutputIsReadAsInTheWhole(Captured output) {
        Set<Sample> whole = new HashSet<>(Captured.samples(output.read()));
        for (int end = 0; end < output.bytes().length; end += 97) {
            Reading cut = readOrRefused(output.with(Arrays.copyOf(output.bytes(), end)));
            for (Sample sample : Captured.samples(cut))
                assertTrue(whole.contains(sample), "cut at " + end + " it yields " + sample);
        }
    }

    @ParameterizedTest
    @MethodSource("captured")
    void aDocumentThatIsCutIsRefusedAsAWhole(Captured output) {
        if (!output.isMarkup() || output.name().endsWith(".jsonl")) return;
        int whole = Stream.of("\n}", "\n]", "</Phoronix")
                .mapToInt(output.asText()::lastIndexOf)
                .max()
                .orElseThrow();
        for (int end = output.asText().indexOf('"') + 200; end < whole; end += 97) {
            Captured cut = output.with(Arrays.copyOf(output.bytes(), end));
            RingsideException refused = assertThrows(RingsideException.class, cut::read, "cut at " + end);
            assertTrue(refused.problem().matches(".*, line \\d+: .*"), refused::problem);
        }
    }

    @ParameterizedTest
    @MethodSource("captured")
    void carriageReturnsDoNotMatter(Captured output) {
        if (output.isBinary() || output.asText().contains("\r")) return;
        assertEquals(
                output.read(),
                output.with(output.asText().replace("\n", "\r\n")).read());
    }

    @ParameterizedTest
    @MethodSource("captured")
    void coloursDoNotMatter(Captured output) {
        if (output.isBinary() || output.isMarkup()) return;
        String coloured = output.asText().replaceAll("(?m)^(.+)$", "\u001B[1;32m$1\u001B[0m\u001B[K");
        assertEquals(output.read(), output.with(coloured).read());
    }

    @ParameterizedTest
    @MethodSource("captured")
    void aMissingLastLineEndLosesNoFinishedResult(Captured output) {
        if (output.isBinary()) return;
        assertEquals(
                Captured.samples(output.read()),
                Captured.samples(output.with(output.asText().replaceFirst("[\\r\\n]+$", ""))
                        .read()));
    }

    @ParameterizedTest
    @MethodSource("captured")
    void chatterBetweenTheLinesDoesNotMatter(Captured output) {
        if (output.isBinary() || output.isMarkup()) return;
        String noisy = output.asText().replace("\n", "\n" + CHATTER + "\n");
        assertEquals(
                Captured.samples(output.read()).stream()
                        .map(DamagedOutputTest::withoutLine)
                        .toList(),
                Captured.samples(output.with(noisy).read()).stream()
                        .map(DamagedOutputTest::withoutLine)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("captured")
    void theSameOutputAppendedIsMeasuredAgain(Captured output) {
        if (output.isBinary() || output.isMarkup()) return;
        Reading once = output.read();
        Reading twice = output.with(output.asText() + output.asText()).read();
        assertEquals(2 * Captured.samples(once).size(), Captured.samples(twice).size());
        for (Sample sample : Captured.samples(once)) {
            long same = Captured.samples(twice).stream()
                    .filter(other -> other.metric().equals(sample.metric())
                            && other.parameters()
                                    .point()
                                    .equals(sample.parameters().point()))
                    .map(Sample::repetition)
                    .distinct()
                    .count();
            long before = Captured.samples(once).stream()
                    .filter(other -> other.metric().equals(sample.metric())
                            && other.parameters()
                                    .point()
                                    .equals(sample.parameters().point()))
                    .count();
            assertEquals(2 * before, same, sample.toString());
        }
    }

    private static Reading readOrRefused(Captured output) {
        try {
            return output.read();
        } catch (RingsideException refused) {
            return new Reading(List.of(), List.of(), List.of());
        }
    }

    private static Sample withoutLine(Sample sample) {
        return new Sample(sample.metric(), sample.parameters(), sample.repetition(), sample.value(), 0);
    }
}
