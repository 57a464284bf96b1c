package ringside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import ringside.Lab;
import ringside.core.bench.plan.PlanFile;
import ringside.core.bench.plan.Plans;
import ringside.core.json.Json;

/** What is looked at before anything is measured, and what a host is to a run. */
@EnabledOnOs(OS.LINUX)
class BenchCommandsTest {
    @TempDir
    Path folder;

    private record Ran(int exit, String out, String err) {}

    private Ran run(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = RingsideCommand.run(
                words,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                location -> {});
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Path plan() throws IOException {
        return plan("""
                  - benchmark: lmbench-mem
                    operation: rd
                    size: 4k
                    cores: 1
                """);
    }

    private Path plan(String stage) throws IOException {
        String text = PlanFile.write(Plans.byId("quick").orElseThrow());
        String one = text.substring(0, text.indexOf("  - benchmark")) + stage;
        return Files.writeString(folder.resolve("mine.yaml"), one);
    }

    @Test
    void listNamesBenchmarksAndPlans() {
        Ran ran = run("bench", "list");
        assertEquals(0, ran.exit(), ran.err());
        assertTrue(ran.out().contains("lmbench-ctx") && ran.out().contains("opsahl-2013-small"), ran.out());
        Map<String, Object> json = Json.object(run("bench", "list", "--json").out());
        assertEquals(Set.of("benchmarks", "plans"), json.keySet());
    }

    @Test
    void planPrintsEveryCommandAndHowLongItTakes() throws IOException {
        Ran ran = run("bench", "plan", "--plan", plan().toString());
        assertEquals(0, ran.exit(), ran.err());
        assertTrue(ran.out().matches("taskset -c 0 env ENOUGH=10000 \\S*bw_mem -W 0 -N 1 -P 1 4096 rd\n"), ran.out());
        assertTrue(ran.err().contains("1 commands, each 1 time; about 0 seconds"), ran.err());
    }

    @Test
    void planAsJsonHasTheWordsOfEachCommand() {
        Ran ran = run("bench", "plan", "--json");
        assertEquals(0, ran.exit(), ran.err());
        Map<String, Object> json = Json.object(ran.out());
        assertEquals("quick", json.get("plan"));
        List<?> commands = (List<?>) Objects.requireNonNull(json.get("commands"));
        Map<?, ?> linpack = (Map<?, ?>) commands.getFirst();
        assertEquals("hpl", linpack.get("benchmark"));
        assertTrue(String.valueOf(linpack.get("files")).contains("1000         Ns"), linpack::toString);
    }

    @Test
    void aPlanCanBePrintedToBeChanged() throws IOException {
        Ran ran = run("bench", "plan", "--plan", "opsahl-2013", "--yaml");
        Path file = Files.writeString(folder.resolve("copy.yaml"), ran.out());
        assertEquals(Plans.byId("opsahl-2013").orElseThrow(), PlanFile.read(file));
    }

    @Test
    void aPlanThatIsWrongFailsWithItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.yaml"), "ringside-plan: 1\nid: A\n");
        Ran ran = run("bench", "plan", "--plan", file.toString());
        assertEquals(1, ran.exit());
        assertTrue(ran.err().contains("wrong.yaml, line 2: id: \"A\""), ran.err());
        assertEquals("", ran.out());
    }

    @Test
    void preflightSaysWhatStandsAgainstThePlan() throws IOException {
        Ran ran = run("bench", "preflight", "--plan", plan().toString(), "--json");
        assertEquals(0, ran.exit(), ran.err());
        Map<String, Object> json = Json.object(ran.out());
        for (Object finding : (List<?>) Objects.requireNonNull(json.get("findings")))
            assertEquals(
                    Set.of("kind", "weight", "seen", "effect", "remedy", "command"), ((Map<?, ?>) finding).keySet());
        assertEquals(0, run("bench", "preflight").exit());
    }

    @Test
    void aHostsFilesLieOnANativeDisk() throws IOException {
        Lab.needs("iozone");
        Path file = plan("""
                  - benchmark: iozone
                    file: 1m
                    record: 64k
                """);
        String store = folder.resolve("store").toString();
        Ran ran = run("--store", store, "bench", "run", "--plan", file.toString(), "--set", "files");
        assertEquals(0, ran.exit(), ran.err());
        String configuration =
                run("--store", store, "sets", "show", "files", "--json").out();
        assertTrue(configuration.matches("(?s).*\"iozone\" ?: ?\"iozone3? [0-9].*"), configuration);
        String samples = run("--store", store, "samples", "--set", "files").out();
        assertTrue(samples.contains("disk=native;file_kb=1024"), samples);
    }

    @Test
    void aRunTellsBeforeWhatStandsAgainstIt() throws IOException {
        Path file = Files.writeString(
                folder.resolve("elsewhere.yaml"),
                Files.readString(plan()).replaceFirst("affinity: .*", "affinity: [4096]"));
        Ran ran = run(
                "--store", folder.resolve("store").toString(), "bench", "run", "--plan", file.toString(), "--set", "s");
        assertEquals(1, ran.exit());
        assertTrue(ran.err().contains(" stops: the plan binds to core 4096, and the host has "), ran.err());
        assertTrue(ran.err().contains("ringside: The plan binds to core 4096"), ran.err());
        assertEquals("", ran.out());
    }

    @Test
    void doctorLooksAtEveryJobAndFindsFault() {
        Ran ran = run("--store", folder.resolve("store").toString(), "doctor", "--json");
        assertEquals(0, ran.exit(), ran.err());
        List<Object> jobs = Json.list(ran.out());
        List<String> ids = jobs.stream()
                .map(job -> String.valueOf(((Map<?, ?>) job).get("job")))
                .toList();
        assertTrue(
                ids.containsAll(List.of(
                        "benchmark-hpl",
                        "guests-qemu",
                        "guests-kvm",
                        "guests-libvirt",
                        "guests-xen",
                        "guests-virtualbox",
                        "validation",
                        "display",
                        "ssh-agent",
                        "store")),
                ids::toString);
        Map<?, ?> store = (Map<?, ?>) jobs.get(ids.indexOf("store"));
        assertEquals(List.of(folder.resolve("store").toString()), store.get("has"));
        assertTrue(Files.notExists(folder.resolve("store")), "nothing is changed");
        assertTrue(run("doctor").out().contains("Guests on Xen"));
    }
}
