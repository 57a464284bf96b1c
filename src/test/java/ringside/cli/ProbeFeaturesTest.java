package ringside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.Lab;
import ringside.adapter.jdbc.JdbcStore;
import ringside.adapter.ssh.Sshd;
import ringside.core.archive.Bundled;
import ringside.core.json.Json;

class ProbeFeaturesTest {
    private static final String CONFIGURATION = "ringside.ssh.config";

    private final String store = "jdbc:h2:mem:" + UUID.randomUUID();

    @TempDir
    Path folder;

    private record Ran(int exit, String out, String err) {}

    private Ran run(String... words) {
        try (var opened = JdbcStore.open(store)) {
            for (String name : Bundled.names()) opened.remember("bundled/" + name, "given");
        }
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var all = new ArrayList<>(List.of("--store", store, "features", "probe"));
        all.addAll(List.of(words));
        int exit = RingsideCommand.run(
                all.toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                location -> {});
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @AfterEach
    void forget() {
        System.clearProperty(CONFIGURATION);
    }

    /** Feature and platform to verdict. */
    private static Map<String, String> verdicts(String json) {
        var verdicts = new TreeMap<String, String>();
        for (Object one : (List<?>) Objects.requireNonNull(Json.object(json).get("probed"))) {
            var answer = (Map<?, ?>) one;
            verdicts.put(answer.get("feature") + " " + answer.get("platform"), String.valueOf(answer.get("verdict")));
        }
        return verdicts;
    }

    /** Cells of which two probes of one host say otherwise; a host that has much to do may leave one of them without. */
    private static List<String> contradictions(Map<String, String> one, Map<String, String> other) {
        assertEquals(one.keySet(), other.keySet());
        return one.keySet().stream()
                .filter(cell -> !Objects.equals(one.get(cell), other.get(cell)))
                .filter(cell -> !List.of("not-asked", "offered").contains(one.get(cell))
                        && !List.of("not-asked", "offered").contains(other.get(cell)))
                .toList();
    }

    @Test
    void thisMachineIsAskedAndItsAnswersAreKept() {
        Ran ran = run("--json");
        assertEquals(0, ran.exit(), ran::err);
        assertEquals("", ran.err());
        assertFalse(verdicts(ran.out()).isEmpty());
        try (var opened = JdbcStore.open(store)) {
            assertEquals(1, opened.probes().reports("").size());
            assertEquals(verdicts(ran.out()).size(), opened.probes().latest("").size());
        }
    }

    @Test
    void nothingIsKeptWhenTheUserSaysSo() {
        Ran ran = run("--no-save");
        assertEquals(0, ran.exit(), ran::err);
        assertTrue(ran.out().startsWith("FEATURE "), ran::out);
        try (var opened = JdbcStore.open(store)) {
            assertEquals(List.of(), opened.probes().reports(""));
        }
    }

    @Test
    void aHostBySshIsRefusedUntilItsKeyIsAcceptedAndThenAnswersAsItDoesHere() throws Exception {
        Lab.needs("ssh");
        try (var sshd = Sshd.start(folder.resolve("sshd"))) {
            System.setProperty(CONFIGURATION, sshd.client().toString());
            Ran refused = run("--host", "ssh://lab", "--json");
            assertEquals(1, refused.exit());
            assertEquals("", refused.out());
            assertEquals(1, refused.err().lines().count(), refused::err);
            assertTrue(refused.err().contains("--accept-host-key " + sshd.fingerprint()), refused::err);

            Ran other = run("--host", "ssh://lab", "--accept-host-key", "SHA256:" + "A".repeat(43));
            assertEquals(1, other.exit());
            assertTrue(other.err().contains("not the one you accept"), other::err);
            assertFalse(Files.exists(sshd.knownHosts()));

            Ran far = run("--host", "ssh://lab", "--json", "--accept-host-key", sshd.fingerprint());
            assertEquals(0, far.exit(), far::err);
            assertEquals("ssh://lab", Json.object(far.out()).get("target"));
            assertEquals(List.of(), contradictions(verdicts(run("--json").out()), verdicts(far.out())));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ssh://-oProxyCommand=id", "foo", "http://x", "ssh://", "ssh://a:99999", "ssh://a:0", ""})
    void aHostThatCannotBeNamedIsWrongUsage(String host) {
        Ran ran = run("--host", host);
        assertEquals(2, ran.exit());
        assertEquals("", ran.out());
        assertTrue(ran.err().contains("write local, or ssh://user@host"), ran::err);
        assertEquals(2, ran.err().lines().count(), ran::err);
    }
}
