package ringside.ui.shell;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/** Where the window's state is kept between two sessions. Losing it costs nothing but a remembered place. */
public final class StateFile {
    private static final System.Logger LOG = System.getLogger(StateFile.class.getName());

    private final Path file;

    public StateFile(Path file) {
        this.file = file;
    }

    public WindowState read() {
        var kept = new Properties();
        if (!Files.isRegularFile(file)) return WindowState.FIRST;
        try (Reader in = Files.newBufferedReader(file)) {
            kept.load(in);
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.log(
                    Level.INFO,
                    "the window starts at its usual place, because {0} is unreadable: {1}",
                    file,
                    unreadable);
        }
        return WindowState.of(kept);
    }

    public void write(WindowState state) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path next = file.resolveSibling(file.getFileName() + ".new");
            try (Writer out = Files.newBufferedWriter(next)) {
                state.properties().store(out, "How Ringside's window stood when it was closed");
            }
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            LOG.log(
                    Level.INFO,
                    "the place of the window is not remembered, because {0} cannot be written: {1}",
                    file,
                    unwritable);
        }
    }
}
