package ringside.adapter.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import ringside.Lab;

/** A real OpenSSH server on this machine, with keys and a configuration of its own, for as long as a test lasts. */
public final class Sshd implements AutoCloseable {
    private final Path folder;
    private final int port;
    private final Process process;

    private Sshd(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** @param options further lines of its configuration */
    public static Sshd start(Path folder, String... options) throws IOException, InterruptedException {
        Path program = Lab.needs("sshd");
        Lab.needs("ssh-keygen");
        Lab.needsRoot();
        Files.createDirectories(Path.of("/run/sshd"));
        Files.createDirectories(folder);
        key(folder.resolve("host_key"));
        if (!Files.exists(folder.resolve("user_key"))) key(folder.resolve("user_key"));
        Files.copy(folder.resolve("user_key.pub"), folder.resolve("authorized_keys"));
        int port = freePort();
        var lines = new ArrayList<>(List.of(
                "Port " + port,
                "ListenAddress 127.0.0.1",
                "HostKey " + folder.resolve("host_key"),
                "AuthorizedKeysFile " + folder.resolve("authorized_keys"),
                "PidFile none",
                "Subsystem sftp internal-sftp",
                "StrictModes no",
                "UsePAM no",
                "PasswordAuthentication no",
                // What a person's shell does at its start is slow, and some of it must not be killed
                "SetEnv HOME=" + folder,
                "PermitRootLogin yes"));
        if (List.of(options).stream().anyMatch(option -> option.startsWith("ListenAddress ")))
            lines.removeIf(line -> line.startsWith("ListenAddress "));
        // Of several such lines the first alone counts
        if (List.of(options).stream().anyMatch(option -> option.startsWith("SetEnv ")))
            lines.removeIf(line -> line.startsWith("SetEnv "));
        lines.addAll(List.of(options));
        Path config = Files.write(folder.resolve("sshd_config"), lines);
        Process process = new ProcessBuilder(program.toString(), "-D", "-e", "-f", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sshd.log").toFile())
                .start();
        var sshd = new Sshd(folder, port, process);
        sshd.awaitOpen();
        return sshd;
    }

    static void key(Path file, String... more) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("ssh-keygen", "-q", "-t", "ed25519", "-f", file.toString()));
        words.addAll(more.length == 0 ? List.of("-N", "") : List.of(more));
        assertEquals(0, new ProcessBuilder(words).inheritIO().start().waitFor());
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitOpen() throws IOException, InterruptedException {
        for (int i = 0; i < 250; i++) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.getInputStream().read() == 'S') return;
            } catch (IOException notYet) {
                Thread.sleep(20);
            }
        }
        throw new IOException("sshd does not answer: " + Files.readString(folder.resolve("sshd.log")));
    }

    public int port() {
        return port;
    }

    /** What known_hosts would have of it, without the name. */
    public String hostKey() throws IOException {
        String[] fields = Files.readString(folder.resolve("host_key.pub")).split(" ");
        return fields[0] + " " + fields[1];
    }

    public String fingerprint() throws IOException {
        String[] fields = hostKey().split(" ");
        return HostKeyCheck.fingerprint(java.util.Base64.getDecoder().decode(fields[1]));
    }

    Path userKey() {
        return folder.resolve("user_key");
    }

    public Path knownHosts() {
        return folder.resolve("known_hosts");
    }

    void know(String name) throws IOException {
        Files.writeString(knownHosts(), name + " " + hostKey() + "\n");
    }

    /** A client's configuration that reaches it by the name {@code lab}, by its key. */
    public Path client(String... more) throws IOException {
        var lines = new ArrayList<>(List.of(
                "Host lab",
                "  HostName 127.0.0.1",
                "  Port " + port,
                "  User root",
                "  IdentityFile " + userKey(),
                "Host *",
                "  IdentityAgent none",
                "  UserKnownHostsFile " + knownHosts(),
                "  GlobalKnownHostsFile none"));
        lines.addAll(0, List.of(more));
        return Files.write(folder.resolve("ssh_config"), lines);
    }

    /** Cuts every connection; new ones are let in. */
    public void cut() {
        process.children().forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.waitFor(5, TimeUnit.SECONDS);
    }
}
