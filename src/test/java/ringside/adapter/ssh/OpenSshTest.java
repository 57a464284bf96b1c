package ringside.adapter.ssh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.HostKey;
import ringside.core.host.Target;

/** Against OpenSSH's own server. */
class OpenSshTest {
    private static final Target.Ssh LAB = (Target.Ssh) Target.parse("ssh://lab");

    @TempDir
    Path folder;

    private Sshd sshd;

    @BeforeEach
    void start() throws Exception {
        sshd = Sshd.start(folder.resolve("one"), "MaxSessions 3", "LogLevel VERBOSE");
    }

    @AfterEach
    void stop() throws Exception {
        if (sshd != null) sshd.close();
    }

    /** Trusts what it is told to, and remembers what it was asked. */
    private static final class Person implements AccessQuestions {
        private final boolean trusting;
        private final String secret;
        private final List<HostKey> keys = new ArrayList<>();
        private final List<Secret> secrets = new ArrayList<>();

        Person(boolean trusting, String secret) {
            this.trusting = trusting;
            this.secret = secret;
        }

        @Override
        public boolean trusts(HostKey unknown) {
            keys.add(unknown);
            return trusting;
        }

        @Override
        public Optional<String> secret(Secret wanted) {
            secrets.add(wanted);
            return secret.isEmpty() ? Optional.empty() : Optional.of(secret);
        }
    }

    private String name() {
        return "[127.0.0.1]:" + sshd.port();
    }

    private SshShell open(AccessQuestions questions) throws Exception {
        return new SshHosts(Optional.of(sshd.client())).open(LAB, questions);
    }

    private SshShell openKnown() throws Exception {
        sshd.know(name());
        return open(AccessQuestions.NOBODY);
    }

    @Test
    void anUnknownHostIsAskedAboutByItsFingerprintAndThenKnown() throws Exception {
        var person = new Person(true, "");
        try (var shell = open(person)) {
            assertEquals("there\n", shell.run(Command.of("echo", "there")).out());
        }
        assertEquals(List.of(new HostKey(name(), "ssh-ed25519", sshd.fingerprint())), person.keys);
        assertEquals(name() + " " + sshd.hostKey() + "\n", Files.readString(sshd.knownHosts()));
        open(AccessQuestions.NOBODY).close();
        var openSsh = new ProcessBuilder("ssh", "-F", sshd.client().toString(), "-o", "BatchMode=yes", "lab", "true");
        assertEquals(0, openSsh.inheritIO().start().waitFor(), "OpenSSH knows it now too");
    }

    @Test
    void anUnknownHostThatNobodyVouchesForIsRefusedWithItsFingerprint() throws Exception {
        var refused = assertThrows(RingsideException.class, () -> open(AccessQuestions.NOBODY));
        assertEquals(
                "The key of " + name() + " is not known yet: ssh-ed25519 " + sshd.fingerprint(), refused.problem());
        assertFalse(Files.exists(sshd.knownHosts()));
    }

    @Test
    void aHostWhoseKeyHasChangedIsRefusedWithoutAsking() throws Exception {
        Sshd.key(folder.resolve("other"));
        String other = Files.readString(folder.resolve("other.pub"));
        Files.writeString(sshd.knownHosts(), "# mine\n" + name() + " " + other);
        var person = new Person(true, "");
        var refused = assertThrows(RingsideException.class, () -> open(person));
        assertTrue(refused.problem()
                .startsWith("The key of " + name() + " has changed: it is now ssh-ed25519 " + sshd.fingerprint()
                        + ", but " + sshd.knownHosts() + ":2 knows it by ssh-ed25519 SHA256:"));
        assertEquals(List.of(), person.keys);
        assertEquals("# mine\n" + name() + " " + other, Files.readString(sshd.knownHosts()));
    }

