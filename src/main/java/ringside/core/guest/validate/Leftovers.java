package ringside.core.guest.validate;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Folders of checks whose process was killed before it could delete them. */
final class Leftovers {
    static final String BEGINNING = "ringside-check-";
    private static final Pattern NAME = Pattern.compile(BEGINNING + "(\\d{1,10})-\\d+");

    private Leftovers() {}

    /** Removes those in a folder that anybody may write to: only our own, and none of a process that lives. */
    static void remove(Path place) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(place, BEGINNING + "*")) {
            for (Path folder : folders) if (isLeft(folder)) delete(folder);
        } catch (IOException | RuntimeException another) {
            // somebody else's, or gone already: the next check tries again
        }
    }

    private static boolean isLeft(Path folder) throws IOException {
        Matcher name = NAME.matcher(String.valueOf(folder.getFileName()));
        return name.matches()
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName().equals(System.getProperty("user.name"))
                && !ProcessHandle.of(Long.parseLong(name.group(1)))
                        .map(ProcessHandle::isAlive)
                        .orElse(false);
    }

    /** With all that is in it; links in it are not followed. */
    static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE; // a process that ends takes its sockets along
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException fault) throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
