package ringside.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.Lab;
import ringside.adapter.jdbc.JdbcStore;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;

/** A disk that is really full where guests are kept, from the middle of an experiment on: a file system of its own. */
class FullGuestDiskTest {
    private static final int REPETITIONS = 6;

    @TempDir
    Path folder;

    @Test
    void theRestIsMeasuredTheFailureIsSaidAndWithRoomItGoesOn() throws Exception {
        ShortRuns.needed();
        var qemu = new FakeQemu(folder);
        var program = qemu.program(folder);
        Path guests = Files.createDirectories(folder.resolve("data/ringside/guests"));
        if (run("mount", "-t", "tmpfs", "-o", "size=1m", "none", guests.toString()) != 0)
            Lab.missing("this needs a machine that lets a file system be mounted");
        try {
            fillOnceAGuestHasStarted(program, guests);
            String told = Files.readString(folder.resolve("out"));
            assertTrue(told.contains("\"event\":\"subject-set-aside\""), told);
            assertTrue(told.contains("No space left on device"), told);
            assertEquals(ShortRuns.MEASUREMENTS * REPETITIONS, runs("host"), "the host is measured to its end");
            long before = runs("qemu");
            assertTrue(
                    before >= ShortRuns.MEASUREMENTS && before < ShortRuns.MEASUREMENTS * REPETITIONS,
                    "of the guest " + before);
            assertEquals(0, qemu.running());
            assertEquals("No guests.\n", program.run("guest", "list"), "nothing half made is left");

            Files.delete(guests.resolve("filler"));
            program.run("experiment", "resume", "--json");
            assertEquals(ShortRuns.MEASUREMENTS * REPETITIONS, runs("host"));
            assertEquals(ShortRuns.MEASUREMENTS * REPETITIONS, runs("qemu"));
            assertEquals("No guests.\n", program.run("guest", "list"));
        } finally {
            assertEquals(0, run("umount", guests.toString()));
        }
    }

    private void fillOnceAGuestHasStarted(Program program, Path disk) throws Exception {
        Path plan = ShortRuns.plan(folder, REPETITIONS);
        Process process = program.start(
                "experiment", "run", "--plan", plan.toString(), "--platform", "qemu", "--set", "full", "--json");
        for (int i = 0; i < 3000 && !hasMeasuredAGuest(); i++) {
            assertTrue(process.isAlive(), program::said);
            Thread.sleep(10);
        }
        try (OutputStream filler = Files.newOutputStream(disk.resolve("filler"))) {
            while (true) filler.write(new byte[1024]);
        } catch (IOException full) {
            assertTrue(process.isAlive(), "it was over before the disk was full");
        }
        assertTrue(process.waitFor(120, TimeUnit.SECONDS));
        assertEquals(1, process.exitValue(), program::said);
    }

    private boolean hasMeasuredAGuest() throws IOException {
        return Files.readString(folder.resolve("out")).contains("\"event\":\"guest-removed\"");
    }

    private long runs(String platform) {
        try (ResultStore store =
                JdbcStore.open(folder.resolve("data/ringside/store").toString())) {
            List<Run> runs = store.runs("full");
            assertEquals(runs.size(), runs.stream().map(Run::id).distinct().count(), "none twice");
            return runs.stream()
                    .filter(run -> run.configuration().platform().equals(platform))
                    .count();
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
