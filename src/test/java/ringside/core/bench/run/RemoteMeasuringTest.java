package ringside.core.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.shell.ProcessShellFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.adapter.jdbc.JdbcStore;
import ringside.adapter.local.LocalShell;
import ringside.adapter.ssh.SshHosts;
import ringside.core.bench.Subject;
import ringside.core.host.AccessQuestions;
import ringside.core.host.HostKey;
import ringside.core.host.Target;
import ringside.core.result.ResultStore;
import ringside.core.result.Selection;

/** The runner over SSH, against a server inside the test, so that it runs wherever the program does. */
class RemoteMeasuringTest {
    private static final String SECRET = "correct horse battery";

    @TempDir
    Path folder;

    private final SshServer server = SshServer.setUpDefaultServer();
    private ResultStore store;
    private final List<Event> events = Collections.synchronizedList(new ArrayList<>());
    private final List<AccessQuestions.Secret> asked = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void start() throws Exception {
        store = JdbcStore.open(folder.resolve("store").toString());
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(folder.resolve("host_key")));
        server.setPasswordAuthenticator((user, password, session) -> password.equals(SECRET));
        server.setCommandFactory(
                (channel, line) -> new ProcessShellFactory(line, "/bin/sh", "-c", line).createShell(channel));
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop(true);
        if (store != null) store.close();
    }

    private final class Person implements AccessQuestions {
        @Override
        public boolean trusts(HostKey unknown) {
            return true;
        }

        @Override
        public Optional<String> secret(Secret wanted) {
            asked.add(wanted);
            return Optional.of(SECRET);
        }
    }

    private SshHosts hosts() throws Exception {
        return new SshHosts(Optional.of(Files.write(
                folder.resolve("config"),
                List.of(
                        "Host lab*",
                        "  HostName 127.0.0.1",
                        "  Port " + server.getPort(),
                        "  User ann",
                        "Host *",
                        "  IdentityAgent none",
                        "  IdentityFile none",
                        "  UserKnownHostsFile " + folder.resolve("known_hosts"),
                        "  GlobalKnownHostsFile none"))));
    }

    private Measuring measuring(Tiny tiny) throws Exception {
        SshHosts hosts = hosts();
        var ground = new Ground(
                folder.resolve("host").toString(),
                subject -> folder + "/lock-" + subject,
                Collections.nCopies(20, Duration.ofMillis(100)));
        return new Measuring(
                (target, questions) -> target instanceof Target.Ssh ssh ? hosts.open(ssh, questions) : new LocalShell(),
                store,
                folder.resolve("bench"),
                List.of(tiny),
                ground);
    }

    private Event.Finished measure(Measuring measuring, Session session) {
        return measuring.measure(session, new Person(), new Controls(), events::add);
    }

    private List<Slot> slots() {
        return events.stream()
                .filter(Event.RunEnded.class::isInstance)
                .map(event -> ((Event.RunEnded) event).slot())
                .toList();
    }

    @Test
    void hostsAreMeasuredAtTheSameTimeAndTheirClocksAreLookedAt() throws Exception {
        Measuring measuring = measuring(new Tiny(2, "sleep 0.4; echo \"$1.00 2.00\" >&2"));
        Session session = measuring.begin(
                Tiny.plan(0, 2, 2),
                List.of(Tiny.ssh("a", "lab1"), Tiny.ssh("b", "lab2"), Tiny.ssh("c", "lab3")),
                "mine",
                OptionalLong.of(1));
        Event.Finished finished = measure(measuring, session);
        assertEquals(List.of(), finished.remaining());
        assertEquals(12, store.count(Selection.ofSets(Set.of("mine"))));
        int most = 0;
        int now = 0;
        for (Event event : events) {
            if (event instanceof Event.RunStarted) now++;
            if (event instanceof Event.RunEnded) now--;
            most = Math.max(most, now);
        }
        assertTrue(most > 1, "each alone");
        store.runs("mine").forEach(run -> {
            double offset = Double.parseDouble(run.conditions().get("clock_offset_before_ms"));
            double uncertainty = Double.parseDouble(run.conditions().get("clock_uncertainty_ms"));
            assertTrue(Math.abs(offset) <= uncertainty, run.conditions()::toString);
        });
    }

    @Test
    void aConnectionThatIsCutAgainAndAgainLosesNothingAndDoublesNothing() throws Exception {
        int cuts = Integer.getInteger("ringside.kills", 3);
        Measuring measuring = measuring(new Tiny(5, "sleep 0.15; echo \"$1.00 2.00\" >&2"));
        List<Subject> subjects = List.of(Tiny.ssh("a", "lab1"));
        var plan = Tiny.plan(1, cuts, cuts);
        Session session = measuring.begin(plan, subjects, "mine", OptionalLong.of(1));
        Thread thread = Thread.ofVirtual().start(() -> measure(measuring, session));
        var random = new java.util.Random(5);
        while (thread.isAlive() && slots().isEmpty()) Thread.sleep(20);
        int cut = 0;
        for (; cut < cuts && thread.isAlive(); cut++) {
            Thread.sleep(300 + random.nextInt(900));
            server.getActiveSessions().forEach(one -> one.close(true));
        }
        assertTrue(thread.join(Duration.ofMinutes(4)));
        assertTrue(cut > cuts / 2, "cut only " + cut + " times");
        assertTrue(events.stream().anyMatch(Event.SubjectBack.class::isInstance));
        assertTrue(((Event.Finished) events.getLast()).complete(), events.getLast()::toString);
        assertEquals(5 * (cuts + 1), slots().size());
        assertEquals(Set.copyOf(slots()).size(), slots().size());
        assertEquals(5L * cuts, store.count(Selection.ofSets(Set.of("mine"))));
        assertEquals(1, asked.size(), "the password is asked for once");
        store.close();
        noSecretIn(folder);
    }

    private static void noSecretIn(Path folder) throws Exception {
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains(SECRET), file::toString);
        }
    }

    @Test
    void aHostThatDoesNotComeBackIsSetAsideAndTheOthersGoOn() throws Exception {
        Path gone = folder.resolve("gone");
        Measuring measuring = measuring(Tiny.quick(3));
        SshHosts hosts = hosts();
        var breaking = new Measuring(
                (target, questions) -> {
                    if (target.text().equals("ssh://lab1") && Files.exists(gone))
                        throw new ringside.core.RingsideException("lab1 is off", "switch it on");
                    return hosts.open((Target.Ssh) target, questions);
                },
                store,
                folder.resolve("bench"),
                List.of(Tiny.quick(3)),
                measuring.ground());
        Session session = breaking.begin(
                Tiny.plan(0, 20, 20),
                List.of(Tiny.ssh("a", "lab1"), Tiny.ssh("b", "lab2")),
                "mine",
                OptionalLong.of(1));
        Event.Finished finished = breaking.measure(session, new Person(), new Controls(), event -> {
            events.add(event);
            if (slots().size() == 5 && !Files.exists(gone)) {
                try {
                    Files.createFile(gone);
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                server.getActiveSessions().forEach(one -> one.close(true));
            }
        });
        assertFalse(finished.complete());
        assertEquals("a: lab1 is off", finished.remaining().getFirst());
        assertEquals(60, slots().stream().filter(slot -> slot.subject() == 1).count());
        Files.delete(gone);
        assertTrue(measure(measuring, session).complete());
        assertEquals(120, Set.copyOf(slots()).size());
        assertEquals(120, slots().size());
    }
}
