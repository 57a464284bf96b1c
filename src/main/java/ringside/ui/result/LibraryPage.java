package ringside.ui.result;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import ringside.core.result.ResultStore;
import ringside.ui.kit.Icon;
import ringside.ui.shell.Command;
import ringside.ui.shell.Desk;
import ringside.ui.shell.Page;

/** Every result set there is. Opened with a set's name, a run's id and a line, it shows that very line. */
public final class LibraryPage implements Page {
    public static final String ID = "library";

    private final LibraryModel model;
    private final Supplier<ResultStore> store;
    private final Desk desk;
    private final Runnable importFiles;
    private final Runnable digitise;
    private @Nullable LibraryView view;

    /** @param store asked on worker threads only */
    public LibraryPage(
            LibraryModel model, Supplier<ResultStore> store, Desk desk, Runnable importFiles, Runnable digitise) {
        this.model = model;
        this.store = store;
        this.desk = desk;
        this.importFiles = importFiles;
        this.digitise = digitise;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String icon() {
        return Icon.LIBRARY;
    }

    @Override
    public Node view() {
        var made = new LibraryView(model, new RunsModel(desk.background(), store), store, desk, importFiles, digitise);
        view = made;
        return made;
    }

    @Override
    public void shown(Object... arguments) {
        if (arguments.length == 0 || view == null) return;
        String run = arguments.length > 1 ? arguments[1].toString() : "";
        int line = arguments.length > 2 && arguments[2] instanceof Integer number ? number : 0;
        view.open(arguments[0].toString(), run, line);
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    public List<Command> commands() {
        return view == null ? List.of() : view.commands();
    }

    /** Brings back the set deleted last; for the window's Ctrl+Z. Nothing is deleted before the first visit. */
    public void undo() {
        if (view != null) view.undo();
    }
}
