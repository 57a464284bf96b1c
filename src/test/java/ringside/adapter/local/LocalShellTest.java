package ringside.adapter.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.Lab;
import ringside.core.Progress;
import ringside.core.host.Answer;
import ringside.core.host.Command;

class LocalShellTest {
    private final LocalShell shell = new LocalShell();

    @TempDir
    Path folder;

    @BeforeEach
    void needsAPosixShell() {
        Lab.needs("sh");
    }

    @Test
    void givesWhatAProgramPrintsAndItsExitCode() {
        Answer answer = shell.run(
                Command.of("sh", "-c", "cat; echo trouble >&2; exit 3").reading("héllo"));
        assertEquals("héllo", answer.out());
        assertEquals("trouble\n", answer.err());
        assertEquals(3, answer.exit());
        assertEquals(Answer.Ending.EXITED, answer.ending());
    }

    @Test
    void aProgramThatIsNotThereEndsAsShellsSayIt() {
        assertEquals(
                Answer.NOT_FOUND, shell.run(Command.of("no-such-program-here")).exit());
        assertEquals(Answer.NOT_FOUND, shell.run(Command.of("/no/such/program")).exit());
    }

    /**
     * Virtual threads run on as many others as there are processors. One that waits for a pipe would hold one of them; the
     * scheduler makes up for that, but after half a minute it forgets to. Here it may not at all.
     */
    @Test
    void aProgramThatSaysNothingHoldsNoThreadThatVirtualOnesRunOn() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djdk.virtualThreadScheduler.parallelism=1",
                        "-Djdk.virtualThreadScheduler.maxPoolSize=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Silence.class.getName())
                .redirectErrorStream(true)
                .start();
        try {
            assertTrue(other.waitFor(60, TimeUnit.SECONDS), "it hangs");
            assertEquals("TIMED_OUT", new String(other.getInputStream().readAllBytes(), UTF_8).strip());
        } finally {
            other.descendants().forEach(ProcessHandle::destroyForcibly);
            other.destroyForcibly();
        }
    }

    static final class Silence {
        private Silence() {}

        public static void main(String[] arguments) throws InterruptedException {
            Thread.startVirtualThread(() -> System.out.println(new LocalShell()
                            .run(Command.of("sleep", "120").within(Duration.ofSeconds(1)))
                            .ending()))
                    .join();
        }
    }

    @Test
    void aFileThatIsNoProgramMayNotBeRun() throws Exception {
        Path file = Files.writeString(folder.resolve("text"), "no program");
        assertEquals(
                Answer.NOT_PERMITTED, shell.run(Command.of(file.toString())).exit());
    }

    @Test
    void aProgramThatHangsIsKilledWithAllItStarted() throws Exception {
        Path pid = folder.resolve("pid");
        Answer answer =
                shell.run(Command.of("sh", "-c", "sleep 60 & echo $! > \"$0\"; echo first; wait", pid.toString())
                        .within(Duration.ofMillis(400)));
        assertEquals(Answer.Ending.TIMED_OUT, answer.ending());
        assertEquals("first\n", answer.out());
        assertTrue(answer.took().toMillis() < 2000, answer::toString);
        assertGone(Long.parseLong(Files.readString(pid).strip()));
    }

    private static void assertGone(long pid) throws InterruptedException {
        for (int i = 0;
                i < 100 && ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
                i++) Thread.sleep(20);
        assertFalse(ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
    }

    @Test
    void aProgramThatPrintsWithoutEndIsStopped() {
        Answer answer = shell.run(Command.of("yes", "ringside").atMost(100_000));
        assertEquals(Answer.Ending.TOO_LONG, answer.ending());
        assertEquals(100_000, answer.out().length());
    }

    @Test
    void aProgramThatReadsNothingMayBeGivenMuch() {
        Answer answer = shell.run(Command.of("true").reading(new byte[5 << 20]));
        assertEquals(0, answer.exit());
    }

    @Test
    void anInterruptKillsTheProgramAndCancels() throws Exception {
        Path pid = folder.resolve("pid");
        var ending = new AtomicReference<Throwable>();
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                shell.run(Command.of("sh", "-c", "echo $$ > \"$0\"; exec sleep 60", pid.toString()));
            } catch (RuntimeException e) {
                ending.set(e);
            }
        });
        while (!Files.exists(pid) || Files.size(pid) == 0) Thread.sleep(10);
        thread.interrupt();
        assertTrue(thread.join(Duration.ofSeconds(2)));
        assertInstanceOf(Progress.Cancelled.class, ending.get());
        assertGone(Long.parseLong(Files.readString(pid).strip()));
    }

    @Test
    void readsAFileAndSaysWhyItCannot() throws Exception {
        Path file = Files.writeString(folder.resolve("text"), "there\n");
        assertEquals("there\n", shell.read(file.toString()).out());
        Answer none = shell.read(folder.resolve("none").toString());
        assertEquals(1, none.exit());
        assertTrue(none.complaint().endsWith("No such file or directory"), none::complaint);
    }
}
