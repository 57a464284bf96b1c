package ringside.core;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/** Writes files that are there whole or not at all: beside their place first, then moved into it. */
public final class WholeFile {
    private WholeFile() {}

    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** Makes the folder if need be. What was there before stays until the new file is whole. */
    public static void write(Path file, Content content) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
        Files.createDirectories(folder);
        // Not a temporary file of the system's: that one only its owner could read
        Path half = folder.resolve("." + UUID.randomUUID() + ".part");
        try {
            try (OutputStream out =
                    Files.newOutputStream(half, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.write(out);
            }
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
