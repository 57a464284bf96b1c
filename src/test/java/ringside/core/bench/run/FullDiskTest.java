package ringside.core.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.Lab;
import ringside.adapter.jdbc.JdbcStore;
import ringside.adapter.local.LocalShell;
import ringside.core.RingsideException;
import ringside.core.host.AccessQuestions;
import ringside.core.result.ResultStore;
import ringside.core.result.Selection;

/** A disk that is really full: a file system of a few hundred KiB. */
class FullDiskTest {
    private static final int RUNS = 60;

    @TempDir
    Path folder;

    @Test
    void aFullDiskStopsTheSessionWithoutLossAndWithRoomItGoesOn() throws Exception {
        Lab.needsRoot();
        Path disk = Files.createDirectory(folder.resolve("disk"));
        if (run("mount", "-t", "tmpfs", "-o", "size=200k", "none", disk.toString()) != 0)
            Lab.missing("this needs a machine that lets a file system be mounted");
        try (ResultStore store = JdbcStore.open("jdbc:h2:mem:" + UUID.randomUUID())) {
            // Each run prints something else, so each output takes a block of the disk
            var tiny = new Tiny(1, "echo \"1.00 $$.00\" >&2");
            var ground = new Ground(folder.resolve("host").toString(), subject -> folder + "/lock", List.of());
            var measuring = new Measuring((target, questions) -> new LocalShell(), store, disk, List.of(tiny), ground);
            Session session =
                    measuring.begin(Tiny.plan(0, RUNS, RUNS), List.of(Tiny.local("one")), "mine", OptionalLong.of(1));
            var full = assertThrows(
                    RingsideException.class,
                    () -> measuring.measure(session, AccessQuestions.NOBODY, new Controls(), event -> {}));
            assertTrue(full.problem().endsWith("so measuring has stopped"), full::problem);
            assertTrue(full.remedy().contains("ringside bench resume"), full::remedy);
            long kept = store.count(Selection.ofSets(Set.of("mine")));
            assertTrue(kept > 5 && kept < RUNS, "kept " + kept);
            assertEquals(kept, measuring.sessions().getFirst().runs());
            assertEquals(0, run("mount", "-o", "remount,size=4m", disk.toString()));
            assertTrue(measuring
                    .measure(session, AccessQuestions.NOBODY, new Controls(), event -> {})
                    .complete());
            assertEquals(RUNS, store.count(Selection.ofSets(Set.of("mine"))));
            assertEquals(RUNS, store.runs("mine").size());
        } finally {
            assertEquals(0, run("umount", disk.toString()));
        }
    }

    private static int run(String... words) throws Exception {
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
