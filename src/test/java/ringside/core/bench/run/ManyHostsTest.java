package ringside.core.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.shell.ProcessShellFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.adapter.ssh.Sshd;

/** A hundred hosts at once, each at a loopback address of its own, by one process under 512 MiB. */
class ManyHostsTest {
    private static final int HOSTS = 100;
    private static final long MOST_KIB = 512 << 10;

    @TempDir
    Path folder;

    @Test
    void aHundredHostsAreMeasuredAtOnce() throws Exception {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("0.0.0.0");
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(folder.resolve("host_key")));
        server.setPublickeyAuthenticator((user, key, session) -> true);
        server.setCommandFactory(
                (channel, line) -> new ProcessShellFactory(line, "/bin/sh", "-c", line).createShell(channel));
        server.start();
        try {
            Path key = folder.resolve("user_key");
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            try (var out = Files.newOutputStream(key)) {
                OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(keys.generateKeyPair(), "test", null, out);
            }
            check(server.getPort(), key);
        } finally {
            server.stop(true);
        }
    }

    @Test
    void aHundredOpenSshServersAreMeasuredAtOnce() throws Exception {
        try (Sshd sshd = Sshd.start(folder.resolve("sshd"), "ListenAddress 0.0.0.0")) {
            check(sshd.port(), folder.resolve("sshd/user_key"));
        }
    }

    private void check(int port, Path key) throws Exception {
        var config = new ArrayList<String>();
        for (int i = 1; i <= HOSTS; i++) config.addAll(List.of("Host lab" + i, "  HostName 127.0.0." + i));
        config.addAll(List.of(
                "Host *",
                "  Port " + port,
                "  User root",
                "  IdentityFile " + key,
                "  IdentityAgent none",
                "  StrictHostKeyChecking accept-new",
                "  UserKnownHostsFile " + folder.resolve("known_hosts"),
                "  GlobalKnownHostsFile none"));
        Files.write(folder.resolve("ssh_config"), config);
        Map<String, String> said = measured();
        assertEquals("true []", said.get("complete"), said::toString);
        assertEquals(Integer.toString(HOSTS), said.get("samples"));
        assertEquals(Integer.toString(HOSTS), said.get("open at once"));
        long memory = Long.parseLong(said.getOrDefault("memory", "0"));
        assertTrue(memory > 0 && memory < MOST_KIB, "KiB: " + memory);
    }

    private Map<String, String> measured() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyHosts.class.getName(),
                        folder.toString(),
                        Integer.toString(HOSTS))
                .redirectErrorStream(true)
                .start();
        var said = new LinkedHashMap<String, String>();
        try (var out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                int end = line.startsWith("open at once") ? 12 : line.indexOf(' ');
                said.put(end < 0 ? line : line.substring(0, end), end < 0 ? "" : line.substring(end + 1));
            }
        }
        process.waitFor();
        return said;
    }
}
