package ringside.core.guest.validate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import ringside.core.RingsideException;

/** A folder of our own for the length of one check; closing it deletes it with all that is in it. */
public final class Scratch implements AutoCloseable {
    /** On a disk where there is one: O_DIRECT, which cache=none needs, does not work on every memory file system. */
    private static final Path ON_DISK = Path.of("/var/tmp");

    private final Path folder;
    private int count;

    private Scratch(Path folder) {
        this.folder = folder;
    }

    /** Named after our process, so that what a killed one left can be told from what one at work still needs. */
    public static Scratch create() {
        Path place = Files.isWritable(ON_DISK) ? ON_DISK : Path.of(System.getProperty("java.io.tmpdir"));
        Leftovers.remove(place);
        try {
            return new Scratch(Files.createTempDirectory(
                    place, Leftovers.BEGINNING + ProcessHandle.current().pid() + "-"));
        } catch (IOException e) {
            throw new RingsideException(
                    "No folder for temporary files could be made (" + e.getMessage() + ")",
                    "make room in " + System.getProperty("java.io.tmpdir"),
                    e);
        }
    }

    public Path folder() {
        return folder;
    }

    /** A path in it that no other call gives. */
    public Path fresh(String suffix) {
        return folder.resolve("f" + ++count + suffix);
    }

    public Path write(String suffix, byte[] content) {
        return write(fresh(suffix), content);
    }

    /** @param file in this folder, as {@link #fresh} gave it */
    public Path write(Path file, byte[] content) {
        try {
            return Files.write(file, content);
        } catch (IOException e) {
            throw new RingsideException(
                    "A temporary file could not be written in " + folder, "make room on its disk", e);
        }
    }

    public Path write(String suffix, String content) {
        return write(suffix, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Deletes one of its files before its end; a check of many configurations keeps none but the last. */
    public void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            // closing tries again, and says so
        }
    }

    @Override
    public void close() {
        try {
            Leftovers.delete(folder);
        } catch (IOException e) {
            throw new RingsideException(
                    "The temporary folder " + folder + " could not be deleted (" + e.getMessage() + ")",
                    "delete it by hand",
                    e);
        }
    }
}
