package ringside.ui.host;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.core.bench.preflight.Doctor;
import ringside.core.host.Passed;
import ringside.core.host.Reaching;
import ringside.core.host.SavedHost;
import ringside.core.host.Target;
import ringside.ui.host.HostsModel.Entry;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.EmptyState;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;
import ringside.ui.shell.Command;
import ringside.ui.shell.Desk;

/** The list of hosts, and the chosen one beside it. */
final class HostsView extends BorderPane {
    private static final double LEAST = 110; // two hosts, however low the window

    private final HostsModel model;
    private final Inquiry<Passed, Reaching.Outcome> way;
    private final Desk desk;
    private final Consumer<Target> probe;
    private final Consumer<Target> measure;
    private final ListView<Entry> list = new ListView<>();
    private final VBox side = new VBox();
    private final HostPane pane;
    private final SplitPane split = new SplitPane();
    private boolean showing;
    private Runnable withdraw = () -> {}; // the offer to undo the last removal

    HostsView(
            HostsModel model,
            Inquiry<Passed, Reaching.Outcome> way,
            Inquiry<Doctor.Job, List<Doctor.Job>> jobs,
            Desk desk,
            Consumer<Target> probe,
            Consumer<Target> measure) {
        this.model = model;
        this.way = way;
        this.desk = desk;
        this.probe = probe;
        this.measure = measure;
        getStyleClass().add("hosts");
        pane = new HostPane(way, jobs, new Here());
        setTop(bar());
        fillList();
        split.getItems().setAll(side, pane);
        split.setDividerPositions(0.36);
        SplitPane.setResizableWithParent(side, false);
        model.entries().addListener((Observable changed) -> show());
        model.selectedProperty().subscribe(target -> show());
        model.troubleProperty().subscribe(trouble -> place());
        way.states().addListener((MapChangeListener<Target, Inquiry.State<Passed, Reaching.Outcome>>) change -> {
            list.refresh();
            pane.showWay();
        });
        way.askProperty().subscribe(ask -> pane.showWay());
        jobs.states().addListener((MapChangeListener<Target, Inquiry.State<Doctor.Job, List<Doctor.Job>>>)
                change -> pane.showJobs());
        jobs.askProperty().subscribe(ask -> pane.showJobs());
    }

    private Node bar() {
        var title = new Label(Texts.of("host.hosts"));
        title.getStyleClass().add(Styles.TITLE_3);
        var words = new Label(Texts.of("host.lead"));
        words.getStyleClass().add("muted");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Button add = Buttons.labelled(Texts.of("host.add"), Icon.ADD, this::add);
        add.setId("host-add");
        add.getStyleClass().add(Styles.ACCENT);
        add.setMinWidth(Region.USE_PREF_SIZE);
        var bar = new HBox(title, words, add);
        bar.getStyleClass().add("page-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private void fillList() {
        list.setId("hosts");
        list.setAccessibleText(Texts.of("host.hosts"));
        list.setMinHeight(LEAST);
        list.setCellFactory(view -> new HostCell(way::of));
        list.getStyleClass().add(Styles.FLAT);
        list.getSelectionModel().selectedItemProperty().subscribe(entry -> {
            if (entry != null && !showing) model.selectedProperty().set(entry.target());
        });
        list.setOnKeyPressed(key -> {
            switch (key.getCode()) {
                case DELETE -> remove();
                case F2 -> edit();
                case ENTER -> test();
                default -> {
                    return;
                }
            }
            key.consume();
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        side.getStyleClass().add("side-list");
        side.setMinWidth(240);
    }

    private void show() {
        place();
        showing = true; // what follows is not the person's choice
        if (!list.getItems().equals(model.entries())) list.getItems().setAll(model.entries());
        model.selected().ifPresent(entry -> {
            list.getSelectionModel().select(entry);
            pane.show(entry);
        });
        showing = false;
    }

    private void place() {
        var trouble = model.troubleProperty().get();
        if (trouble.isPresent()) {
            setCenter(new ErrorPane(trouble.get(), model::refresh));
            return;
        }
        side.getChildren().setAll(list);
        if (model.entries().size() == 1) side.getChildren().add(alone());
        if (!split.equals(getCenter())) setCenter(split);
    }

    /** There is always this machine; what is missing are others. */
    private Node alone() {
        Button add = Buttons.labelled(Texts.of("host.add-another"), Icon.ADD, this::add);
        return new EmptyState(Icon.HOSTS, Texts.of("host.no-others"), Texts.of("host.no-others-means"), add);
    }

    void focus() {
        list.requestFocus();
    }

    List<Command> commands() {
        return List.of(
                new Command(Texts.of("host.add-another"), "Shortcut+N", this::add),
                new Command(Texts.of("host.test-command"), "Shortcut+T", this::test),
                new Command(Texts.of("host.ask-command"), "Shortcut+P", () -> new Here().probe()),
                new Command(Texts.of("host.measure-command"), "Shortcut+M", () -> new Here().measure()),
                new Command(Texts.of("host.change-command"), "", this::edit),
                new Command(Texts.of("host.remove-command"), "", this::remove));
    }

    private void add() {
        new HostSheet(model, Optional.empty(), desk.sheets(), host -> model.add(host, desk.sheets()::show));
    }

    private void edit() {
        model.selected().ifPresent(entry -> {
            SavedHost before = entry.host();
            new HostSheet(
                    model,
                    Optional.of(before),
                    desk.sheets(),
                    host -> model.replace(before.target(), host, desk.sheets()::show));
        });
    }

    private void remove() {
        model.selected()
                .filter(entry -> !entry.target().equals(Target.LOCAL))
                .ifPresent(entry -> model.remove(entry, () -> removed(entry), desk.sheets()::show));
    }

    private void removed(Entry entry) {
        withdraw.run();
        withdraw = desk.notices()
                .say(
                        Texts.of("host.removed", entry.name()),
                        Texts.of("host.undo"),
                        () -> model.undo(desk.notices()::trouble));
    }

    private void test() {
        model.selected().ifPresent(entry -> way.ask(entry.target()));
    }

    private final class Here implements HostPane.Ways {
        @Override
        public void test() {
            HostsView.this.test();
        }

        @Override
        public void probe() {
            model.selected().ifPresent(entry -> probe.accept(entry.target()));
        }

        @Override
        public void measure() {
            model.selected().ifPresent(entry -> measure.accept(entry.target()));
        }

        @Override
        public void edit() {
            HostsView.this.edit();
        }

        @Override
        public void remove() {
            HostsView.this.remove();
        }
    }
}
