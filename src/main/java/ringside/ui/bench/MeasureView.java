package ringside.ui.bench;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import ringside.core.bench.run.Event;
import ringside.core.figure.Figure;
import ringside.ui.access.AskPane;
import ringside.ui.figure.ChartPane;
import ringside.ui.kit.Amount;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;
import ringside.ui.kit.Words;

/** A session while it is measured, and after: the queue, the running command, its curve, doubts, and what one can do. */
final class MeasureView extends BorderPane {
    /** What leads away from here, or asks something of the person. */
    interface Ways {
        void note();

        void figures();

        void library();

        void resume();

        void leave();

        /** Draws seldom, or as often as usual. */
        void still(boolean wanted);
    }

    private static final String FOLLOWS = Texts.of("bench.measure.follows");

    private final Ongoing ongoing;
    private final LiveFigure figure;
    private final Ways ways;
    private final QueueTable queue;
    private final RunPane run = new RunPane();
    private final DoubtsPane doubts = new DoubtsPane();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label far = new Label(Texts.of("bench.measure.reaching"));
    private final Button pause = Buttons.labelled(Texts.of("bench.measure.pause"), Icon.PAUSE, this::pause);
    private final Button skip = Buttons.labelled(Texts.of("bench.measure.skip"), Icon.FORWARD, this::skip);
    private final Button note = Buttons.labelled(Texts.of("bench.measure.note"), Icon.RENAME, this::note);
    private final Button cancel = Buttons.labelled(Texts.of("bench.measure.cancel"), Icon.CLOSE, this::cancel);
    private final HBox buttons = new HBox(pause, skip, note, cancel);
    private final VBox top = new VBox();
    private final Label figureTitle = new Label();
    private final StackPane banner = new StackPane();

    MeasureView(Ongoing ongoing, LiveFigure figure, Function<String, String> titles, Ways ways) {
        this.ongoing = ongoing;
        this.figure = figure;
        this.ways = ways;
        queue = new QueueTable(titles, ongoing.session().subjects().size() > 1);
        getStyleClass().add("measuring");
        setTop(head());
        setCenter(body());
        setBottom(foot());
    }

    private Node head() {
        var title = new Label(ongoing.session().plan().title());
        title.getStyleClass().add(Styles.TITLE_3);
        title.setMinWidth(Region.USE_PREF_SIZE);
        String hosts = String.join(
                ", ",
                ongoing.session().subjects().stream()
                        .map(subject -> subject.target().words())
                        .distinct()
                        .toList());
        var where = new Label(
                Texts.of("bench.measure.where", hosts, ongoing.session().set()));
        where.getStyleClass().add("muted");
        where.setMinWidth(0);
        HBox.setHgrow(where, Priority.ALWAYS);
        where.setMaxWidth(Double.MAX_VALUE);
        buttons.getStyleClass().add("buttons");
        pause.setId("bench-pause");
        skip.setId("bench-skip");
        note.setId("bench-note");
        cancel.setId("bench-cancel");
        for (Button button : List.of(pause, skip, note, cancel)) button.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(10, title, where, buttons);
        line.setAlignment(Pos.CENTER_LEFT);
        bar.setId("bench-progress");
        bar.setPrefWidth(260);
        far.setId("bench-far");
        var progress = new HBox(10, bar, far);
        progress.setAlignment(Pos.CENTER_LEFT);
        banner.managedProperty().bind(banner.visibleProperty());
        banner.setVisible(false);
        top.getChildren().addAll(line, progress, banner);
        top.getStyleClass().addAll("page-bar", "bench-head");
        return top;
    }

    private Node body() {
        var curve = new VBox(figureBar(), chart());
        curve.getStyleClass().add("curve");
        var right = new SplitPane(curve, new SplitPane(run, doubts));
        right.setOrientation(Orientation.VERTICAL);
        right.setDividerPositions(0.58);
        var body = new SplitPane(queue, right);
        body.setDividerPositions(0.53);
        return body;
    }

    private Node chart() {
        var chart = new ChartPane(figure.model(), spot -> {});
        chart.setIdle(Texts.of("bench.measure.no-curve"));
        chart.setMinSize(0, 0);
        VBox.setVgrow(chart, Priority.ALWAYS);
        return chart;
    }

    private Node figureBar() {
        var choice = new ComboBox<Optional<Figure>>();
        choice.getItems().add(Optional.empty());
        figure.of(ongoing.session().plan()).forEach(one -> choice.getItems().add(Optional.of(one)));
        choice.setValue(Optional.empty());
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Optional<Figure> chosen) {
                return chosen == null
                        ? ""
                        : chosen.map(one -> one.id() + "  " + one.title()).orElse(FOLLOWS);
            }

