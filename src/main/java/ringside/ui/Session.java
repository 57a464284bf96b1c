package ringside.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import ringside.core.RingsideException;
import ringside.core.bench.suite.Suite;
import ringside.core.feature.Catalogue;
import ringside.core.figure.Figure;
import ringside.core.figure.Figures;
import ringside.core.format.Verifying;
import ringside.core.guest.GuestPlatform;
import ringside.core.host.SavedHost;
import ringside.core.host.SavedHosts;
import ringside.core.probe.ProbeStore;
import ringside.core.probe.Probing;
import ringside.core.result.ResultStore;
import ringside.core.trial.Trial;
import ringside.ui.bench.BenchPage;
import ringside.ui.comparison.ComparePage;
import ringside.ui.digitise.DigitisePage;
import ringside.ui.domain.DomainsModel;
import ringside.ui.domain.LaunchModel;
import ringside.ui.feature.FeaturesPage;
import ringside.ui.figure.FiguresPage;
import ringside.ui.guest.GuestsPage;
import ringside.ui.help.Help;
import ringside.ui.help.Tour;
import ringside.ui.host.HostsPage;
import ringside.ui.kit.Appearance;
import ringside.ui.kit.Background;
import ringside.ui.kit.Changes;
import ringside.ui.kit.Texts;
import ringside.ui.result.ImportModel;
import ringside.ui.result.ImportSheet;
import ringside.ui.result.LibraryModel;
import ringside.ui.result.LibraryPage;
import ringside.ui.shell.Command;
import ringside.ui.shell.Desk;
import ringside.ui.shell.Page;
import ringside.ui.shell.PaletteModel;
import ringside.ui.shell.Window;
import ringside.ui.shell.WindowState;
import ringside.ui.start.StartModel;
import ringside.ui.start.StartPage;
import ringside.ui.trial.TrialModel;
import ringside.ui.trial.TrialSheet;
import ringside.workbench.Workbench;

/** One workbench in one window: its pages, and what connects them. */
public final class Session {
    /** So long the start is left alone; then the page that takes longest to open is made ready. */
    private static final Duration WARMING = Duration.ofMillis(1500);

    /** After the store is open, so that the window can be used before the tour comes. */
    private static final javafx.util.Duration WELCOME = javafx.util.Duration.seconds(1.5);

    private static final String TOURED = "tour.shown";

    /** A page has so much less than the window: the bars above and below it. */
    private static final double AROUND = 60;

    private static final List<Integer> ICONS = List.of(16, 32, 48, 128);

    private final Background background;
    private final Appearance appearance;
    private final Figures figures = Figures.bundled();
    private final OpeningWorkbench workbench;
    private final Window window;
    private final Desk desk;
    private final Changes changes = new Changes();
    private final StartModel start;
    private final LibraryModel library;
    private final LibraryPage libraryPage;
    private final FeaturesPage features;
    private final TrialModel trials;
    private final ImportSheet imports;
    private final Dropped dropped;
    private final GuestsPage guests;
    private final SharedStore shared;
    private final SavedHosts savedHosts = Workbench.savedHosts();
    private final HostsPage hosts;
    private final BenchPage benchmarks;
    private final DigitisePage digitise;
    private final Help help;

    /**
     * @param opening opens beside the window
     * @param reopen tries once more where that failed
     */
    public Session(
            Stage stage,
            Background background,
            Appearance appearance,
            WindowState state,
            CompletableFuture<Workbench> opening,
            Supplier<CompletableFuture<Workbench>> reopen) {
        this.background = background;
        this.appearance = appearance;
        workbench = new OpeningWorkbench(opening, reopen);
        start = new StartModel(background, workbench::store, changes);
        await();
        shared = new SharedStore(workbench::store, SharedStore.PAUSE, new SharedNews());
        window = new Window(stage, background, appearance, state);
        for (int size : ICONS) icon(stage, size);
        desk = window.desk();
        library = new LibraryModel(
                background,
                workbench::store,
                (set, progress) -> new Verifying(
                                workbench.store(), workbench.get().formats())
                        .verify(set)
                        .faults(),
                (sets, out) -> workbench.get().archives().export(sets, out),
                changes);
        imports = new ImportSheet(
                desk,
                this::newImport,
                (content, mapping, request, progress) ->
                        workbench.get().importing().readTable(content, mapping, request, progress),
                changes);
        dropped = new Dropped(background, workbench, desk, window::open, imports::open);
        features = new FeaturesPage(new FeatureSurroundings(), desk, state.of(FeaturesPage.ID));
        trials = new TrialModel(background, workbench.trials(), features::probed);
        libraryPage =
                new LibraryPage(library, workbench::store, desk, this::chooseFiles, () -> window.open(DigitisePage.ID));
        guests = new GuestsPage(
                Workbench.drafts(),
                Workbench::validators,
                new DomainsModel(background, Workbench.hypervisors()),
                new LaunchModel(background, Workbench.hypervisors(), Workbench.images()),
                () -> attempt(Optional.empty(), Optional.empty()),
                desk,
                GuestsPage.Places.of(desk.files()));
        hosts = new HostsPage(
                savedHosts,
                () -> workbench.get().probes(),
                Workbench::shells,
                features::probe,
                host -> window.open(BenchPage.ID, host),
                desk);
        digitise = new DigitisePage(
                workbench.digitising(), figures, changes, desk, GuestsPage.Places.of(desk.files()), new DigitiseWays());
        benchmarks = new BenchPage(
                () -> new MeasuringBench(workbench.get(), savedHosts),
                figures,
                workbench.renderer(),
                BenchPage.titles(Suite.all()),
                appearance.darkProperty(),
                changes,
                desk,
                new BenchWays());
        help = new Help(window.drawer(), () -> state().page(), new HelpWays());
        addPages(state.height() - AROUND);
        addCommands();
        window.onDropped(this::dropped);
        window.search(this::figures);
        window.search(this::sets);
        window.search(help::entries);
        library.sets().addListener((Observable changed) -> tellCounts());
    }

