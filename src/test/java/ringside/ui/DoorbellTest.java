package ringside.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorbellTest {
    private final LinkedBlockingQueue<List<Path>> rung = new LinkedBlockingQueue<>();

    @TempDir
    Path folder;

    @Test
    void theWindowIsToldOfTheFiles() throws Exception {
        List<Path> files = List.of(folder.resolve("two words.ringside"), folder.resolve("Größe\n.csv"));
        new Doorbell(folder, "").listen(rung::add);

        assertTrue(new Doorbell(folder, "").ring(files));
        assertTrue(new Doorbell(folder, "").ring(List.of()));

        assertEquals(files, rung.poll(5, TimeUnit.SECONDS));
        assertEquals(List.of(), rung.poll(5, TimeUnit.SECONDS));
    }

    @Test
    void aThousandFilesArriveToo() throws Exception {
        List<Path> files = IntStream.range(0, 1000)
                .mapToObj(number -> folder.resolve("a rather long name of a file, number " + number))
                .toList();
        new Doorbell(folder, "").listen(rung::add);

        assertTrue(new Doorbell(folder, "").ring(files));

        assertEquals(files, rung.poll(5, TimeUnit.SECONDS));
    }

    @Test
    void eachStoreHasAWindowOfItsOwn() {
        new Doorbell(folder, "").listen(rung::add);

        assertFalse(new Doorbell(folder, "/elsewhere").ring(List.of()));
    }

    @Test
    void aStoreOnAServerMayHaveMany() {
        new Doorbell(folder, "jdbc:postgresql://host/team").listen(rung::add);

        assertFalse(new Doorbell(folder, "jdbc:postgresql://host/team").ring(List.of()));
    }

    @Test
    void whereNoWindowIsNobodyAnswers() throws Exception {
        assertFalse(new Doorbell(folder, "").ring(List.of()));
        try (var killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            killed.bind(UnixDomainSocketAddress.of(folder.resolve("window.socket")));
        }
        assertTrue(Files.exists(folder.resolve("window.socket")));
        assertFalse(new Doorbell(folder, "").ring(List.of()));

        new Doorbell(folder, "").listen(rung::add);

        assertTrue(new Doorbell(folder, "").ring(List.of()));
    }

    @Test
    void nobodyElseMayRing() throws Exception {
        new Doorbell(folder, "").listen(rung::add);

        String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("window.socket")));
        assertEquals("rw-------", rights);
    }
}
