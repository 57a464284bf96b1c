package ringside.core.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.adapter.local.LocalShell;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.host.Target;

/** Copies of an image on another host: this one, by another name and with a cache directory of its own. */
class ImageCopiesTest {
    private static final int MIB = 1 << 20;

    /** Besides what is empty, its files have so much. */
    private static final int CONTENT = 6 * MIB;

    @TempDir
    Path folder;

    private final Far far = new Far();
    private GuestImage image;

    private final class Far implements Shell {
        private final Shell here = new LocalShell();
        private int commands;
        private int most = Integer.MAX_VALUE;
        private long sent;

        @Override
        public Target target() {
            return Target.parse("ssh://far");
        }

        @Override
        public String name() {
            return "far";
        }

        @Override
        public Answer run(Command command) {
            if (++commands > most) throw new RingsideException("The connection to far was lost", "try again");
            sent += command.input().length;
            var words = new ArrayList<>(List.of("env", "XDG_CACHE_HOME=" + folder.resolve("far")));
            words.addAll(command.words());
            return here.run(Command.of(words).reading(command.input()).within(command.limit()));
        }

        @Override
        public boolean isOpen() {
            return commands <= most;
        }

        @Override
        public void close() {}
    }

    @BeforeEach
    void make() throws IOException {
        Path made = Files.createDirectory(folder.resolve("lab"));
        var chance = new Random(2013);
        Files.write(made.resolve("key"), new byte[] {1});
        Files.write(made.resolve("vmlinuz"), random(chance, MIB / 2));
        Files.write(made.resolve("initrd.gz"), random(chance, 5 * MIB));
        try (var disk = new RandomAccessFile(made.resolve("root.img").toFile(), "rw")) {
            disk.write(random(chance, 1000));
            disk.seek(13L * MIB);
            disk.write(random(chance, 3000));
            disk.setLength(40L * MIB);
        }
        image = image(Images.checksum(made, Progress.SILENT), CONTENT);
    }

    private GuestImage image(String checksum, long bytes) {
        return new GuestImage(
                "lab",
                folder.resolve("lab"),
                "bookworm",
                List.of(),
                "",
                "ssh-ed25519 AAAA",
                checksum,
                Instant.EPOCH,
                bytes);
    }

    private static byte[] random(Random chance, int length) {
        byte[] bytes = new byte[length];
        chance.nextBytes(bytes);
        return bytes;
    }

    private GuestImage copied() {
        return ImageCopies.on(far).of(image, Progress.SILENT);
    }

    private void assertSame(GuestImage copy) throws IOException {
        for (String file : List.of("vmlinuz", "initrd.gz", "root.img"))
            assertEquals(
                    -1,
                    Files.mismatch(image.folder().resolve(file), copy.folder().resolve(file)),
                    file);
    }

    @Test
    void theImageIsTheSameThereAndWhatIsEmptyOfItIsNotSent() throws IOException {
        GuestImage copy = copied();
        assertTrue(copy.folder().startsWith(folder.resolve("far/ringside/copies")), copy::toString);
        assertSame(copy);
        assertFalse(Files.exists(copy.key()), "the key stays here");
        assertTrue(far.sent < CONTENT, () -> far.sent + " bytes were sent");
    }

    @Test
    void whatIsThereIsNotCopiedAgain() {
        GuestImage first = copied();
        long sent = far.sent;
        assertEquals(first, copied());
        assertEquals(sent, far.sent);
        assertEquals(1, ImageCopies.on(far).all().size());
    }

    @Test
    void aCopyThatWasBrokenOffIsListedAndGoesOnWhereItWas() throws IOException {
        far.most = 6; // its folder, its beginning, the kernel and its end, a piece of the RAM disk and its end
        assertThrows(RingsideException.class, this::copied);
        far.most = Integer.MAX_VALUE;
        assertEquals(
                List.of(false),
                ImageCopies.on(far).all().stream().map(ImageCopies.Copy::whole).toList());
        long before = far.sent;
        assertSame(copied());
        assertTrue(far.sent - before < CONTENT / 2, () -> "sent again: " + (far.sent - before));
        assertEquals(
                List.of(true),
                ImageCopies.on(far).all().stream().map(ImageCopies.Copy::whole).toList());
    }

    @Test
    void whatABrokenConnectionCutOffInTheMiddleOfAPieceIsSentAgain() throws IOException {
        far.most = 6;
        assertThrows(RingsideException.class, this::copied);
        far.most = Integer.MAX_VALUE;
        Path part = Path.of(ImageCopies.on(far).all().getFirst().folder());
        try (var file = new RandomAccessFile(part.resolve("initrd.gz").toFile(), "rw")) {
            file.setLength(file.length() - 7);
        }
        assertSame(copied());
    }

    @Test
    void whatComesThereAsAnotherThanItWasMadeIsRefusedAndTakenAway() {
        image = image("0123456789abcdef", CONTENT);
        var refusal = assertThrows(RingsideException.class, this::copied);
        assertEquals("The image lab came to far as another than it was made", refusal.problem());
        assertEquals(List.of(), ImageCopies.on(far).all());
    }

    @Test
    void aHostWithoutRoomIsToldSoBeforeAnythingIsSent() {
        image = image(image.checksum(), Long.MAX_VALUE);
        var refusal = assertThrows(RingsideException.class, this::copied);
        assertTrue(refusal.problem().matches("far has \\d+ MB of room in .*, and the image lab takes \\d+"));
        assertEquals(0, far.sent);
    }

    @Test
    void aCopyIsRemovedOnceNoGuestNeedsIt() {
        copied();
        ImageCopies copies = ImageCopies.on(far);
        String name = copies.all().getFirst().name();
        assertEquals("lab-" + image.checksum().substring(0, 12), name);
        var refusal = assertThrows(RingsideException.class, () -> copies.remove(name, folder -> List.of("web")));
        assertEquals("The image's copy is needed by web", refusal.problem());
        copies.remove(name, folder -> List.of());
        assertEquals(List.of(), copies.all());
        assertThrows(RingsideException.class, () -> copies.remove(name, folder -> List.of()));
    }
}
