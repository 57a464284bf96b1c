package ringside.ui.feature;

import atlantafx.base.theme.Styles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import ringside.core.feature.Catalogue;
import ringside.core.feature.Column;
import ringside.core.feature.Fault;
import ringside.core.guest.GuestPlatform;
import ringside.core.host.Target;
import ringside.core.platform.Handbook;
import ringside.core.trial.Trial;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;
import ringside.ui.platform.PlatformView;
import ringside.ui.platform.TheoryView;
import ringside.ui.shell.Command;
import ringside.ui.shell.Desk;
import ringside.ui.shell.Page;

/** What the platforms can do: the matrix, a page for each platform, and the theory in short. */
public final class FeaturesPage implements Page {
    public static final String ID = "features";

    private static final List<String> STYLES = List.of("/ringside/ui/platform.css", "/ringside/ui/feature.css");
    private static final String MATRIX = "matrix";
    private static final String THEORY = "theory";

    /** What the page needs from outside its package. */
    public interface Surroundings extends ProbeModel.Hosts {
        /** The catalogue with the user's own files; on a worker's thread. */
        Catalogue catalogue();

        /** Where the user's own files are looked for. */
        Path folder();

        /** Writes pixels as a PNG, a row at a time from the top; on a worker's thread. */
        void png(
                IntFunction<int[]> rows,
                int width,
                int height,
                double scale,
                Map<String, String> texts,
                OutputStream out)
                throws IOException;

        /** Asks where a file is to be written; empty where the reader thinks better of it. */
        Optional<Path> save(String title, String name, String kind);

        /** Shows the figures that were measured on these platforms. */
        void figures(Set<String> platforms);

        /** Begins the description of a guest for these platforms. */
        void guest(Set<String> platforms);

        /** Offers to try a feature with a guest on this machine. */
        void attempt(GuestPlatform platform, Trial trial);
    }

    private final Surroundings around;
    private final Desk desk;
    private final Supplier<Handbook> handbook = new Once<>(Handbook::bundled);
    private final MatrixModel model;
    private final BorderPane place = new BorderPane();
    private final MatrixSaving saving;
    private final ProbeModel probing;
    private final Map<String, ToggleButton> tabs = new LinkedHashMap<>();
    private final Map<String, Node> views = new HashMap<>();
    private @Nullable MatrixView matrix;
    private String tab = MATRIX;

