package ringside.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The desktop's own dialogs for files; each starts where the last one ended. */
public final class FileDialogs {
    private final Stage owner;
    private @Nullable File last;

    public FileDialogs(Stage owner) {
        this.owner = owner;
    }

    public List<Path> open(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(where());
        List<File> chosen = chooser.showOpenMultipleDialog(owner);
        if (chosen == null || chosen.isEmpty()) return List.of();
        last = chosen.getFirst().getParentFile();
        return chosen.stream().map(File::toPath).toList();
    }

    public Optional<Path> folder(String title) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(where());
        return kept(chooser.showDialog(owner));
    }

    /** @param name what the file is to be called; @param kind its extension, without a dot */
    public Optional<Path> save(String title, String name, String kind) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(where());
        chooser.setInitialFileName(name + "." + kind);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind.toUpperCase(Locale.ROOT), "*." + kind));
        return kept(chooser.showSaveDialog(owner));
    }

    /** A chooser refuses to open in a folder that is gone. */
    private @Nullable File where() {
        return last != null && last.isDirectory() ? last : null;
    }

    private Optional<Path> kept(@Nullable File chosen) {
        if (chosen == null) return Optional.empty();
        last = chosen.getParentFile();
        return Optional.of(chosen.toPath());
    }
}