    private void attempt(Optional<GuestPlatform> on, Optional<Trial> wanted) {
        TrialSheet.open(
                trials, desk, on, wanted, (feature, platform) -> window.open(FeaturesPage.ID, feature, platform));
    }

    private static void icon(Stage stage, int size) {
        InputStream picture = Session.class.getResourceAsStream("/ringside/icons/ringside-" + size + ".png");
        if (picture != null) stage.getIcons().add(new Image(picture));
    }

    /** See {@link Dropped#take}. */
    void dropped(List<Path> files) {
        dropped.take(files);
    }

    /** Brings a page into view; see {@link ringside.ui.shell.Navigator}. */
    void open(String page, Object... arguments) {
        window.open(page, arguments);
    }

    /** In the order of their keys. */
    List<Page> pages() {
        return window.pages();
    }

    private void addPages(double height) {
        window.add(new StartPage(start, window, StartActions.of(window, this::chooseFiles), height));
        window.add(new ComparePage(workbench.comparison(), changes, desk, GuestsPage.Places.of(desk.files())));
        window.add(features);
        window.add(guests);
        window.add(benchmarks);
        window.add(new FiguresPage(
                figures,
                workbench::store,
                workbench.renderer(),
                changes,
                appearance,
                desk,
                (title, name, kind) -> desk.files().save(title, name, kind)));
        window.add(libraryPage);
        window.add(hosts);
        window.add(digitise);
    }

    private void addCommands() {
        window.onHelp(help::toggle);
        window.onPage(page -> help.follow(page.id()));
        window.add(new Command(Texts.of("help.glossary.command"), "Shift+F1", help::glossary));
        window.add(new Command(Texts.of("help.tour.command"), "", this::tour));
        window.add(new Command(Texts.of("session.import"), "Shortcut+O", this::chooseFiles));
        window.add(new Command(Texts.of("session.import-folder"), "Shortcut+Shift+O", imports::chooseFolder));
        window.add(new Command(Texts.of("session.undo"), "Shortcut+Z", this::undo));
    }

    private void chooseFiles() {
        imports.chooseFiles(this::dropped);
    }

    private void undo() {
        if (state().page().equals(HostsPage.ID) && hosts.undo()) return;
        if (state().page().equals(DigitisePage.ID) && digitise.undo()) return;
        if (library.undoableProperty().get()) libraryPage.undo();
        else desk.notices().note(Texts.of("session.nothing-to-undo"));
    }

    private ImportModel newImport() {
        return new ImportModel(
                background,
                () -> workbench.get().formats(),
                (content, request, progress) -> workbench.get().importing().read(content, request, progress),
                workbench::store,
                changes,
                dropped::picture);
    }

    private List<PaletteModel.Entry> figures() {
        var entries = new ArrayList<PaletteModel.Entry>();
        for (Figure figure : figures.all())
            entries.add(new PaletteModel.Entry(
                    Texts.of("session.figure"),
                    figure.id() + "  " + figure.title(),
                    figure.group().title(),
                    "",
                    () -> window.open(FiguresPage.ID, figure.id())));
        return entries;
    }

    private List<PaletteModel.Entry> sets() {
        var entries = new ArrayList<PaletteModel.Entry>();
        for (ResultStore.StoredSet stored : workbench.store().sets()) {
            String name = stored.set().name();
            entries.add(new PaletteModel.Entry(
                    Texts.of("session.set"), name, stored.set().title(), "", () -> window.open(LibraryPage.ID, name)));
        }
        return entries;
    }

    private void tour() {
        new Tour(desk.sheets(), page -> window.open(page)).begin(() -> {});
    }

