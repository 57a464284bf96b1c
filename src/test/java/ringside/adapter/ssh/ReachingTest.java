package ringside.adapter.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.core.host.AccessQuestions;
import ringside.core.host.HostKey;
import ringside.core.host.Passed;
import ringside.core.host.Passed.Part;
import ringside.core.host.Reaching;
import ringside.core.host.Target;

/** A test of the way says which part of it is broken: against OpenSSH's own server, with each part broken in turn. */
class ReachingTest {
    private static final AccessQuestions TRUSTING = new AccessQuestions() {
        @Override
        public boolean trusts(HostKey unknown) {
            return true;
        }

        @Override
        public Optional<String> secret(Secret wanted) {
            return Optional.empty();
        }
    };

    @TempDir
    Path folder;

    private Sshd sshd;

    @BeforeEach
    void start() throws Exception {
        sshd = Sshd.start(folder.resolve("one"));
    }

    @AfterEach
    void stop() throws Exception {
        if (sshd != null) sshd.close();
    }

    private Reaching.Outcome test(String target, AccessQuestions questions, String... more) throws IOException {
        var hosts = new SshHosts(Optional.of(sshd.client(more)));
        var told = new ArrayList<Passed>();
        var outcome = new Reaching((to, asked) -> hosts.open((Target.Ssh) to, asked))
                .test(Target.written(target), questions, told::add);
        assertEquals(outcome.passed(), told);
        return outcome;
    }

    private static List<Part> parts(Reaching.Outcome outcome) {
        return outcome.passed().stream().map(Passed::part).toList();
    }

    private static void assertBroken(Part part, String remedy, Reaching.Outcome outcome) {
        assertEquals(part, outcome.failed().orElseThrow().part(), () -> outcome.toString());
        String said = outcome.failed().orElseThrow().trouble().remedy();
        assertTrue(said.contains(remedy), said);
        assertEquals(List.of(Part.values()).subList(0, part.ordinal()), parts(outcome));
    }

    @Test
    void anOpenWayTellsEachOfItsParts() throws Exception {
        var outcome = test("lab", TRUSTING);

        assertEquals(Optional.empty(), outcome.failed());
        assertEquals(List.of(Part.values()), parts(outcome));
        assertEquals("127.0.0.1", outcome.passed().getFirst().says());
        assertTrue(outcome.passed().get(1).says().startsWith("SSH-2.0-OpenSSH"), outcome::toString);
        assertEquals(
                "ssh-ed25519 " + sshd.fingerprint(), outcome.passed().get(2).says());
        assertEquals("as root", outcome.passed().get(3).says());
        assertTrue(outcome.passed().get(4).says().startsWith("Linux "), outcome::toString);
    }

    @Test
    void aNameThatNobodyHas() throws Exception {
        assertBroken(Part.NAME, "check the name", test("nowhere.invalid", TRUSTING));
    }

    @Test
    void aPortWhereNobodyListens() throws Exception {
        assertBroken(Part.ROUTE, "its SSH server runs", test("root@127.0.0.1:" + Sshd.freePort(), TRUSTING));
    }

    @Test
    void aServerThatIsNoneForSsh() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (var caller = other.accept()) {
                    caller.getOutputStream().write("220 mail\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                } catch (IOException closed) {
                    // The test is over
                }
            });
            assertBroken(Part.ROUTE, "its SSH server runs", test("root@127.0.0.1:" + other.getLocalPort(), TRUSTING));
        }
    }

    @Test
    void anUnknownKeyThatNobodyVouchesFor() throws Exception {
        assertBroken(Part.KEY, "ssh-keygen -lf", test("lab", AccessQuestions.NOBODY));
    }

    @Test
    void aKeyThatHasChanged() throws Exception {
        Sshd.key(folder.resolve("other"));
        Files.writeString(
                sshd.knownHosts(), "[127.0.0.1]:" + sshd.port() + " " + Files.readString(folder.resolve("other.pub")));
        assertBroken(Part.KEY, "ssh-keygen -R", test("lab", TRUSTING));
    }

    @Test
    void aUserWhoIsNotLetIn() throws Exception {
        Sshd.key(folder.resolve("stranger"));
        assertBroken(
                Part.LOGIN,
                "ssh-add",
                test(
                        "stranger",
                        TRUSTING,
                        "Host stranger",
                        "  HostName 127.0.0.1",
                        "  Port " + sshd.port(),
                        "  User root",
                        "  IdentityFile " + folder.resolve("stranger")));
    }

    @Test
    void aHostThatLetsInButRunsNothing() throws Exception {
        Files.writeString(
                folder.resolve("one/authorized_keys"),
                "command=\"/bin/false\" " + Files.readString(Path.of(sshd.userKey() + ".pub")));
        assertBroken(Part.COMMANDS, "try ssh to it by hand", test("lab", TRUSTING));
    }

    @Test
    void behindAnotherHostItIsSaidWhosePartIsBroken() throws Exception {
        var outcome = test(
                "far",
                TRUSTING,
                "Host far",
                "  HostName 127.0.0.1",
                "  Port " + Sshd.freePort(),
                "  User root",
                "  ProxyJump lab");

        assertEquals(List.of(Part.NAME, Part.ROUTE, Part.KEY, Part.LOGIN), parts(outcome));
        assertEquals(
                List.of("127.0.0.1:" + sshd.port()),
                outcome.passed().stream().map(Passed::host).distinct().toList());
        assertEquals(Part.NAME, outcome.failed().orElseThrow().part());
    }
}