            @Override
            public Optional<Figure> fromString(String words) {
                return Optional.empty();
            }
        });
        choice.setId("bench-figure");
        choice.setAccessibleText(Texts.of("bench.measure.figure"));
        choice.setMinWidth(220);
        choice.setMaxWidth(220);
        choice.setOnAction(chosen -> {
            figure.choose(choice.getValue() == null ? Optional.empty() : choice.getValue());
            update();
        });
        var earlier = new CheckBox(Texts.of("bench.measure.earlier-sets"));
        earlier.setSelected(true);
        earlier.setOnAction(pressed -> figure.besides(earlier.isSelected()));
        earlier.setMinWidth(Region.USE_PREF_SIZE);
        figureTitle.getStyleClass().add("muted");
        figureTitle.setMinWidth(0);
        HBox.setHgrow(figureTitle, Priority.ALWAYS);
        figureTitle.setMaxWidth(Double.MAX_VALUE);
        var line = new HBox(10, choice, figureTitle, earlier);
        line.getStyleClass().add("curve-bar");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node foot() {
        var says = new Label(ongoing.isHere() ? Texts.of("bench.measure.pace-here") : Texts.of("bench.measure.pace"));
        says.setWrapText(true);
        says.getStyleClass().add("muted");
        HBox.setHgrow(says, Priority.ALWAYS);
        says.setMaxWidth(Double.MAX_VALUE);
        var still = new CheckBox(Texts.of("bench.measure.slower"));
        still.setId("bench-still");
        still.setMinWidth(Region.USE_PREF_SIZE);
        still.setOnAction(pressed -> ways.still(still.isSelected()));
        var foot = new HBox(12, says, still);
        foot.getStyleClass().add("bench-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    /** Shows how it stands now; what has not changed is left as it is. */
    void update() {
        Board.State now = ongoing.board().state();
        bar.setProgress(now.expected() == 0 ? 0 : (double) now.done() / now.expected());
        set(far, words(now));
        String title = now.paused() ? Texts.of("bench.measure.go-on") : Texts.of("bench.measure.pause");
        if (!pause.getText().equals(title)) {
            pause.setText(title);
            pause.setGraphic(Icon.of(now.paused() ? Icon.PLAY : Icon.PAUSE));
        }
        queue.show(now.rows());
        queue.follow();
        run.show(now.running());
        doubts.show(now.doubts(), now.notices());
        figure.follow(ongoing.board().current(), ongoing.board().samples());
        set(figureTitle, figure.shown().map(Figure::title).orElse(""));
    }

    private static void set(Label label, String text) {
        if (!label.getText().equals(text)) label.setText(text);
    }

    private String words(Board.State now) {
        if (!ongoing.isGoing()) return Texts.of("bench.measure.runs-done", now.done());
        if (ongoing.controls().isCancelled()) return Texts.of("bench.measure.stopping");
        if (now.rows().isEmpty()) return Texts.of("bench.measure.looking");
        String done = Amount.count(now.done());
        String all = Amount.count(now.expected());
        String far = now.left()
                .map(time -> Texts.of("bench.measure.far-left", done, all, Times.words(time)))
                .orElseGet(() -> Texts.of("bench.measure.far", done, all));
        return now.paused() ? Texts.of("bench.measure.far-paused", far) : far;
    }

    /** Asks what has to be asked, or shows how it ended. */
    void banner(Optional<ringside.ui.access.Ask> ask) {
        Optional<Node> content =
                ask.<Node>map(AskPane::new).or(() -> ongoing.endProperty().get().map(this::ended));
        banner.getChildren().setAll(content.stream().toList());
        banner.setVisible(content.isPresent());
    }

    private Node ended(Ongoing.End end) {
        buttons.setDisable(true);
        figure.complete();
        Optional<Event.Finished> finished = ongoing.board().state().finished();
        boolean complete = finished.filter(Event.Finished::complete).isPresent();
        var box = new VBox(8);
        box.setId("bench-ended");
        end.trouble().ifPresent(trouble -> box.getChildren().add(new ErrorPane(trouble)));
        if (end.trouble().isEmpty())
            box.getChildren()
                    .add(Words.of(
                            complete ? Texts.of("bench.measure.complete") : Texts.of("bench.measure.incomplete"),
                            "section-title"));
        finished.ifPresent(how ->
                how.remaining().forEach(text -> box.getChildren().add(Words.of(text, "muted"))));
        Button figures = Buttons.labelled(Texts.of("bench.measure.show-figures"), Icon.FIGURES, ways::figures);
        figures.setId("bench-figures");
        Button library = Buttons.labelled(Texts.of("bench.measure.show-set"), Icon.LIBRARY, ways::library);
        Button leave = Buttons.labelled(Texts.of("bench.measure.leave"), Icon.BACK, ways::leave);
        leave.setId("bench-leave");
        var row = new HBox(figures, library, leave);
        row.getStyleClass().add("buttons");
        if (!complete) {
            Button on = Buttons.labelled(Texts.of("bench.measure.resume"), Icon.PLAY, ways::resume);
            on.setId("bench-resume");
            row.getChildren().addFirst(on);
        }
        ((Button) row.getChildren().getFirst()).setDefaultButton(true);
        box.getChildren().add(row);
        return box;
    }

    void pause() {
        if (ongoing.controls().isPaused()) ongoing.controls().resume();
        else ongoing.controls().pause();
    }

    void skip() {
        ongoing.controls().skip();
    }

    void note() {
        ways.note();
    }

    void cancel() {
        ongoing.controls().cancel();
        set(far, Texts.of("bench.measure.stopping"));
    }
}
