package ringside.adapter.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A note beside an embedded store of how its file was when this Ringside closed it. As long as the file is that, nobody else
 * wrote to it, and what it holds need not be looked at before it is opened in earnest.
 */
final class LeftAsIs {
    private static final String ENDING = ".closed";

    private LeftAsIs() {}

    /** Whether the file is still as it was left, by a Ringside of this version of the tables. */
    static boolean holds(Path file) {
        try {
            return Files.readString(note(file)).equals(now(file));
        } catch (IOException noNote) {
            return false;
        }
    }

    /** After the store was closed. */
    static void write(Path file) {
        try {
            Files.writeString(note(file), now(file));
        } catch (IOException notVital) {
            // The next start then looks into the store first
        }
    }

    private static Path note(Path file) {
        return file.resolveSibling(file.getFileName() + ENDING);
    }

    private static String now(Path file) throws IOException {
        return Schema.VERSION + " " + Files.size(file) + " "
                + Files.getLastModifiedTime(file).toInstant() + "\n";
    }
}
