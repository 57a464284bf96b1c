package ringside.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.bench.suite.Suite;
import ringside.core.comparison.Answer;
import ringside.core.digitise.Digitisation;
import ringside.core.digitise.Scan;
import ringside.core.experiment.Offer;
import ringside.core.feature.Catalogue;
import ringside.core.feature.FeatureMatrix;
import ringside.core.figure.Figure;
import ringside.core.figure.Figures;
import ringside.core.figure.Plot;
import ringside.core.figure.Renderer;
import ringside.core.format.Outcome;
import ringside.core.format.Verifying;
import ringside.core.guest.GuestPlatform;
import ringside.core.host.AccessQuestions;
import ringside.core.host.SavedHost;
import ringside.core.host.SavedHosts;
import ringside.core.host.Target;
import ringside.core.image.Images;
import ringside.core.probe.ProbeStore;
import ringside.core.probe.Probing;
import ringside.core.result.ResultStore;
import ringside.core.trial.Trial;
import ringside.core.trial.Trials;
import ringside.ui.bench.BenchPage;
import ringside.ui.comparison.ComparePage;
import ringside.ui.comparison.CompareSources;
import ringside.ui.digitise.DigitisePage;
import ringside.ui.digitise.DigitiseSources;
import ringside.ui.domain.DomainsModel;
import ringside.ui.domain.LaunchModel;
import ringside.ui.feature.FeaturesPage;
import ringside.ui.figure.FiguresPage;
import ringside.ui.guest.GuestsPage;
import ringside.ui.help.Help;
import ringside.ui.help.Tour;
import ringside.ui.host.HostsPage;
import ringside.ui.kit.Amount;
import ringside.ui.kit.Appearance;
import ringside.ui.kit.Background;
import ringside.ui.kit.Changes;
import ringside.ui.kit.Icon;
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

    private static final List<Integer> ICONS = List.of(16, 32, 48, 128);

    private final Background background;
    private final Appearance appearance;
    private final Figures figures = Figures.bundled();
    private final Supplier<CompletableFuture<Workbench>> reopen;
    private final Window window;
    private final Desk desk;
    private final Changes changes = new Changes();
    private final LibraryModel library;
    private final LibraryPage libraryPage;
    private final FeaturesPage features;
    private final TrialModel trials;
    private final ImportSheet imports;
    private final Dropped dropped;
    private final GuestsPage guests;
    private final SharedStore shared = new SharedStore(this::store, SharedStore.PAUSE, new SharedNews());
    private final SavedHosts savedHosts = Workbench.savedHosts();
    private final HostsPage hosts;
    private final BenchPage benchmarks;
    private final DigitisePage digitise;
    private final Help help;
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
        this.appearance = appearance;
        this.workbench = workbench;
        this.reopen = reopen;
        window = new Window(stage, background, appearance, state);
        for (int size : ICONS) icon(stage, size);
        desk = window.desk();
        library = new LibraryModel(
                background,
                this::store,
                (set, progress) ->
                        new Verifying(store(), opened().formats()).verify(set).faults(),
                (sets, out) -> opened().archives().export(sets, out),
                changes);
        imports = new ImportSheet(
                desk,
                this::newImport,
                (content, mapping, request, progress) ->
                        opened().importing().readTable(content, mapping, request, progress),
                changes);
        dropped = new Dropped(background, this::opened, desk, window::open, imports::open);
        features = new FeaturesPage(new FeatureSurroundings(), desk, state.of(FeaturesPage.ID));
        trials = new TrialModel(background, new TrialBench(), features::probed);
        libraryPage =
                new LibraryPage(library, this::store, desk, this::chooseFiles, () -> window.open(DigitisePage.ID));
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
                () -> opened().probes(),
                Workbench::shells,
                features::probe,
                host -> window.open(BenchPage.ID, host),
                desk);
        digitise = new DigitisePage(
                new DigitiseSurroundings(),
                figures,
                changes,
                desk,
                GuestsPage.Places.of(desk.files()),
                new DigitiseWays());
        benchmarks = new BenchPage(
                () -> new MeasuringBench(opened(), savedHosts),
                figures,
                new LaterRenderer(),
                BenchPage.titles(Suite.all()),
                appearance.darkProperty(),
                changes,
                desk,
                new BenchWays());
        help = new Help(window.drawer(), () -> state().page(), new HelpWays());
        addPages();
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

    private void addPages() {
        window.add(new StartPage(new StartModel(background, this::store, changes), window, startActions()));
        window.add(new ComparePage(new ComparisonSurroundings(), changes, desk, GuestsPage.Places.of(desk.files())));
        window.add(features);
        window.add(guests);
        window.add(benchmarks);
        window.add(new FiguresPage(
                figures,
                this::store,
                new LaterRenderer(),
                changes,
                appearance,
                desk,
                (title, name, kind) -> desk.files().save(title, name, kind)));
        window.add(libraryPage);
        window.add(hosts);
        window.add(digitise);
    }

    private List<StartPage.Action> startActions() {
        return List.of(
                new StartPage.Action(
                        Icon.BALANCE,
                        "Find the platform for what you do",
                        "Six pages from a purpose to a ranked answer, with the features and measurements behind it,"
                                + " what would change it, and a report to hand on.",
                        () -> window.open(ComparePage.ID)),
                new StartPage.Action(
                        Icon.FEATURES,
                        "Compare what the platforms can do",
                        "Features of QEMU, KVM, Xen, libvirt and VirtualBox, in spring 2013 and now, every cell with"
                                + " its source. How each is built and used, and the theory in short.",
                        () -> window.open(FeaturesPage.ID)),
                new StartPage.Action(
                        Icon.FIGURES,
                        "Look at the figures",
                        "The thesis's 27 result figures and 8 tables, and those of other studies, drawn from the"
                                + " library. Each can be exported.",
                        () -> window.open(FiguresPage.ID)),
                new StartPage.Action(
                        Icon.GUESTS,
                        "Configure a guest",
                        "Describe it once: the command lines, XML and scripts for every platform, and what each of"
                                + " them cannot express.",
                        () -> window.open(GuestsPage.ID)),
                new StartPage.Action(
                        Icon.BENCHMARKS,
                        "Measure",
                        "A plan of benchmarks on this machine or others, repeated until its medians are sure, its"
                                + " curves beside earlier ones.",
                        () -> window.open(BenchPage.ID)),
                new StartPage.Action(
                        Icon.IMPORT,
                        "Import results",
                        "What HPL, LMbench, IOzone and other tools print, CSV files, .ringside archives."
                                + " Or drop files and folders anywhere on this window.",
                        this::chooseFiles),
                new StartPage.Action(
                        Icon.LIBRARY,
                        "Browse the result sets",
                        "Where each number comes from, down to the line of output that printed it.",
                        () -> window.open(LibraryPage.ID)),
                new StartPage.Action(
                        Icon.HOSTS,
                        "Choose the hosts to work with",
                        "This machine and others by SSH: whether one gets there, what they are and what they have.",
                        () -> window.open(HostsPage.ID)),
                new StartPage.Action(
                        Icon.SEARCH,
                        "Find anything",
                        "Pages, figures, result sets and commands, by a few letters of their name.",
                        window::openPalette));
    }

    private void addCommands() {
        window.onHelp(help::toggle);
        window.onPage(page -> help.follow(page.id()));
        window.add(new Command(Texts.of("help.glossary.command"), "Shift+F1", help::glossary));
        window.add(new Command(Texts.of("help.tour.command"), "", this::tour));
        window.add(new Command("Import files…", "Shortcut+O", this::chooseFiles));
        window.add(new Command("Import a folder…", "Shortcut+Shift+O", imports::chooseFolder));
        window.add(new Command("Bring back what was deleted last", "Shortcut+Z", this::undo));
    }

    private void chooseFiles() {
        imports.chooseFiles(this::dropped);
    }

    private void undo() {
        if (state().page().equals(HostsPage.ID) && hosts.undo()) return;
        if (state().page().equals(DigitisePage.ID) && digitise.undo()) return;
        if (library.undoableProperty().get()) libraryPage.undo();
        else desk.notices().note("There is no deleted set to bring back.");
    }

    private ImportModel newImport() {
        return new ImportModel(
                background,
                () -> opened().formats(),
                (content, request, progress) -> opened().importing().read(content, request, progress),
                this::store,
                changes,
                dropped::picture);
    }

    private List<PaletteModel.Entry> figures() {
        var entries = new ArrayList<PaletteModel.Entry>();
        for (Figure figure : figures.all())
            entries.add(new PaletteModel.Entry(
                    "Figure",
                    figure.id() + "  " + figure.title(),
                    figure.group().title(),
                    "",
                    () -> window.open(FiguresPage.ID, figure.id())));
        return entries;
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
        workbench.thenRun(() -> Platform.runLater(rest::play));
    }

    /** Shows the window at once; pages fill when the store is open. */
    public void show() {
        await(); // first, so that the status bar names what everything else waits for
        window.show();
        guests.offerDraft();
        CompletableFuture.delayedExecutor(WARMING.toMillis(), TimeUnit.MILLISECONDS, Platform::runLater)
                .execute(() -> features.prepare(() -> window.warm(features)));
    }

    private void await() {
        shared.watch();
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

    /** What shows an address of the web. */
    public void onBrowse(Consumer<String> browser) {
        window.onBrowse(browser);
    }

    public WindowState state() {
        return window.state();
    }

    /** Waits for the parts; on worker threads only. */
    private Workbench opened() {
        try {
            return workbench.get();
        } catch (InterruptedException cancelled) {
            throw new Progress.Cancelled();
        } catch (ExecutionException failed) {
            throw RingsideException.from(Objects.requireNonNullElse(failed.getCause(), failed));
        }
    }

    private ResultStore store() {
        return opened().store();
    }

    /** Removes for good what was deleted, and closes the store; may be slow. */
    public void close() {
        shared.stop();
        if (!workbench.isDone() || workbench.isCompletedExceptionally()) return;
        benchmarks.close();
        try (Workbench closing = workbench.join()) {
            closing.store().purge();
        }
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
        @Override
        public void changed() {
            changes.happened();
        }

        @Override
        public void lost(RingsideException trouble) {
            desk.notices().trouble(trouble);
        }

        @Override
        public void back() {
            desk.notices().say("The shared store answers again.");
        }
    }

    /** What the guided comparison asks and writes. */
    private final class ComparisonSurroundings implements CompareSources {
        @Override
        public FeatureMatrix matrix() {
            return Workbench.catalogue().matrix();
        }

        @Override
        public Answer.Sources of(FeatureMatrix matrix) {
            return opened().sources(matrix, Workbench.claims());
        }

        @Override
        public void report(Answer answer, FeatureMatrix matrix, Path folder) {
            opened().report(matrix).write(answer, folder);
        }
    }

    /** The renderer comes with the workbench; who draws does so on a worker's thread and can wait for it. */
    private final class LaterRenderer implements Renderer {
        @Override
        public Drawing draw(Plot plot, Look look) {
            return opened().renderer().draw(plot, look);
        }

        @Override
        public void write(Plot plot, Look look, Medium medium, Map<String, String> texts, OutputStream out)
                throws IOException {
            opened().renderer().write(plot, look, medium, texts, out);
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
            return opened().probing();
        }

        @Override
        public ProbeStore answers() {
            return opened().probes();
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

    private final class TrialBench implements TrialModel.Bench {
        @Override
        public List<Offer> offers() {
            return Offer.of(Workbench.hypervisors(), Target.LOCAL, AccessQuestions.NOBODY);
        }

        @Override
        public Trials trials() {
            return Workbench.trials(Images.USUAL, Optional.empty());
        }

        @Override
        public ProbeStore answers() {
            return opened().probes();
        }
    }

    /** Where figures are read off and kept. */
    private final class DigitiseSurroundings implements DigitiseSources {
        @Override
        public Scan open(Path file, int page, int dpi) {
            return Workbench.scans().open(file, page, dpi);
        }

        @Override
        public Outcome keep(Digitisation figure, Progress progress) {
            return opened().keeping().keep(figure, progress);
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
            return desk.files().open("Open a plan").stream().findFirst();
        }
    }
}
