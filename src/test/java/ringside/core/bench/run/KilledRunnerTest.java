package ringside.core.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import ringside.Lab;
import ringside.adapter.local.LocalShell;
import ringside.adapter.ssh.Sshd;
import ringside.core.bench.Measurement;
import ringside.core.bench.preflight.ProgramSearch;
import ringside.core.bench.suite.LmbenchMemory;
import ringside.core.format.Verifying;
import ringside.core.result.Run;
import ringside.workbench.Workbench;

/**
 * {@code bench run} with real tools, killed by kill -9 wherever it is, and gone on with. How often is said by
 * {@code -Dringside.kills=50}.
 */
class KilledRunnerTest {
    private static final int KILLS = Integer.getInteger("ringside.kills", 2);

    private static final String PLAN = """
            ringside-plan: 1
            id: killed
            version: 1
            title: To be killed
            description: Small calls of one tool.
            repetitions:
              warm_up: 1
              at_least: REPETITIONS
              at_most: REPETITIONS
              target_percent: 10
            affinity: free
            directory: DIRECTORY
            longest_s: 30
            benchmarks:
              - benchmark: lmbench-mem
                operation: [rd, wr]
                size: [1k, 4k, 16k]
                cores: 1
                enough_us: 10000
            """;

    @TempDir
    Path folder;

    private final Random random = new Random(2013);
    private final TestReporter reporter;

    KilledRunnerTest(TestReporter reporter) {
        this.reporter = reporter;
    }

    @Test
    void whatIsKilledHereGoesOnWithTheNextMissingRun() throws Exception {
        needsLmbench();
        check(List.of("--target", "local"), List.of());
    }

    @Test
    void whatIsKilledWhileItMeasuresOverSshGoesOnWithTheNextMissingRun() throws Exception {
        needsLmbench();
        try (Sshd sshd = Sshd.start(folder.resolve("sshd"))) {
            Path config = sshd.client("StrictHostKeyChecking accept-new");
            check(List.of("--target", "ssh://lab"), List.of("-Dringside.ssh.config=" + config));
        }
    }

    private void check(List<String> target, List<String> options) throws Exception {
        Path plan = Files.writeString(
                folder.resolve("plan.yaml"),
                PLAN.replace("REPETITIONS", Integer.toString(Math.max(3, KILLS)))
                        .replace("DIRECTORY", folder.toString()));
        Workbench.open(store()).close();
        var run =
                new ArrayList<>(List.of("run", "--plan", plan.toString(), "--set", "killed", "--seed", "5", "--json"));
        run.addAll(target);
        boolean over = killed(options, run);
        int kills = over ? 0 : 1;
        while (kills < KILLS && !over) {
            over = killed(options, List.of("resume", "--json"));
            if (!over) kills++;
        }
        assertTrue(kills > KILLS / 2, "killed only " + kills + " times");
        if (!over) {
            Process last = start(options, List.of("resume", "--json"));
            last.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            assertEquals(0, last.waitFor(), () -> said());
        }
        int runs = compare();
        reporter.publishEntry(Map.of("kills", Integer.toString(kills), "runs", Integer.toString(runs)));
    }

    private static void needsLmbench() {
        var programs = ProgramSearch.find(new LocalShell(), new LmbenchMemory().needs());
        if (!programs.has("bw_mem")) Lab.missing("lmbench is not installed");
    }

    private String store() {
        return folder.resolve("store").toString();
    }

    /** @return whether it had come to its end by itself */
    private boolean killed(List<String> options, List<String> words) throws Exception {
        Process process = start(options, words);
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null && !line.contains("\"run-"); line = out.readLine()) {}
            boolean over = process.waitFor(random.nextInt(900), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            return over && process.exitValue() == 0;
        }
    }

    private Process start(List<String> options, List<String> words) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dringside.machine.lock=" + folder.resolve("lock")));
        command.addAll(options);
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), "ringside.Ringside", "--store", store(), "bench"));
        command.addAll(words);
        var builder = new ProcessBuilder(command)
                .redirectError(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("said").toFile()));
        builder.environment().put("XDG_DATA_HOME", folder.resolve("data").toString());
        return builder.start();
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("said"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** @return how many runs there are, warm-ups included */
    private int compare() throws Exception {
        SessionFolder session =
                SessionFolder.all(folder.resolve("data/ringside/bench")).getFirst();
        List<Ran> made = Journal.read(session.journal()).entries().stream()
                .flatMap(entry -> entry instanceof Ran ran ? Stream.of(ran) : Stream.empty())
                .toList();
        assertEquals(uninterrupted(session), made.stream().map(Ran::slot).toList());
        long sound = made.stream()
                .filter(ran -> ran.isSound() && !ran.slot().warmUp())
                .count();
        assertTrue(sound > 0.8 * made.size() / 2, "on a busy machine a tool may print nothing, but seldom");
        List<String> wanted =
                made.stream().filter(ran -> !ran.slot().warmUp()).map(Ran::run).toList();
        try (Workbench workbench = Workbench.open(store())) {
            List<Run> runs = workbench.store().runs("killed");
            assertEquals(wanted, runs.stream().map(Run::id).toList());
            var verdict = new Verifying(workbench.store(), workbench.formats()).verify("killed");
            assertEquals(List.of(), verdict.faults());
            assertEquals(sound, verdict.reread());
        }
        String id = session.session().id();
        try (var files = Files.list(folder)) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.getFileName().toString().startsWith("ringside-"))
                            .toList());
        }
        assertFalse(isRunning(id), "something of it still runs");
        return made.size();
    }

    /** The slots in the order in which they are filled when nothing comes between. */
    private static List<Slot> uninterrupted(SessionFolder folder) {
        Session session = folder.session();
        Map<Integer, Set<String>> wanted = new HashMap<>();
        for (Entry entry : Journal.read(folder.journal()).entries())
            if (entry instanceof Entry.Expanded expanded) {
                var ids = new LinkedHashSet<String>();
                for (Measurement one : folder.measurements(expanded.sha256())) ids.add(one.id());
                wanted.put(expanded.subject(), ids);
            }
        var history = new History(new Settling(session.plan().repetitions()));
        var slots = new ArrayList<Slot>();
        var schedule = new Schedule(session.seed(), session.plan().repetitions(), wanted, false);
        for (Optional<Slot> next = schedule.next(history); next.isPresent(); next = schedule.next(history)) {
            slots.add(next.get());
            history.add(Rans.empty(next.get()));
        }
        return slots;
    }

    private static boolean isRunning(String session) throws Exception {
        var grep = new ProcessBuilder(
                        "/bin/sh", "-c", "grep -lsF -- \"$1\" /proc/[0-9]*/environ", "sh", "RINGSIDE_RUN=" + session)
                .start();
        return !new String(grep.getInputStream().readAllBytes()).isBlank();
    }
}