    @Test
    void aHashedNameIsKnownAndARevokedKeyIsNotTaken() throws Exception {
        sshd.know(name());
        var hashing = new ProcessBuilder(
                "ssh-keygen", "-q", "-H", "-f", sshd.knownHosts().toString());
        assertEquals(
                0,
                hashing.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor());
        assertTrue(Files.readString(sshd.knownHosts()).startsWith("|1|"));
        open(AccessQuestions.NOBODY).close();
        Files.writeString(sshd.knownHosts(), name() + " " + sshd.hostKey() + "\n@revoked * " + sshd.hostKey() + "\n");
        assertTrue(assertThrows(RingsideException.class, () -> open(new Person(true, "")))
                .problem()
                .contains("revoked"));
    }

    @Test
    void anyVectorOfWordsArrivesAsItWas() throws Exception {
        String nasty = "'\"\\$`!*?[]{}()<>|&;#~=%^ \t\n-äß漢";
        var random = new Random(2013);
        try (var shell = openKnown()) {
            for (int i = 0; i < 25; i++) {
                var words = new ArrayList<String>();
                for (int w = 0; w < 6; w++) {
                    var word = new StringBuilder();
                    for (int c = random.nextInt(9); c > 0; c--)
                        word.append(nasty.charAt(random.nextInt(nasty.length())));
                    words.add(word.toString());
                }
                var vector = new ArrayList<>(List.of("printf", "%s\\000"));
                vector.addAll(words);
                assertEquals(
                        String.join("\0", words) + "\0",
                        shell.run(Command.of(vector)).out());
            }
        }
    }

    @Test
    void givesOutputErrorInputAndExitCode() throws Exception {
        try (var shell = openKnown()) {
            byte[] much = new byte[300_000];
            Answer answer = shell.run(
                    Command.of("sh", "-c", "wc -c; echo trouble >&2; exit 7").reading(much));
            assertEquals("300000", answer.out().strip());
            assertEquals("trouble\n", answer.err());
            assertEquals(7, answer.exit());
            assertEquals(
                    Answer.NOT_FOUND, shell.run(Command.of("no-such-program")).exit());
            assertEquals("lab", shell.name());
            assertEquals(1, shell.read("/no/such/file").exit());
        }
    }

