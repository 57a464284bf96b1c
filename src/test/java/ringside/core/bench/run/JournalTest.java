package ringside.core.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.core.RingsideException;
import ringside.core.result.Configuration;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Value;

class JournalTest {
    private static final Metric LATENCY = Metric.lower("latency", "us");
    private static final List<Entry> ENTRIES = List.of(
            new Entry.Expanded(
                    0, Configuration.of("host", "a \"label\"\n"), Map.of("sh", "/bin/sh"), "ab", 2, 1L << 34),
            ran(),
            new Entry.Skipped(0, "tiny/ä=1"),
            new Entry.Noted(Instant.parse("2026-11-25T00:00:00Z"), "the fan, {\"loud\"}"),
            new Entry.Finished(Instant.parse("2026-11-25T01:00:00Z")));

    @TempDir
    Path folder;

    private static Ran ran() {
        return new Ran(
                new Slot(0, "tiny/size=1", false, 3),
                "s-0-1-3",
                "tiny",
                Parameters.of("operation", "a;b"),
                List.of("sh", "-c", "echo '\"'"),
                Instant.parse("2026-11-25T00:00:00Z"),
                Instant.parse("2026-11-25T00:00:01.5Z"),
                Duration.ofMillis(1502),
                new Run.Outcome.Incomplete("cut"),
                Optional.of(new Run.Raw("cd", "lmbench", "x.txt")),
                List.of(new Ran.Part(
                        "tiny",
                        List.of(
                                new Sample(LATENCY, Parameters.of("x", 1), 1, Value.of(0.1 + 0.2), 4),
                                new Sample(LATENCY, Parameters.of("x", 2), 1, Value.missing("no"), 0)),
                        "note")),
                Map.of("steal", "0.1"),
                "");
    }

    private Path written() throws IOException {
        Path file = folder.resolve("journal.jsonl");
        try (Journal journal = Journal.open(file, Journal.read(file))) {
            ENTRIES.forEach(journal::add);
        }
        return file;
    }

    @Test
    void whatWasWrittenIsReadBack() throws Exception {
        Path file = written();
        Journal.Content content = Journal.read(file);
        assertEquals(ENTRIES, content.entries());
        assertFalse(content.torn());
        try (Journal journal = Journal.open(file, content)) {
            journal.add(ENTRIES.getLast());
        }
        assertEquals(ENTRIES.size() + 1, Journal.read(file).entries().size());
    }

    @Test
    void whereverTheLastLineIsCutTheOthersAreReadAndTheNextIsWrittenInItsPlace() throws Exception {
        byte[] whole = Files.readAllBytes(written());
        int lastLine = whole.length - 1;
        while (whole[lastLine - 1] != '\n') lastLine--;
        for (int length = lastLine; length < whole.length; length++) {
            Path file = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
            Journal.Content content = Journal.read(file);
            assertEquals(ENTRIES.subList(0, 4), content.entries());
            assertEquals(length > lastLine, content.torn());
            try (Journal journal = Journal.open(file, content)) {
                journal.add(ENTRIES.getLast());
            }
            assertEquals(ENTRIES, Journal.read(file).entries());
        }
    }

    @Test
    void aLineInTheMiddleThatIsNotAsItWasIsRefusedByItsPlace() throws Exception {
        byte[] whole = Files.readAllBytes(written());
        int second = 0;
        while (whole[second++] != '\n') {}
        for (int i = second; i < second + 300; i += 7) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 1;
            if (damaged[i] == '\n') continue;
            Path file = Files.write(folder.resolve("damaged"), damaged);
            var refused = assertThrows(RingsideException.class, () -> Journal.read(file));
            assertEquals(file + ", line 2: this is not what was written", refused.problem());
            assertTrue(Arrays.equals(damaged, Files.readAllBytes(file)));
        }
    }
}
