package ringside.ui.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ringside.core.bench.Benchmark;
import ringside.core.bench.run.Session;
import ringside.core.figure.Figures;
import ringside.core.figure.Renderer;
import ringside.core.host.Target;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Changes;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;
import ringside.ui.kit.Words;
import ringside.ui.shell.Command;
import ringside.ui.shell.Desk;
import ringside.ui.shell.Page;

/**
 * Measuring: what and where, then the measurement while it goes on. Opened with a target, it is about that host; with a
 * plan's file, about that plan.
 */
public final class BenchPage implements Page {
    public static final String ID = "benchmarks";

    private static final String STYLES = "/ringside/ui/bench.css";

    private static final Duration CLOSING = Duration.ofSeconds(10);

    /** What leads to other pages. */
    public interface Ways {
        /** Shows the figures of a set; the first is the one that was in view. */
        void figures(Optional<String> figure, Set<String> sets);

        void library(String set);

        void hosts();

        /** A plan's file; empty where the person thinks better of it. */
        Optional<Path> plan();
    }

    private final Desk desk;
    private final Ways ways;
    private final Changes changes;
    private final Function<String, String> titles;
    private final BenchModel model;
    private final LiveFigure figure;
    private final StackPane place = new StackPane();
    private final Painting painting;
    private @Nullable ChooseView choose;
    private @Nullable MeasureView measure;
    private volatile @Nullable Ongoing current;

    /**
     * @param bench asked on worker threads only
     * @param titles of benchmarks by their ids
     */
    public BenchPage(
            Supplier<Bench> bench,
            Figures figures,
            Renderer renderer,
            Function<String, String> titles,
            ReadOnlyBooleanProperty dark,
            Changes changes,
            Desk desk,
            Ways ways) {
        this.desk = desk;
        this.ways = ways;
        this.changes = changes;
        this.titles = titles;
        model = new BenchModel(desk.background(), bench);
        figure = new LiveFigure(figures, bench, renderer, desk.background());
        dark.subscribe(night -> figure.model().themeProperty().set(night ? Renderer.Theme.DARK : Renderer.Theme.LIGHT));
        painting = new Painting(place, figure);
    }

