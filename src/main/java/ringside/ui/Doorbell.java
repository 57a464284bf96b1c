package ringside.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.core.RingsideException;
import ringside.core.Sha256;
import ringside.ui.kit.Texts;

/**
 * Where a window is told of files that are to be opened: a store in files has one window, and a desktop starts the program
 * anew for each file that is opened. It is a socket in the user's own folder, which nobody else may write to. A store on a
 * server may have as many windows as are wanted, and so none.
 */
public final class Doorbell {
    /** Of all names of files together, in bytes. */
    private static final int MOST = 1 << 20;

    /** So long may a system's address of such a socket be, in bytes. */
    private static final int LONGEST = 100;

    /** For an answer, from a window on a machine that is busy with a benchmark, too. */
    private static final int SECONDS = 20;

    private final Path socket;
    private final boolean shared;

    /**
     * Of the window on a store.
     *
     * @param folder of the user's data
     * @param store its location, empty for the usual one
     */
    public Doorbell(Path folder, String store) {
        shared = store.startsWith("jdbc:");
        socket = folder.resolve(store.isEmpty() || shared ? "window.socket" : "window-" + mark(store) + ".socket");
    }

    private static String mark(String store) {
        String place = Path.of(store).toAbsolutePath().normalize().toString();
        return Sha256.of(place.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    }

    /**
     * Tells the window that is open.
     *
     * @param files absolute; none to bring the window to the front
     * @return whether there is one
     * @throws RingsideException if there is one that does not answer
     */
    public boolean ring(List<Path> files) {
        if (shared || !Files.exists(socket)) return false;
        var ringing = new FutureTask<>(() -> rung(files));
        Thread.ofPlatform().daemon().name("ringside-ringing").start(ringing);
        try {
            return ringing.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException nobody) {
            return false;
        } catch (TimeoutException | InterruptedException silent) {
            throw new RingsideException(
                    Texts.of("session.doorbell.no-answer"), Texts.of("session.doorbell.no-answer-remedy"));
        }
    }

    private boolean rung(List<Path> files) throws IOException {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            String names = files.stream().map(Path::toString).collect(Collectors.joining("\0"));
            var bytes = ByteBuffer.wrap(names.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.shutdownOutput();
            return channel.read(ByteBuffer.allocate(1)) == 1;
        }
    }

    /**
     * Listens for the rest of the process's life. Where there can be no such socket nobody rings.
     *
     * @param rung is told of the files, on a thread of its own
     */
    public void listen(Consumer<List<Path>> rung) {
        if (shared || socket.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST) return;
        try {
            Files.createDirectories(socket.getParent());
            Files.deleteIfExists(socket); // of a window that was killed: one that lives was asked before
            // Not by its file store: in a changed root it has none that Java would find
            var rights = Files.getFileAttributeView(socket.getParent(), PosixFileAttributeView.class);
            var door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            door.bind(UnixDomainSocketAddress.of(socket));
            socket.toFile().deleteOnExit();
            if (rights != null) Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
            Thread.ofPlatform().daemon().name("ringside-doorbell").start(() -> answer(door, rung));
        } catch (IOException | UnsupportedOperationException noSockets) {
            // Then a file that is opened meanwhile gets a window of its own, which says that the store is in use
        }
    }

    private static void answer(ServerSocketChannel door, Consumer<List<Path>> rung) {
        while (door.isOpen())
            try (var visitor = door.accept()) {
                List<Path> files = files(visitor);
                visitor.write(ByteBuffer.wrap(new byte[] {'!'}));
                rung.accept(files);
            } catch (IOException | IllegalArgumentException gone) {
                // The next one rings again
            }
    }

    private static List<Path> files(SocketChannel visitor) throws IOException {
        var names = new ByteArrayOutputStream();
        ByteBuffer part = ByteBuffer.allocate(8192);
        while (visitor.read(part) >= 0) {
            names.write(part.array(), 0, part.position());
            if (names.size() > MOST) throw new IOException("too many");
            part.clear();
        }
        return Stream.of(names.toString(StandardCharsets.UTF_8).split("\0"))
                .filter(name -> !name.isEmpty())
                .map(Path::of)
                .toList();
    }
}
