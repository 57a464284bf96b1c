package ringside.ui.guest;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ringside.core.RingsideException;
import ringside.core.WholeFile;
import ringside.ui.kit.Texts;

/** The drafts of guests in a folder, a file for each. All of it may be slow: on worker threads only. */
final class Drafts {
    private static final System.Logger LOG = System.getLogger(Drafts.class.getName());
    private static final String ENDING = ".json";
    private static final int LONGEST = 4 << 20;
    private static final int MOST = 100; // shown; nobody has more

    private final Path folder;

    Drafts(Path folder) {
        this.folder = folder;
    }

    /** Newest first. A file that is no draft is left where it is and not shown. */
    List<Draft> all() {
        var drafts = new ArrayList<Draft>();
        if (!Files.isDirectory(folder)) return drafts;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "guest-*" + ENDING)) {
            for (Path file : files) {
                if (drafts.size() == MOST) break;
                read(file).ifPresent(drafts::add);
            }
        } catch (IOException e) {
            throw new RingsideException(
                    Texts.of("guest.drafts.unreadable", folder), Texts.of("guest.drafts.unreadable-remedy"), e);
        }
        drafts.sort(Comparator.comparing(Draft::time).reversed());
        return drafts;
    }

    private static Optional<Draft> read(Path file) {
        String name = String.valueOf(file.getFileName());
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
            return Optional.of(Draft.read(name.substring(0, name.length() - ENDING.length()), text));
        } catch (IOException | RuntimeException unreadable) {
            LOG.log(Level.INFO, "{0} is not shown among the drafts: {1}", file, unreadable);
            return Optional.empty();
        }
    }

    void keep(Draft draft) {
        Path file = file(draft.id());
        byte[] bytes = draft.json().getBytes(StandardCharsets.UTF_8);
        try {
            WholeFile.write(file, out -> out.write(bytes));
        } catch (IOException e) {
            throw new RingsideException(
                    Texts.of("guest.drafts.not-kept", file), Texts.of("guest.drafts.not-kept-remedy"), e);
        }
    }

    void drop(String id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new RingsideException(
                    Texts.of("guest.drafts.not-deleted", file(id)), Texts.of("guest.drafts.not-deleted-remedy"), e);
        }
    }

    private Path file(String id) {
        return folder.resolve(id + ENDING);
    }
}