    /** What benchmarks are called, by their ids. */
    public static Function<String, String> titles(List<Benchmark> suite) {
        return QueueTable.titles(suite);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String icon() {
        return Icon.BENCHMARKS;
    }

    @Override
    public Node view() {
        place.getStylesheets()
                .add(Objects.requireNonNull(BenchPage.class.getResource(STYLES), STYLES)
                        .toExternalForm());
        choose = new ChooseView(model, new Choosing());
        place.getChildren().setAll(choose);
        place.sceneProperty().subscribe(scene -> painting.watch());
        model.ongoingProperty().subscribe(ongoing -> ongoing.ifPresentOrElse(this::begin, this::choices));
        model.asking().askProperty().subscribe(ask -> {
            if (measure != null) measure.banner(ask);
        });
        model.refresh();
        return place;
    }

    private void begin(Ongoing ongoing) {
        figure.begin(ongoing.session().set());
        var view = new MeasureView(ongoing, figure, titles, new Measuring(ongoing));
        measure = view;
        current = ongoing;
        place.getChildren().setAll(view);
        view.requestFocus(); // a text field would go on blinking
        ongoing.endProperty().subscribe(end -> end.ifPresent(how -> ended(view)));
        painting.begin(ongoing, view);
    }

    private void ended(MeasureView view) {
        painting.end();
        view.update();
        view.banner(Optional.empty());
        current = null;
        changes.happened();
        if (painting.isWatched()) return;
        desk.notices()
                .say(
                        Texts.of("bench.ended"),
                        Texts.of("bench.ended-show"),
                        () -> desk.navigator().open(ID));
    }

    private void choices() {
        measure = null;
        current = null;
        painting.end();
        if (choose != null) place.getChildren().setAll(choose);
    }

    @Override
    public void shown(Object... arguments) {
        if (arguments.length > 0 && arguments[0] instanceof Target target && !model.isMeasuring()) {
            model.close();
            model.choose(Target.LOCAL, target.equals(Target.LOCAL));
            model.choose(target, true);
        }
        if (arguments.length > 0 && arguments[0] instanceof Path file) model.open(file, desk.sheets()::show);
        model.refresh();
        if (measure == null && choose != null) choose.focusStart();
    }

    @Override
    public void refresh() {
        if (measure != null) measure.update();
        else model.refresh();
    }

    /** All of them always: they are bound when the page comes into view, and a measurement may begin after that. */
    @Override
    public List<Command> commands() {
        return List.of(
                new Command(Texts.of("bench.start-command"), "Shortcut+Enter", this::start),
                new Command(Texts.of("bench.look-command"), "Shortcut+L", model::look),
                new Command(Texts.of("bench.open-command"), "", this::openPlan),
                new Command(Texts.of("bench.pause-command"), "Shortcut+P", () -> measuring(MeasureView::pause)),
                new Command(Texts.of("bench.skip-command"), "Shortcut+J", () -> measuring(MeasureView::skip)),
                new Command(Texts.of("bench.note-command"), "Shortcut+N", this::note),
                new Command(Texts.of("bench.cancel-command"), "Shortcut+Period", () -> measuring(MeasureView::cancel)));
    }

    private void measuring(Consumer<MeasureView> action) {
        if (measure != null && model.isMeasuring()) action.accept(measure);
        else desk.notices().note(Texts.of("bench.nothing-measured"));
    }

    /** The window is closed: what runs is stopped, and can go on when it is opened again. Not on the FX thread. */
    public void close() {
        Ongoing ongoing = current;
        if (ongoing == null) return;
        try {
            ongoing.stop(CLOSING);
        } catch (InterruptedException inAHurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void start() {
        if (measure == null) model.start(desk.sheets()::show);
    }

    private void openPlan() {
        ways.plan().ifPresent(file -> model.open(file, desk.sheets()::show));
    }

    private void note() {
        Ongoing ongoing = current;
        if (ongoing == null) {
            desk.notices().note(Texts.of("bench.nothing-measured"));
            return;
        }
        var field = new TextArea();
        field.setId("bench-note-text");
        field.setPrefRowCount(3);
        field.setWrapText(true);
        Button add = Buttons.labelled(Texts.of("bench.note-add"), Icon.CHECK, () -> {
            boolean kept = ongoing.controls().note(field.getText());
            desk.sheets().close();
            if (!kept) desk.notices().note(Texts.of("bench.note-late"));
        });
        add.setId("bench-note-add");
        add.setDefaultButton(true);
        var box = new VBox(8, Words.of(Texts.of("bench.note-means"), "muted"), field);
        box.setPrefWidth(460);
        desk.sheets().show(Texts.of("bench.note"), box, List.of(add));
    }

    private final class Choosing implements ChooseView.Ways {
        @Override
        public void start() {
            BenchPage.this.start();
        }

        @Override
        public void resume(Session session) {
            model.measure(session);
        }

        @Override
        public void openPlan() {
            BenchPage.this.openPlan();
        }

        @Override
        public void hosts() {
            ways.hosts();
        }
    }

    private final class Measuring implements MeasureView.Ways {
        private final Ongoing ongoing;

        Measuring(Ongoing ongoing) {
            this.ongoing = ongoing;
        }

        @Override
        public void note() {
            BenchPage.this.note();
        }

        @Override
        public void figures() {
            ways.figures(
                    figure.shown().map(one -> one.id()),
                    Set.of(ongoing.session().set()));
        }

        @Override
        public void library() {
            ways.library(ongoing.session().set());
        }

        @Override
        public void resume() {
            model.measure(ongoing.session());
        }

        @Override
        public void leave() {
            model.close();
        }

        @Override
        public void still(boolean wanted) {
            painting.still(wanted);
        }
    }
}
