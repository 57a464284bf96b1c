package ringside.adapter.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.shell.ProcessShellFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.core.RingsideException;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Command;
import ringside.core.host.HostKey;
import ringside.core.host.Target;

/** Against a server inside the test, so that it runs wherever the program does. */
class SshPasswordTest {
    private static final String SECRET = "correct horse";

    @TempDir
    Path folder;

    private final SshServer server = SshServer.setUpDefaultServer();
    private final List<AccessQuestions.Secret> asked = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(folder.resolve("host_key")));
        server.setPasswordAuthenticator((user, password, session) -> user.equals("ann") && password.equals(SECRET));
        server.setCommandFactory(
                (channel, line) -> new ProcessShellFactory(line, "/bin/sh", "-c", line).createShell(channel));
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop(true);
    }

    private SshShell open(String secret) throws Exception {
        Path config = Files.write(
                folder.resolve("config"),
                List.of(
                        "Host *",
                        "  IdentityAgent none",
                        "  IdentityFile none",
                        "  UserKnownHostsFile " + folder.resolve("known_hosts"),
                        "  GlobalKnownHostsFile none"));
        var target = (Target.Ssh) Target.parse("ssh://ann@127.0.0.1:" + server.getPort());
        return new SshHosts(Optional.of(config)).open(target, new AccessQuestions() {
            @Override
            public boolean trusts(HostKey unknown) {
                return true;
            }

            @Override
            public Optional<String> secret(Secret wanted) {
                asked.add(wanted);
                return secret.isEmpty() ? Optional.empty() : Optional.of(secret);
            }
        });
    }

    @Test
    void aPasswordIsAskedForOnceAndOpens() throws Exception {
        try (var shell = open(SECRET)) {
            assertEquals(
                    "it's there\n", shell.run(Command.of("echo", "it's there")).out());
        }
        assertEquals(1, asked.size());
        var wanted = (AccessQuestions.Secret.Password) asked.getFirst();
        assertEquals("ann at 127.0.0.1", wanted.user() + " at " + wanted.host());
    }

    @Test
    void aWrongPasswordIsNotTriedTwiceAndNotRepeatedInTheMessage() {
        var refused = assertThrows(RingsideException.class, () -> open("wrong horse"));
        assertEquals("127.0.0.1:" + server.getPort() + " does not let ann in", refused.problem());
        assertTrue(refused.remedy().startsWith("check the user's name and password"));
        for (Throwable cause = refused; cause != null; cause = cause.getCause())
            assertFalse(String.valueOf(cause.getMessage()).contains("horse"));
        assertTrue(asked.size() <= 3, () -> "asked " + asked.size() + " times");
    }

    @Test
    void whoeverGivesNoPasswordIsNotLetIn() {
        var refused = assertThrows(RingsideException.class, () -> open(""));
        assertEquals("127.0.0.1:" + server.getPort() + " does not let ann in", refused.problem());
    }
}