    /** @param kept what {@link #kept} gave last time */
    public FeaturesPage(Surroundings around, Desk desk, Map<String, String> kept) {
        this.around = around;
        this.desk = desk;
        model = new MatrixModel(desk.background(), around::catalogue, kept);
        probing = new ProbeModel(desk.background(), around, model::probed);
        saving = new MatrixSaving(model, around, desk, place);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String icon() {
        return Icon.FEATURES;
    }

    /** What is shown of the matrix; for who connects pages. */
    public MatrixModel model() {
        return model;
    }

    @Override
    public Map<String, String> kept() {
        return model.kept();
    }

    /** Reads what the page shows, so that it is there at the first visit, unless that was already. @param read follows when it is */
    public void prepare(Runnable read) {
        if (matrix != null) return;
        desk.background()
                .run(
                        Texts.of("feature.reading-the-handbook"),
                        progress -> handbook.get(),
                        book -> model.load(read),
                        desk.notices()::trouble);
    }

    @Override
    public Node view() {
        style(place);
        place.getStyleClass().add("features");
        matrix = new MatrixView(model, ways());
        views.put(MATRIX, matrix);
        place.setTop(head());
        place.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        choose(MATRIX);
        if (model.shownProperty().get() == null) model.load();
        probing.load();
        return place;
    }

    static void style(Parent part) {
        for (String sheet : STYLES)
            part.getStylesheets()
                    .add(Objects.requireNonNull(FeaturesPage.class.getResource(sheet), sheet)
                            .toExternalForm());
    }

    private Node head() {
        var title = new Label(Texts.of("feature.features"));
        title.getStyleClass().add(Styles.TITLE_2);
        var group = new ToggleGroup();
        var row = new HBox();
        tabs.put(MATRIX, new ToggleButton(Texts.of("feature.matrix")));
        handbook.get().profiles().forEach(profile -> tabs.put(profile.id(), new ToggleButton(profile.name())));
        tabs.put(THEORY, new ToggleButton(Texts.of("feature.theory")));
        int last = tabs.size() - 1;
        tabs.forEach((id, button) -> {
            int at = row.getChildren().size();
            button.setId("tab-" + id);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.getStyleClass()
                    .add(at == 0 ? Styles.LEFT_PILL : at == last ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setOnAction(pressed -> choose(id));
            row.getChildren().add(button);
        });
        title.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(16, title, row);
        head.getStyleClass().add("features-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void choose(String id) {
        tab = id;
        tabs.forEach((each, button) -> button.setSelected(each.equals(id)));
        place.setCenter(views.computeIfAbsent(id, this::page));
    }

    private Node page(String id) {
        if (id.equals(THEORY)) return new TheoryView(handbook.get().theory(), desk::browse);
        return new PlatformView(handbook.get().profile(id).orElseThrow(), new PlatformView.Ways() {
            @Override
            public void cells(List<String> platforms) {
                model.show(platforms);
                choose(MATRIX);
            }

            @Override
            public void figures(List<String> platforms) {
                around.figures(Set.copyOf(platforms));
            }

            @Override
            public void guest(List<String> platforms) {
                around.guest(Set.copyOf(platforms));
            }

            @Override
            public void browse(String address) {
                desk.browse(address);
            }
        });
    }

    /** Arguments: a feature's id, and a platform's where one cell is meant; or {@code about} and a platform's id. */
    @Override
    public void shown(Object... arguments) {
        if (arguments.length == 0) {
            if (tab.equals(MATRIX) && matrix != null) matrix.focus();
            return;
        }
        String first = String.valueOf(arguments[0]);
        String second = arguments.length > 1 ? String.valueOf(arguments[1]) : "";
        if (first.equals("about")) {
            if (tabs.containsKey(second)) choose(second);
            return;
        }
        choose(MATRIX);
        if (matrix != null) matrix.open(new Place(first, second));
    }

    @Override
    public void refresh() {
        model.load();
        probing.load();
    }

    /** Reads again what hosts said and what was tried. */
    public void probed() {
        probing.load();
    }

    @Override
    public List<Command> commands() {
        var commands = new ArrayList<Command>();
        commands.add(new Command(Texts.of("feature.search-features"), "Shortcut+F", this::search));
        commands.add(new Command(Texts.of("feature.export-the-matrix"), "Shortcut+E", this::export));
        commands.add(new Command(Texts.of("feature.choose-columns"), "", this::columns));
        commands.add(new Command(Texts.of("feature.probe-a-host"), "Shortcut+P", this::probe));
        commands.add(new Command(
                Texts.of("feature.show-only-differences"),
                "",
                () -> inMatrix(() -> model.choose(now -> now.withDifferences(!now.differences())))));
        for (Period period : Period.values())
            commands.add(new Command(
                    Texts.of("feature.features-of", period.title()),
                    "",
                    () -> inMatrix(() -> model.choose(now -> now.withPeriod(period)))));
        commands.add(new Command(Texts.of("feature.fold-all-groups"), "", () -> inMatrix(() -> model.foldAll(true))));
        commands.add(new Command(Texts.of("feature.open-all-groups"), "", () -> inMatrix(() -> model.foldAll(false))));
        commands.add(new Command(
                Texts.of("feature.take-all-marks-away"),
                "",
                () -> inMatrix(() -> model.choose(now -> now.withMarks(Marks.NONE)))));
        for (var profile : handbook.get().profiles())
            commands.add(new Command(Texts.of("feature.about", profile.name()), "", () -> choose(profile.id())));
        commands.add(new Command(Texts.of("feature.theory-in-short"), "", () -> choose(THEORY)));
        return commands;
    }

    private void inMatrix(Runnable action) {
        choose(MATRIX);
        action.run();
    }

    private void search() {
        choose(MATRIX);
        if (matrix != null) matrix.focusSearch();
    }

    private void typed(KeyEvent key) {
        if (!key.getCharacter().equals("/") || key.getTarget() instanceof TextInputControl) return;
        search();
        key.consume();
    }

    private MatrixView.Ways ways() {
        return new MatrixView.Ways() {
            @Override
            public void about(Column column) {
                handbook.get()
                        .about(column.id())
                        .or(() -> handbook.get().about(column.partOf()))
                        .ifPresent(profile -> choose(profile.id()));
            }

            @Override
            public boolean tells(Column column) {
                return handbook.get().about(column.id()).isPresent()
                        || handbook.get().about(column.partOf()).isPresent();
            }

            @Override
            public void browse(String address) {
                desk.browse(address);
            }

            @Override
            public void attempt(GuestPlatform platform, Trial trial) {
                around.attempt(platform, trial);
            }

            @Override
            public void faults(List<Fault> faults) {
                new FaultsSheet(faults, around.folder(), model::load).open(desk.sheets());
            }

            @Override
            public void columns() {
                FeaturesPage.this.columns();
            }

            @Override
            public void export() {
                FeaturesPage.this.export();
            }

            @Override
            public void probe() {
                FeaturesPage.this.probe();
            }
        };
    }

    private void columns() {
        choose(MATRIX);
        var sheet = new ColumnsSheet(model);
        style(sheet);
        Button usual = new Button(Texts.of("feature.usual-ones"));
        usual.setOnAction(pressed -> {
            model.choose(now -> now.withColumns(List.of()).withPair(List.of()));
            desk.sheets().close();
        });
        Button done = Buttons.labelled(Texts.of("feature.done"), Icon.CHECK, desk.sheets()::close);
        done.setId("columns-done");
        done.setDefaultButton(true);
        desk.sheets().show(Texts.of("feature.columns"), sheet, List.of(usual, done));
    }

    /** Asks this host, over whatever page is in view. @param closed follows when the person is done */
    public void probe(Target host, Runnable closed) {
        if (!probing.isRunning()) probing.targetProperty().set(host.equals(Target.LOCAL) ? host.text() : host.words());
        openProbe(closed);
    }

    private void probe() {
        choose(MATRIX);
        openProbe(() -> {});
    }

    private void openProbe(Runnable closed) {
        var sheet = new ProbeSheet(probing);
        style(sheet);
        Button close = Buttons.labelled(Texts.of("feature.close"), Icon.CLOSE, desk.sheets()::close);
        close.setId("probe-close");
        // A probe that nobody watches could wait for a password for ever
        desk.sheets().show(Texts.of("feature.probe-a-host"), sheet, List.of(close), () -> {
            probing.leave();
            closed.run();
        });
    }

    private void export() {
        choose(MATRIX);
        saving.open();
    }

    /** Read when it is first needed, by whichever thread. */
    private static final class Once<T> implements Supplier<T> {
        private final Supplier<T> source;
        private @Nullable T value;

        Once(Supplier<T> source) {
            this.source = source;
        }

        @Override
        public synchronized T get() {
            T there = value;
            if (there == null) {
                there = source.get();
                value = there;
            }
            return there;
        }
    }
}
