package ringside.ui;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import ringside.workbench.Workbench;
import ringside.core.result.ResultStore;
import ringside.ui.kit.Amount;
import ringside.ui.kit.Appearance;
import ringside.ui.kit.Background;
import ringside.ui.kit.Changes;
import ringside.ui.kit.Icon;
import ringside.ui.result.ImportModel;
import ringside.ui.result.ImportSheet;
import ringside.ui.result.LibraryModel;
import ringside.ui.result.LibraryPage;
import ringside.ui.result.RunsModel;
import ringside.ui.shell.Command;
import ringside.ui.shell.Desk;
import ringside.ui.shell.PaletteModel;
import ringside.ui.shell.Window;
import ringside.ui.shell.WindowState;
import ringside.ui.start.StartModel;
import ringside.ui.start.StartPage;

/** One workbench in one window: its pages, and what connects them. */
public final class Session {
    private static final List<Integer> ICONS = List.of(16, 24, 32, 48, 64, 128, 256);

    private final Background background;
    private final Supplier<CompletableFuture<Workbench>> reopen;
    private final Window window;
    private final Desk desk;
    private final Changes changes = new Changes();
    private final LibraryModel library;
    private final LibraryPage libraryPage;
    private final ImportSheet imports;
    private volatile CompletableFuture<Workbench> workbench;

    /**
     * @param workbench opens beside the window
     * @param reopen tries once more where that failed
     */
    public Session(
            Stage stage,
            Background background,
            Appearance appearance,
            WindowState state,
            CompletableFuture<Workbench> workbench,
            Supplier<CompletableFuture<Workbench>> reopen) {
        this.background = background;
        this.workbench = workbench;
        this.reopen = reopen;
        window = new Window(stage, background, appearance, state);
        for (int size : ICONS) icon(stage, size);
        desk = window.desk();
        library = new LibraryModel(
                background,
                this::store,
                (set, progress) -> opened().store().damages(set),
                (sets, out) -> opened().archives().export(sets, out),
                changes);
        imports = new ImportSheet(desk, this::newImport);
        libraryPage = new LibraryPage(
                library, new RunsModel(background, this::store), this::store, desk, imports::chooseFiles);
        addPages();
        addCommands();
        window.onDropped(imports::open);
        window.search(this::sets);
        library.sets().addListener((Observable changed) -> tellCounts());
    }

    private static void icon(Stage stage, int size) {
        InputStream picture = Session.class.getResourceAsStream("/ringside/icons/ringside-" + size + ".png");
        if (picture != null) stage.getIcons().add(new Image(picture));
    }

    private void addPages() {
        window.add(new StartPage(new StartModel(background, this::store, changes), window, startActions()));
        window.add(libraryPage);
    }

    private List<StartPage.Action> startActions() {
        return List.of(
                new StartPage.Action(
                        Icon.IMPORT,
                        "Import results",
                        "What HPL, LMbench, IOzone and other tools print, CSV files, .ringside archives."
                                + " Or drop files and folders anywhere on this window.",
                        imports::chooseFiles),
                new StartPage.Action(
                        Icon.LIBRARY,
                        "Browse the result sets",
                        "Where each number comes from, down to the line of output that printed it.",
                        () -> window.open(LibraryPage.ID)),
                new StartPage.Action(
                        Icon.SEARCH,
                        "Find anything",
                        "Pages, figures, result sets and commands, by a few letters of their name.",
                        window::openPalette));
    }

    private void addCommands() {
        window.add(new Command("Import files…", "Shortcut+O", imports::chooseFiles));
        window.add(new Command("Import a folder…", "Shortcut+Shift+O", imports::chooseFolder));
        window.add(new Command("Bring back the set deleted last", "Shortcut+Z", this::undo));
    }

    private void undo() {
        if (library.undoableProperty().get()) libraryPage.undo();
        else desk.notices().note("There is no deleted set to bring back.");
    }

    private ImportModel newImport() {
        return new ImportModel(
                background,
                () -> opened().formats(),
                (content, request, progress) -> opened().importing().read(content, request, progress),
                changes,
                this::droppedFigure);
    }

    /** A picture was dropped: if Ringside drew it, it names the sets that it shows. */
    private void droppedFigure(Path picture) {
        desk.notices().note(picture.getFileName() + " is a picture; there is nothing in it to import.");
    }

    private List<PaletteModel.Entry> sets() {
        var entries = new ArrayList<PaletteModel.Entry>();
        for (ResultStore.StoredSet stored : store().sets()) {
            String name = stored.set().name();
            entries.add(new PaletteModel.Entry(
                    "Set", name, stored.set().title(), "", () -> window.open(LibraryPage.ID, name)));
        }
        return entries;
    }

    /** Shows the window at once; pages fill when the store is open. */
    public void show() {
        window.show();
        await();
    }

    private void await() {
        background.run(
                "Opening the store",
                progress -> opened(),
                ready -> library.refresh(),
                trouble -> window.fail(trouble, this::again));
    }

    private void again() {
        workbench = reopen.get();
        window.recover();
        await();
        changes.happened();
    }

    private void tellCounts() {
        window.rest(
                library.total() == 0
                        ? ""
                        : "%s, %s"
                                .formatted(
                                        Amount.of(library.total(), "result set", "result sets"),
                                        Amount.of(library.samples(), "sample", "samples")));
    }

    public WindowState state() {
        return window.state();
    }

    /** Waits for the parts; on worker threads only. */
    private Workbench opened() {
        return workbench.join();
    }

    private ResultStore store() {
        return opened().store();
    }

    /** Removes for good what was deleted, and closes the store; may be slow. */
    public void close() {
        if (!workbench.isDone() || workbench.isCompletedExceptionally()) return;
        try (Workbench closing = workbench.join()) {
            closing.store().purge();
        }
    }
}
