package ringside.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.Exclusive;
import ringside.Lab;
import ringside.adapter.jdbc.JdbcStore;
import ringside.adapter.libvirt.Daemons;
import ringside.adapter.local.LocalShell;
import ringside.adapter.ssh.Sshd;
import ringside.core.host.Command;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;
import ringside.core.result.Selection;

/** A real experiment: this host, a guest under QEMU and one under libvirt, a benchmark of each class, all removed. */
@Exclusive
class ExperimentLabTest {
    private static final Duration MOST = Duration.ofMinutes(4);
    private static final Path LIBVIRTS = Path.of("/var/lib/libvirt/images");

    private static final String PLAN = """
            ringside-plan: 1
            id: classes
            version: 1
            title: One benchmark of each class
            description: Seconds a configuration.
            repetitions: {warm_up: 0, at_least: 1, at_most: 1, target_percent: 50}
            affinity: first-cores
            longest_s: 60
            benchmarks:
              - {benchmark: lmbench-ctx, processes: [2], size_kb: [0], cores: [1]}
              - {benchmark: lmbench-mem, operation: [rd], size: [64k], cores: [1]}
              - {benchmark: cachebench, operation: [read], least: 1k, most: 16k, limit_ms: 20, cores: [1]}
              - {benchmark: iozone, operation: [write, read], file: [4m], record: 64k}
            """;

    private static Daemons daemons;

    @TempDir
    Path folder;

    @BeforeAll
    static void begin() throws Exception {
        LabImage.needed();
        Lab.needsRoot();
        List.of("iozone", "cc").forEach(Lab::needs);
        daemons = Daemons.running();
    }

    @AfterAll
    static void end() {
        if (daemons != null) daemons.close();
    }

    @Test
    void hostQemuAndLibvirtAreMeasuredInOneSessionAndNothingIsLeft() throws Exception {
        Path cache = Files.createDirectory(folder.resolve("cache"));
        Files.createSymbolicLink(cache.resolve("ringside"), LabImage.folder());
        Path plan = Files.writeString(folder.resolve("plan.yaml"), PLAN);
        var program = new Program(folder).with("XDG_CACHE_HOME", cache.toString());
        long began = System.nanoTime();
        program.run(
                "experiment",
                "run",
                "--plan",
                plan.toString(),
                "--platform",
                "qemu,libvirt-qemu",
                "--set",
                "lab",
                "--json");
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertTrue(took.compareTo(MOST) < 0, () -> "it took " + took.toSeconds() + " s");
        assertEquals("No guests.\n", program.run("guest", "list"));
        assertEquals(0, running());
        assertEquals(Set.of(), rooms());
        look();
        Path archive = folder.resolve("lab.ringside");
        program.run("export", "--set", "lab", "--out", archive.toString());
        program.run("--store", folder.resolve("other").toString(), "import", archive.toString());
    }

    @Test
    void aHostReachedBySshGetsTheImageAndIsComparedWithAGuestThere() throws Exception {
        assumeTrue(
                Boolean.getBoolean("ringside.slow"),
                "ExperimentOverSshTest has the same with a fake guest; the real one takes two minutes: -Dringside.slow=true runs it");
        Path cache = Files.createDirectory(folder.resolve("cache"));
        Files.createSymbolicLink(cache.resolve("ringside"), LabImage.folder());
        Path plan = Files.writeString(
                folder.resolve("plan.yaml"),
                PLAN.lines().filter(line -> !line.contains("cachebench")).collect(Collectors.joining("\n")));
        Path far = Files.createDirectory(folder.resolve("far"));
        try (Sshd sshd = Sshd.start(
                folder.resolve("sshd"),
                "SetEnv HOME=%s XDG_DATA_HOME=%s/data XDG_CACHE_HOME=%s/cache".formatted(far, far, far))) {
            Files.writeString(sshd.knownHosts(), "[127.0.0.1]:" + sshd.port() + " " + sshd.hostKey() + "\n");
            var program = new Program(folder)
                    .with("XDG_CACHE_HOME", cache.toString())
                    .with("JDK_JAVA_OPTIONS", "-Dringside.ssh.config=" + sshd.client());
            String told = program.run(
                    "experiment",
                    "run",
                    "--host",
                    "ssh://lab",
                    "--plan",
                    plan.toString(),
                    "--platform",
                    "qemu",
                    "--set",
                    "far",
                    "--json");
            assertTrue(told.contains("\"step\":\"the image lab is copied to lab\""), told);
            assertEquals("No guests.\n", program.run("guest", "list", "--host", "ssh://lab"));
            assertEquals(0, running());
        }
        try (ResultStore store =
                JdbcStore.open(folder.resolve("data/ringside/store").toString())) {
            List<Run> runs = store.runs("far");
            assertEquals(6, runs.size());
            for (Run run : runs) {
                assertEquals("", run.outcome().reason());
                assertEquals("lab", run.configuration().environment().name());
                boolean guest = run.configuration().platform().equals("qemu");
                assertEquals(guest, run.conditions().containsKey("host_clock_offset_before_ms"));
                String exact = run.configuration().settings().getOrDefault("configuration", "");
                assertEquals(guest, exact.contains(far + "/cache/ringside/copies/lab-"), exact);
            }
        }
    }

    private void look() {
        try (ResultStore store =
                JdbcStore.open(folder.resolve("data/ringside/store").toString())) {
            List<Run> runs = store.runs("lab");
            var benchmarks = new TreeMap<String, Set<String>>();
            var configurations = new TreeMap<String, String>();
            for (Run run : runs) {
                String platform = run.configuration().platform();
                benchmarks.computeIfAbsent(platform, known -> new TreeSet<>()).add(run.benchmark());
                configurations.put(platform, run.configuration().settings().getOrDefault("configuration", ""));
                assertTrue(
                        run.outcome().reason().isEmpty(),
                        () -> run.id() + ": " + run.outcome().reason());
            }
            Set<String> classes = Set.of("lmbench-ctx", "lmbench-mem", "cachebench", "iozone");
            for (String platform : List.of("host", "qemu", "libvirt-qemu"))
                assertEquals(classes, benchmarks.get(platform), platform);
            assertEquals(
                    1,
                    runs.stream()
                            .map(run -> run.configuration().environment())
                            .distinct()
                            .count());
            assertTrue(
                    configurations.getOrDefault("qemu", "").startsWith("qemu-system-x86_64 -name "),
                    configurations::toString);
            assertTrue(configurations.getOrDefault("libvirt-qemu", "").startsWith("<domain type=\"qemu\">"));
            var disks = new TreeSet<String>();
            store.samples(Selection.ofSets(Set.of("lab")), (set, run, sample) -> {
                String disk = sample.parameters().get("disk");
                if (disk != null) disks.add(run.configuration().platform() + " " + disk);
            });
            assertEquals(new TreeSet<>(List.of("host native", "libvirt-qemu raw", "qemu raw")), disks);
        }
    }

    /** VMMs of a session's guests. */
    private long running() {
        return new LocalShell()
                .run(Command.of(
                        "sh", "-c", "cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' '\\n' | grep -a '^guest=bench-'"))
                .out()
                .lines()
                .count();
    }

    private static Set<String> rooms() throws Exception {
        if (!Files.isDirectory(LIBVIRTS)) return Set.of();
        var rooms = new ArrayList<String>();
        try (var files = Files.list(LIBVIRTS)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("ringside-bench-"))
                    .forEach(rooms::add);
        }
        return Set.copyOf(rooms);
    }
}
