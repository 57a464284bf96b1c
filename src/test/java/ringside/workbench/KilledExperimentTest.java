package ringside.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.adapter.jdbc.JdbcStore;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;

/**
 * An experiment killed at points of chance, on a QEMU that is a fake: no guest is left that is not listed with the command
 * that removes it, and no run is lost or made twice. {@code .ci/kills} for the long of it.
 */
class KilledExperimentTest {
    private static final int KILLS = Integer.getInteger("ringside.kills", 1);
    private static final int REPETITIONS = Math.max(4, KILLS);
    /** The doctor, who takes longest to ask, is asked after every so many. */
    private static final int ROUND = 10;

    @TempDir
    Path folder;

    private final Random chance = new Random(2013);
    private FakeQemu qemu;
    private Program program;
    private Path plan;
    private int left;

    @BeforeEach
    void prepare() throws Exception {
        ShortRuns.needed();
        qemu = new FakeQemu(folder);
        program = qemu.program(folder);
        plan = ShortRuns.plan(folder, REPETITIONS);
    }

    private String[] experiment() {
        return new String[] {
            "experiment",
            "run",
            "--plan",
            plan.toString(),
            "--platform",
            "qemu",
            "--vcpus",
            "1,2",
            "--set",
            "killed",
            "--json"
        };
    }

    @Test
    void noGuestIsLeftThatIsNotListedAndNoRunIsLostOrMadeTwice() throws Exception {
        long began = System.nanoTime();
        boolean over = killed(0, experiment());
        int kills = 1;
        for (; kills < KILLS && !over; kills++) over = killed(kills, "experiment", "resume", "--json");
        if (!over) program.run("experiment", "resume", "--json");
        assertEquals(0, qemu.running());
        try (ResultStore store =
                JdbcStore.open(folder.resolve("data/ringside/store").toString())) {
            List<String> runs = store.runs("killed").stream().map(Run::id).toList();
            assertEquals(3 * ShortRuns.MEASUREMENTS * REPETITIONS, runs.size());
            assertEquals(runs.size(), runs.stream().distinct().count());
        }
        if (KILLS > 1)
            System.out.printf(
                    "%d kills in %d s: %d guests ran on, each was listed with its removal; %d runs, none lost, none twice%n",
                    kills, (System.nanoTime() - began) / 1_000_000_000, left, 3 * ShortRuns.MEASUREMENTS * REPETITIONS);
    }

    /**
     * @param kill the how manieth
     * @return whether it came to its end before it was killed
     */
    private boolean killed(int kill, String... words) throws Exception {
        Process process = program.start(words);
        if (kill == 0) untilItHasBegun(process);
        boolean ended = process.waitFor(300 + chance.nextInt(3500), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        if (ended) {
            assertEquals(0, process.exitValue(), program::said);
            return true;
        }
        Thread.sleep(300); // what it began in its last moment
        if (qemu.running() > 0) assertListed(kill % ROUND == 0);
        return false;
    }

    /** Before that there is nothing that could go on. */
    private void untilItHasBegun(Process process) throws Exception {
        Path out = folder.resolve("out");
        for (int i = 0; i < 3000 && !Files.readString(out).contains("\"event\":\"started\""); i++) {
            assertTrue(process.isAlive(), program::said);
            Thread.sleep(20);
        }
    }

    private void assertListed(boolean byDoctor) throws Exception {
        left++;
        var listed = new ArrayList<>(program.run("guest", "list").lines().toList());
        listed.removeIf(line -> !line.startsWith("left over: bench-"));
        assertEquals(1, listed.size(), "one guest at a time");
        assertTrue(listed.getFirst().contains("; remove it: ringside guest destroy bench-"), listed::toString);
        if (!byDoctor) return;
        String told = program.run("doctor");
        assertTrue(told.contains("$ ringside guest destroy bench-"), told);
    }

    @Test
    void whatItLeftGoesWithIt() throws Exception {
        Process process = program.start(experiment());
        for (int i = 0; i < 1000 && qemu.running() == 0 && process.isAlive(); i++) Thread.sleep(20);
        process.destroyForcibly().waitFor();
        assertEquals(1, qemu.running(), program::said);
        String session = program.run("experiment", "list")
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .split(" ")[0];
        assertEquals(session + " is removed\n", program.run("experiment", "remove", session));
        assertEquals(0, qemu.running());
        assertEquals("No guests.\n", program.run("guest", "list"));
    }
}