    @Test
    void filesTravelBothWaysAsTheyAre() throws Exception {
        byte[] bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);
        String path = folder.resolve("it's a $file").toString();
        try (var shell = openKnown()) {
            shell.put(path, bytes, true);
            assertArrayEquals(bytes, Files.readAllBytes(Path.of(path)));
            assertTrue(Files.isExecutable(Path.of(path)));
            assertArrayEquals(bytes, shell.fetch(path, 1 << 20));
            var large = assertThrows(RingsideException.class, () -> shell.fetch(path, 1_000));
            assertTrue(large.problem().endsWith("(it has more than 1000 bytes)"), large::problem);
            var nowhere = assertThrows(RingsideException.class, () -> shell.put("/no/such/file", bytes, false));
            assertTrue(nowhere.problem().startsWith("The file /no/such/file could not be written on lab"));
        }
        assertTrue(Files.readString(folder.resolve("one/sshd.log")).contains("subsystem 'sftp'"));
    }

    @Test
    void anInterruptCancelsTheMovingOfAFileAndTheHostStaysReachable() throws Exception {
        Path fifo = folder.resolve("fifo");
        assertEquals(0, new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor());
        try (var shell = openKnown()) {
            shell.put(folder.resolve("plain").toString(), new byte[10], false);
            cancelled(() -> shell.fetch(fifo.toString(), 1_000)); // the server waits for somebody who writes to it
            assertEquals("there\n", shell.run(Command.of("echo", "there")).out());
        } finally {
            new RandomAccessFile(fifo.toFile(), "rw").close(); // lets the server's process go
        }
    }

    private static void cancelled(Runnable moving) throws Exception {
        var ending = new AtomicReference<Throwable>();
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                moving.run();
            } catch (RuntimeException e) {
                ending.set(e);
            }
        });
        Thread.sleep(700);
        assertTrue(thread.isAlive());
        thread.interrupt();
        assertTrue(thread.join(Duration.ofSeconds(2)));
        assertInstanceOf(Progress.Cancelled.class, ending.get());
    }

    @Test
    void whatIsPrintedIsHeardWhileItIsPrintedAndAnAttendedCommandEndsWithItsConnection() throws Exception {
        Path pid = folder.resolve("pid");
        var heard = new StringBuffer();
        try (var shell = openKnown()) {
            Thread.ofVirtual().start(() -> {
                try {
                    shell.run(
                            Command.of("sh", "-c", "echo $$ > " + pid + "; echo there; cat; echo over >> " + pid)
                                    .attended()
                                    .within(Duration.ofSeconds(60)),
                            (error, bytes) -> heard.append(new String(bytes, StandardCharsets.UTF_8)));
                } catch (RuntimeException cut) {
                    // The connection is closed below
                }
            });
            for (int i = 0; i < 250 && heard.isEmpty(); i++) Thread.sleep(20);
            assertEquals("there\n", heard.toString());
        }
        for (int i = 0; i < 250 && !Files.readString(pid).contains("over"); i++) Thread.sleep(20);
        assertTrue(Files.readString(pid).contains("over"), "its input came to its end");
    }

    @Test
    void whatHangsThereIsKilledThere() throws Exception {
        Path pid = folder.resolve("pid");
        try (var shell = openKnown()) {
            Answer answer = shell.run(Command.of("sh", "-c", "sleep 77 & echo $! > " + pid + "; echo first; wait")
                    .within(Duration.ofMillis(600)));
            assertEquals(Answer.Ending.TIMED_OUT, answer.ending());
            assertEquals("first\n", answer.out());
            assertGone(pid);
        }
    }

    private static void assertGone(Path pidFile) throws Exception {
        long pid = Long.parseLong(Files.readString(pidFile).strip());
        for (int i = 0;
                i < 100 && ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
                i++) Thread.sleep(20);
        assertFalse(ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
    }

    @Test
    void anInterruptCancelsWithinTwoSecondsAndKillsThere() throws Exception {
        Path pid = folder.resolve("pid");
        try (var shell = openKnown()) {
            var ending = new AtomicReference<Throwable>();
            Thread thread = Thread.ofVirtual().start(() -> {
                try {
                    shell.run(Command.of("sh", "-c", "echo $$ > " + pid + "; exec sleep 77"));
                } catch (RuntimeException e) {
                    ending.set(e);
                }
            });
            while (!Files.exists(pid) || Files.size(pid) == 0) Thread.sleep(10);
            thread.interrupt();
            assertTrue(thread.join(Duration.ofSeconds(2)));
            assertInstanceOf(Progress.Cancelled.class, ending.get());
            assertGone(pid);
            assertEquals("there\n", shell.run(Command.of("echo", "there")).out());
        }
    }

    @Test
    void whatPrintsWithoutEndIsStopped() throws Exception {
        try (var shell = openKnown()) {
            Answer answer = shell.run(Command.of("yes", "ringside").atMost(100_000));
            assertEquals(Answer.Ending.TOO_LONG, answer.ending());
            assertTrue(answer.out().startsWith("ringside\nringside\n"));
            assertTrue(answer.out().length() <= 170_000);
        }
    }

    @Test
    void moreCommandsThanTheServerAllowsAtOnceTakeTurns() throws Exception {
        try (var shell = openKnown();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<String>>();
            for (int i = 0; i < 20; i++) {
                String number = Integer.toString(i);
                answers.add(threads.submit(() -> shell.run(Command.of("sh", "-c", "sleep 0.1; echo " + number))
                        .out()));
            }
            for (int i = 0; i < 20; i++) assertEquals(i + "\n", answers.get(i).get());
        }
    }

    @Test
    void aConnectionThatIsCutIsSaid() throws Exception {
        try (var shell = openKnown()) {
            Thread.ofVirtual().start(() -> {
                try {
                    Thread.sleep(400);
                    sshd.close();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            var lost = assertThrows(
                    RingsideException.class,
                    () -> shell.run(Command.of("sleep", "30").within(Duration.ofSeconds(20))));
            assertEquals("The connection to lab was lost", lost.problem());
            assertFalse(shell.isOpen());
        }
    }

    @Test
    void aHostBehindAnotherIsReachedThroughIt() throws Exception {
        try (var far = Sshd.start(folder.resolve("far"))) {
            Files.writeString(sshd.knownHosts(), name() + " " + sshd.hostKey() + "\nfar " + far.hostKey() + "\n");
            Path config = sshd.client(
                    "Host far",
                    "  HostName 127.0.0.1",
                    "  Port " + far.port(),
                    "  User root",
                    "  HostKeyAlias far",
                    "  IdentityFile " + far.userKey(),
                    "  ProxyJump lab");
            var target = (Target.Ssh) Target.parse("ssh://far");
            try (var shell = new SshHosts(Optional.of(config)).open(target, AccessQuestions.NOBODY)) {
                String client = shell.run(Command.of("sh", "-c", "echo $SSH_CONNECTION"))
                        .out();
                assertTrue(client.strip().endsWith(" " + far.port()), client);
                assertEquals(
                        500_000,
                        shell.run(Command.of("head", "-c", "500000", "/dev/zero"))
                                .out()
                                .length());
            }
            assertTrue(Files.readString(folder.resolve("one/sshd.log")).contains("Accepted publickey"));
        }
    }

    @Test
    void aKeyInTheAgentOpensWithoutAnyFile() throws Exception {
        Path socket = folder.resolve("agent");
        Process agent = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            while (!Files.exists(socket)) Thread.sleep(10);
            var add = new ProcessBuilder("ssh-add", "-q", sshd.userKey().toString());
            add.environment().put("SSH_AUTH_SOCK", socket.toString());
            assertEquals(
                    0,
                    add.redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor());
            sshd.know(name());
            Path config = sshd.client(
                    "Host agent",
                    "  HostName 127.0.0.1",
                    "  Port " + sshd.port(),
                    "  User root",
                    "  IdentityFile none",
                    "  IdentityAgent " + socket);
            var target = (Target.Ssh) Target.parse("ssh://agent");
            try (var shell = new SshHosts(Optional.of(config)).open(target, AccessQuestions.NOBODY)) {
                assertEquals("there\n", shell.run(Command.of("echo", "there")).out());
            }
        } finally {
            agent.destroyForcibly();
        }
    }

    @Test
    void aLockedKeyAsksForItsPassphraseOnce() throws Exception {
        sshd.know(name());
        var lock = new ProcessBuilder(
                "ssh-keygen",
                "-q",
                "-p",
                "-P",
                "",
                "-N",
                "open sesame",
                "-f",
                sshd.userKey().toString());
        assertEquals(
                0,
                lock.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor());
        var person = new Person(false, "open sesame");
        open(person).close();
        assertEquals(
                List.of(new AccessQuestions.Secret.Passphrase(sshd.userKey().toString())), person.secrets);
        var refused = assertThrows(RingsideException.class, () -> open(AccessQuestions.NOBODY));
        assertEquals("127.0.0.1:" + sshd.port() + " does not let root in", refused.problem());
        assertFalse(refused.toString().contains("sesame"));
    }

    @Test
    void aHostThatIsNotThereIsSaidInWords() throws Exception {
        int nobody = Sshd.freePort();
        Path config = sshd.client("Host gone", "  HostName 127.0.0.1", "  Port " + nobody);
        var refused = assertThrows(
                RingsideException.class,
                () -> new SshHosts(Optional.of(config))
                        .open((Target.Ssh) Target.parse("ssh://gone"), AccessQuestions.NOBODY));
        assertTrue(refused.problem().startsWith("127.0.0.1:" + nobody + " cannot be reached by SSH"), refused::problem);
    }
}
