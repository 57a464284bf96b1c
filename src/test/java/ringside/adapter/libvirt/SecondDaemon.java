package ringside.adapter.libvirt;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import ringside.Lab;
import ringside.adapter.local.LocalShell;
import ringside.core.host.Command;

/**
 * One more libvirtd on this machine, beside the usual one and as if on another host: it has its own idea of where its state
 * is and of who it is, and sees the same disks.
 */
public final class SecondDaemon implements AutoCloseable {
    /** What both would keep in the same places is kept in memory for this one, and seen by nobody else. */
    private static final String BEGIN = """
            set -e
            mkdir -p "$1/etc"
            cp -r /etc/libvirt/. "$1/etc"
            rm -rf "$1"/etc/qemu/*.xml "$1"/etc/qemu/networks
            mount --bind "$1/etc" /etc/libvirt
            mount -t tmpfs tmpfs /run/libvirt
            mount -t tmpfs -o mode=755 tmpfs /var/lib/libvirt/qemu
            virtlogd -d -p "$1/virtlogd.pid"
            exec libvirtd -f "$1/libvirtd.conf" -p "$1/libvirtd.pid"
            """;

    private final Path folder;
    private final Process libvirtd;

    private SecondDaemon(Path folder, Process libvirtd) {
        this.folder = folder;
        this.libvirtd = libvirtd;
    }

    /** @param folder whose path is short enough for a socket in it */
    public static SecondDaemon in(Path folder) throws IOException, InterruptedException {
        Lab.needsRoot();
        Lab.needs("unshare");
        Lab.needs("virtlogd");
        Lab.needs("libvirtd");
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("libvirtd.conf"),
                "unix_sock_dir = \"%s\"\nauth_unix_rw = \"none\"\nhost_uuid = \"%s\"\n"
                        .formatted(folder, UUID.randomUUID()));
        Process process = new ProcessBuilder(
                        "unshare", "--mount", "--propagation", "private", "sh", "-c", BEGIN, "sh", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        var daemon = new SecondDaemon(folder, process);
        for (int i = 0; i < 120 && process.isAlive() && !daemon.answers(); i++) Thread.sleep(250);
        assertTrue(daemon.answers(), () -> "the second libvirtd does not answer: " + daemon.said());
        return daemon;
    }

    public String uri() {
        return "qemu:///system?socket=" + folder.resolve("libvirt-sock");
    }

    private boolean answers() {
        return new LocalShell()
                .run(Command.of("virsh", "-c", uri(), "version").within(Duration.ofSeconds(20)))
                .succeeded();
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("said"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        libvirtd.destroy();
        new LocalShell().run(Command.of("sh", "-c", "kill $(cat \"$1\")", "sh", folder.resolve("virtlogd.pid") + ""));
        try {
            libvirtd.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
