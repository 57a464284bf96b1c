package ringside.adapter.libvirt;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.libvirt.LibvirtException;
import ringside.core.host.Command;
import ringside.core.probe.Unanswered;

/** libvirt on this machine, through its library. */
final class LibvirtByLibrary implements Libvirt {
    private final Patience patience;
    private final String uri;
    private final Connection reading;
    private final String version;

    private LibvirtByLibrary(Patience patience, String uri, Connection reading, String version) {
        this.patience = patience;
        this.uri = uri;
        this.reading = reading;
        this.version = version;
    }

    /** @throws Unanswered if the library is missing, or no daemon answers */
    static Libvirt connect(Patience patience, String uri) {
        String command = Command.of("virsh", "-r", "-c", uri, "version").line();
        return patience.of(command, () -> {
            Connection.load();
            if (uri.endsWith("/session") && !sessionRuns())
                throw new Unanswered(command, LibvirtByVirsh.NO_SESSION, "start one: virsh -c " + uri + " list");
            try {
                var reading = new Connection(uri, true);
                return new LibvirtByLibrary(patience, uri, reading, version(reading.getLibVersion()));
            } catch (LibvirtException e) {
                throw silent(command, e);
            }
        });
    }

    private static Unanswered silent(String command, LibvirtException e) {
        return new Unanswered(command, "libvirt does not answer: " + e.getMessage(), Patience.START_IT);
    }

    /** A connection would start one, and a probe starts nothing. */
    private static boolean sessionRuns() {
        String runtime = System.getenv("XDG_RUNTIME_DIR");
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "libvirt");
        Stream<Path> folders = runtime == null ? Stream.of(cache) : Stream.of(Path.of(runtime, "libvirt"), cache);
        return folders.flatMap(
                        folder -> Stream.of("libvirt-sock", "virtqemud-sock").map(folder::resolve))
                .anyMatch(LibvirtByLibrary::isListenedTo);
    }

    /** A daemon that has ended may have left its socket. */
    private static boolean isListenedTo(Path socket) {
        if (!Files.exists(socket)) return false;
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return channel.isConnected();
        } catch (IOException | IllegalArgumentException nobody) {
            return false;
        }
    }

    /** libvirt counts a million for the major number, a thousand for the minor one. */
    private static String version(long number) {
        return number / 1_000_000 + "." + number / 1000 % 1000 + "." + number % 1000;
    }

    @Override
    public String capabilitiesCommand() {
        return Command.of("virsh", "-r", "-c", uri, "capabilities").line();
    }

    @Override
    public String capabilities() {
        return patience.of(capabilitiesCommand(), () -> {
            try {
                return reading.getCapabilities();
            } catch (LibvirtException e) {
                throw silent(capabilitiesCommand(), e);
            }
        });
    }

    @Override
    public String domainCapabilitiesCommand(Guests guests) {
        return Command.of(LibvirtByVirsh.words(List.of("virsh"), uri, guests)).line();
    }

    @Override
    public String domainCapabilities(Guests guests) {
        String command = domainCapabilitiesCommand(guests);
        return patience.of(command, () -> {
            try {
                var full = new Connection(uri, false);
                try {
                    String xml = full.domainCapabilities(guests.machine(), guests.type());
                    if (xml.isEmpty())
                        throw new Unanswered(command, "libvirt refuses: " + Connection.refusal(), "ask it by hand");
                    return xml;
                } finally {
                    full.close();
                }
            } catch (LibvirtException e) {
                throw new Unanswered(
                        command,
                        "libvirt tells this to nobody with less than full access: " + e.getMessage(),
                        "be in the group libvirt, or root");
            }
        });
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public void close() {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                reading.close();
            } catch (LibvirtException gone) {
                // With it the connection is gone too
            }
        });
    }
}