    /**
     * Offers the tour to somebody who was never here before, when the window can be used and nothing was begun in it yet.
     *
     * @param shown follows when it has begun, so that it is remembered whatever happens next
     */
    public void welcome(Runnable shown) {
        if (window.keeps(TOURED)) return;
        var rest = new PauseTransition(WELCOME);
        rest.setOnFinished(over -> {
            if (desk.sheets().isOpen() || window.isTouched()) return;
            window.keep(TOURED);
            tour();
            shown.run();
        });
        workbench.whenOpen(() -> Platform.runLater(rest::play));
    }

    /** Shows the window at once; pages fill when the store is open, which it may be before. */
    public void show() {
        shared.watch();
        window.show();
        guests.offerDraft();
        CompletableFuture.delayedExecutor(WARMING.toMillis(), TimeUnit.MILLISECONDS, Platform::runLater)
                .execute(() -> features.prepare(() -> window.warm(features)));
    }

    /** First of all, so that the status bar names what everything else waits for. */
    private void await() {
        background.run(
                Texts.of("session.opening"),
                progress -> workbench.get(),
                ready -> library.refresh(),
                trouble -> window.fail(trouble, this::again));
        start.begin();
    }

    private void again() {
        workbench.again();
        shared.watch();
        window.recover();
        await();
        changes.happened();
    }

    private void tellCounts() {
        window.rest(library.total() == 0 ? "" : Texts.of("session.library", library.total(), library.samples()));
    }

    /** What shows an address of the web. */
    public void onBrowse(Consumer<String> browser) {
        window.onBrowse(browser);
    }

    public WindowState state() {
        return window.state();
    }

    /** Removes for good what was deleted, and closes the store; may be slow. */
    public void close() {
        shared.stop();
        workbench.ifOpen().ifPresent(open -> {
            benchmarks.close();
            try (open) {
                open.store().purge();
            }
        });
    }

    /** Where help leads. */
    private final class HelpWays implements Help.Ways {
        @Override
        public void browse(String address) {
            desk.browse(address);
        }

        @Override
        public void feature(String id) {
            window.open(FeaturesPage.ID, id);
        }

        @Override
        public void theory() {
            window.open(FeaturesPage.ID, "about", "theory");
        }

        @Override
        public void tour() {
            Session.this.tour();
        }
    }

    /** What a store that others write to as well has to tell. */
    private final class SharedNews implements SharedStore.Told {
        private Runnable over = () -> {};

        @Override
        public void changed() {
            changes.happened();
        }

        @Override
        public void lost(RingsideException trouble) {
            over.run();
            over = desk.notices().lasting(trouble);
        }

        @Override
        public void back() {
            over.run();
            desk.notices().say(Texts.of("session.store-back"));
        }
    }

    private final class FeatureSurroundings implements FeaturesPage.Surroundings {
        @Override
        public Catalogue catalogue() {
            return Workbench.catalogue();
        }

        @Override
        public Path folder() {
            return Workbench.featureDirectory();
        }

        @Override
        public void png(
                IntFunction<int[]> rows,
                int width,
                int height,
                double scale,
                Map<String, String> texts,
                OutputStream out)
                throws IOException {
            Workbench.png(rows, width, height, scale, texts, out);
        }

        @Override
        public Probing probing() {
            return workbench.get().probing();
        }

        @Override
        public ProbeStore answers() {
            return workbench.get().probes();
        }

        @Override
        public List<SavedHost> saved() {
            return savedHosts.all();
        }

        @Override
        public Optional<Path> save(String title, String name, String kind) {
            return desk.files().save(title, name, kind);
        }

        @Override
        public void figures(Set<String> platforms) {
            window.open(FiguresPage.ID, new FiguresPage.Of(platforms));
        }

        @Override
        public void guest(Set<String> platforms) {
            window.open(GuestsPage.ID, new GuestsPage.For(platforms));
        }

        @Override
        public void attempt(GuestPlatform platform, Trial trial) {
            Session.this.attempt(Optional.of(platform), Optional.of(trial));
        }
    }

    private final class DigitiseWays implements DigitisePage.Ways {
        @Override
        public void figure(String id, Set<String> sets) {
            window.open(FiguresPage.ID, id, sets);
        }

        @Override
        public void library(String set) {
            window.open(LibraryPage.ID, set);
        }
    }

    private final class BenchWays implements BenchPage.Ways {
        @Override
        public void figures(Optional<String> figure, Set<String> sets) {
            figure.ifPresentOrElse(id -> window.open(FiguresPage.ID, id, sets), () -> window.open(FiguresPage.ID));
        }

        @Override
        public void library(String set) {
            window.open(LibraryPage.ID, set);
        }

        @Override
        public void hosts() {
            window.open(HostsPage.ID);
        }

        @Override
        public Optional<Path> plan() {
            return desk.files().open(Texts.of("session.open-plan")).stream().findFirst();
        }
    }
}
