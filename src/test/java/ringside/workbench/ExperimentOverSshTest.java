package ringside.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.Lab;
import ringside.adapter.jdbc.JdbcStore;
import ringside.adapter.ssh.Sshd;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;

/**
 * Experiments on another host: this one, reached by a real SSH server, with directories of its own and a QEMU that is a fake,
 * whose guest is a real SSH server again.
 */
class ExperimentOverSshTest {
    private static final String HOST = "ssh://lab";

    @TempDir
    Path folder;

    private FakeQemu qemu;
    private Sshd sshd;
    private Program program;

    @BeforeEach
    void prepare() throws Exception {
        ShortRuns.needed();
        Lab.needs("perl");
        qemu = new FakeQemu(folder);
        Path far = Files.createDirectory(folder.resolve("far"));
        sshd = Sshd.start(
                folder.resolve("sshd"),
                "SetEnv PATH=%s HOME=%s XDG_DATA_HOME=%s/data XDG_CACHE_HOME=%s/cache"
                        .formatted(qemu.path(), far, far, far));
        Files.writeString(sshd.knownHosts(), "[127.0.0.1]:" + sshd.port() + " " + sshd.hostKey() + "\n");
        program = program(folder);
    }

    @AfterEach
    void end() throws InterruptedException {
        if (sshd != null) sshd.close();
    }

    private Program program(Path data) throws IOException {
        return qemu.program(data)
                .with(
                        "JDK_JAVA_OPTIONS",
                        "-Dringside.ssh.config=" + sshd.client("Host gone", "  HostName 127.0.0.1", "  Port 1"));
    }

    private String[] experiment(int repetitions) throws IOException {
        Path plan = ShortRuns.plan(folder, repetitions);
        return new String[] {
            "experiment",
            "run",
            "--host",
            HOST,
            "--plan",
            plan.toString(),
            "--platform",
            "qemu",
            "--vcpus",
            "1,2",
            "--set",
            "far",
            "--json"
        };
    }

    private String out() {
        try {
            return Files.readString(folder.resolve("out"));
        } catch (IOException e) {
            return "";
        }
    }

    private long told(String word) {
        return out().lines()
                .filter(line -> line.startsWith("{\"event\":\"" + word + "\""))
                .count();
    }

    private void until(Process process, Callable<Boolean> there) throws Exception {
        for (int i = 0; i < 3000 && !there.call(); i++) {
            assertTrue(process.isAlive(), () -> "it has ended: " + program.said() + out());
            Thread.sleep(20);
        }
        assertTrue(there.call(), "waited a minute in vain");
    }

    private List<Run> runs() {
        try (ResultStore store =
                JdbcStore.open(folder.resolve("data/ringside/store").toString())) {
            return store.runs("far");
        }
    }

    private void assertWhole(int repetitions) {
        List<Run> runs = runs();
        assertEquals(3 * ShortRuns.MEASUREMENTS * repetitions, runs.size());
        assertEquals(runs.size(), runs.stream().map(Run::id).distinct().count());
        runs.forEach(run -> assertEquals("", run.outcome().reason()));
    }

    private void assertNothingIsLeft() throws Exception {
        assertEquals(0, qemu.running());
        assertEquals("No guests.\n", program.run("guest", "list", "--host", HOST));
    }

    @Test
    void hostAndGuestsAreMeasuredThereAndNothingIsLeft() throws Exception {
        String told = program.run(experiment(2));
        assertWhole(2);
        assertNothingIsLeft();
        List<String> copied = told.lines()
                .filter(line -> line.contains("\"step\":\"the image lab is copied to lab\""))
                .map(line -> line.replaceAll(".*\"subject\":(\\d+).*", "$1"))
                .distinct()
                .toList();
        assertEquals(1, copied.size(), "for the first of the guests, and for no other");
        for (Run run : runs()) {
            Map<String, String> conditions = run.conditions();
            boolean guest = run.configuration().platform().equals("qemu");
            assertTrue(conditions.containsKey("clock_offset_before_ms"), conditions::toString);
            for (String key : List.of("host_clock_offset_after_ms", "host_steal", "host_load_before"))
                assertEquals(guest, conditions.containsKey(key), () -> key + " in " + conditions);
            String exact = run.configuration().settings().getOrDefault("configuration", "");
            if (guest) assertTrue(exact.contains(folder + "/far/cache/ringside/copies/lab-"), exact);
            assertEquals("lab", run.configuration().environment().name());
        }
        assertFalseAnywhere(folder.resolve("far/cache"), "key");
        String copy = program.run("guest", "image", "list", "--host", HOST)
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .split(" ")[0];
        program.run("guest", "image", "remove", copy, "--host", HOST);
        assertEquals("No images.\n", program.run("guest", "image", "list", "--host", HOST));
    }

    private static void assertFalseAnywhere(Path folder, String name) throws IOException {
        try (var files = Files.walk(folder)) {
            assertEquals(
                    0,
                    files.filter(file -> file.getFileName().toString().equals(name))
                            .count());
        }
    }

    @Test
    void anotherWorkbenchIsRefusedThereInOneLineForAll() throws Exception {
        Process first = program.start(experiment(40));
        until(first, () -> told("run-ended") > 2);
        Path other = Files.createDirectory(folder.resolve("other"));
        // The file that is locked is the host's; each program of these tests has one of its own unless it is this
        Files.createSymbolicLink(other.resolve("lock"), folder.resolve("lock"));
        Program second = program(other);
        Process refused = second.start(experiment(40));
        assertTrue(refused.waitFor(60, TimeUnit.SECONDS));
        assertEquals(1, refused.exitValue());
        String said = second.said();
        assertEquals(
                1,
                said.lines()
                        .filter(line -> line.contains("lab is being measured by another Ringside"))
                        .count(),
                said);
        assertTrue(first.isAlive());
        first.destroyForcibly().waitFor();
        program.run("experiment", "remove", session());
        assertNothingIsLeft();
    }

    private String session() throws Exception {
        return program.run("experiment", "list")
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .split(" ")[0];
    }

    @Test
    void killedItIsListedThereAndGoesOnWhereItWas() throws Exception {
        Process process = program.start(experiment(2));
        until(process, () -> told("guest-started") > 1 && qemu.running() > 0);
        process.destroyForcibly().waitFor();
        assertEquals(1, qemu.running());
        String listed = program.run("guest", "list", "--host", HOST);
        assertTrue(
                listed.contains("remove it: ringside guest destroy bench-") && listed.contains(" --host " + HOST),
                listed);
        program.run("experiment", "resume", "--json");
        assertWhole(2);
        assertNothingIsLeft();
    }

    @Test
    void aLostConnectionCostsAMessageAndItGoesOn() throws Exception {
        Process process = program.start(experiment(2));
        until(process, () -> told("guest-started") > 1 && qemu.running() > 0);
        sshd.cut();
        assertTrue(process.waitFor(90, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), program::said);
        assertTrue(told("subject-lost") + told("subject-back") > 0, this::out);
        assertEquals(0, told("subject-set-aside"), this::out);
        assertWhole(2);
        assertNothingIsLeft();
    }

    @Test
    void aHostThatIsNotThereIsSaidOnce() throws Exception {
        Process process = program.start("experiment", "plan", "--host", "ssh://gone");
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(1, process.exitValue());
        List<String> said = program.said()
                .lines()
                .filter(line -> !line.startsWith("NOTE: "))
                .toList();
        assertEquals(1, said.size(), said::toString);
        assertTrue(said.getFirst().contains("127.0.0.1:1 cannot be reached by SSH"), said::toString);
    }
}
