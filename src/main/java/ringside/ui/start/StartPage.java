package ringside.ui.start;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.core.result.ResultSet;
import ringside.core.result.ResultStore.StoredSet;
import ringside.ui.kit.Amount;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.ChipRow;
import ringside.ui.kit.EmptyState;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Pressable;
import ringside.ui.kit.Texts;
import ringside.ui.shell.Navigator;
import ringside.ui.shell.Page;

/** Where a session begins: what one can do here, and the latest result sets. */
public final class StartPage implements Page {
    /** The line a CSV file for {@code import} begins with; see the contract of the command line. */
    private static final String CSV_HEADER =
            "set,platform,configuration,benchmark,metric,unit,better,value,failure,repetition,parameters";

    private static final List<Key> KEYS = List.of(
            new Key("Shortcut+K", Texts.of("start.key.find")),
            new Key("Shortcut+1", Texts.of("start.key.pages")),
            new Key("Shortcut+O", Texts.of("start.key.import")),
            new Key("Shortcut+Shift+O", Texts.of("start.key.import-folder")),
            new Key("Shortcut+Z", Texts.of("start.key.undo")),
            new Key("F5", Texts.of("start.key.again")));

    private static final double NARROW = 980; // then one tile beside the list of sets, else two
    private static final int LEAST_ROWS = 4;
    private static final double ROW = 78; // of the list of sets, with the gap below it
    private static final double HEAD = 72; // what stands above the list, and the margin below it

    private record Key(String keys, String does) {}

    /** Something one can do from here. */
    public record Action(String icon, String title, String words, Runnable run) {}

    private final StartModel model;
    private final Navigator navigator;
    private final List<Action> actions;
    private final GridPane tiles = new GridPane();
    private final VBox recent = new VBox();
    private final Label counts = new Label();
    private int room;

    /** @param height about how much of the window's there will be, so that few sets come and go when it is known */
    public StartPage(StartModel model, Navigator navigator, List<Action> actions, double height) {
        this.model = model;
        this.navigator = navigator;
        this.actions = List.copyOf(actions);
        room = room(height);
    }

    /** As many sets as there is room for, so that the page need not be scrolled for them. */
    private static int room(double height) {
        return Math.max(LEAST_ROWS, (int) ((height - HEAD) / ROW));
    }

    @Override
    public String id() {
        return "start";
    }

    @Override
    public String icon() {
        return Icon.START;
    }

    @Override
    public Node view() {
        var title = new Label("Ringside");
        title.getStyleClass().add(Styles.TITLE_1);
        var words = words(Texts.of("start.lead"));
        words.getStyleClass().add("lead");
        tiles.getStyleClass().add("tiles");
        arrange(2);
        var left = new VBox(title, words, tiles, thesis(), keys());
        left.getStyleClass().add("left");
        left.setMaxWidth(1000);
        left.setPrefWidth(760);
        HBox.setHgrow(left, Priority.ALWAYS);
        recent.getStyleClass().add("recent");
        recent.setMinWidth(340);
        recent.setPrefWidth(440);
        HBox.setHgrow(recent, Priority.ALWAYS);
        recent.setMaxWidth(720);
        var columns = new HBox(left, recent);
        columns.getStyleClass().add("start");
        var scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add(Styles.FLAT);
        scroll.viewportBoundsProperty().subscribe(view -> {
            int across = view.getWidth() < NARROW ? 1 : 2;
            if (across != tiles.getColumnConstraints().size()) Platform.runLater(() -> arrange(across));
            if (room(view.getHeight()) == room) return;
            room = room(view.getHeight());
            Platform.runLater(this::showRecent);
        });
        model.overviewProperty().subscribe(overview -> showRecent());
        model.troubleProperty().subscribe(trouble -> showRecent());
        model.begin();
        return scroll;
    }

    private void arrange(int columns) {
        tiles.getChildren().clear();
        tiles.getColumnConstraints().clear();
        for (int i = 0; i < actions.size(); i++) tiles.add(tile(actions.get(i)), i % columns, i / columns);
        for (int i = 0; i < columns; i++) {
            var part = new ColumnConstraints();
            part.setPercentWidth(100.0 / columns);
            tiles.getColumnConstraints().add(part);
        }
    }

    private static Node tile(Action action) {
        var title = words(action.title());
        title.getStyleClass().add("title");
        var words = words(action.words());
        words.getStyleClass().add("muted");
        var text = new VBox(title, words);
        HBox.setHgrow(text, Priority.ALWAYS);
        var content = new HBox(Icon.of(action.icon(), 22), text);
        content.getStyleClass().add("content");
        var area = new Pressable(content, action.title() + ". " + action.words(), action.run());
        area.getStyleClass().add("tile");
        return area;
    }

    /** Said where a person would look for them: nobody here has seen these numbers. */
    private static Node thesis() {
        var heading = new Label(Texts.of("start.thesis-title"), Icon.of(Icon.NOTE));
        heading.getStyleClass().add("section-title");
        var words = words(Texts.of("start.thesis"));
        var header = new Label(CSV_HEADER);
        header.getStyleClass().add("code");
        header.setWrapText(true);
        header.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(header, Priority.ALWAYS);
        header.setMaxWidth(Double.MAX_VALUE);
        var line = new HBox(header, Buttons.copy(Texts.of("start.copy-header"), () -> CSV_HEADER));
        line.getStyleClass().add("copyable");
        var box = new VBox(heading, words, line);
        box.getStyleClass().add("aside");
        return box;
    }

    private static Node keys() {
        var heading = new Label(Texts.of("start.keys"), Icon.of(Icon.KEYS));
        heading.getStyleClass().add("section-title");
        var grid = new GridPane();
        grid.getStyleClass().add("keys");
        for (int i = 0; i < KEYS.size(); i++) {
            var key = new Label(KeyCombination.valueOf(KEYS.get(i).keys()).getDisplayText());
            key.getStyleClass().add("key");
            key.setMinWidth(Region.USE_PREF_SIZE);
            grid.add(key, i % 2 * 2, i / 2);
            grid.add(words(KEYS.get(i).does()), i % 2 * 2 + 1, i / 2);
        }
        var box = new VBox(heading, grid);
        box.getStyleClass().add("aside");
        return box;
    }

    private void showRecent() {
        var trouble = model.troubleProperty().get();
        var overview = model.overviewProperty().get();
        var heading = new Label(Texts.of("start.latest"));
        heading.getStyleClass().add("section-title");
        counts.getStyleClass().setAll("label", "muted");
        counts.setText(
                overview == null || overview.sets() == 0
                        ? ""
                        : Texts.of("start.sets-samples", overview.sets(), overview.samples()));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(heading, space, counts);
        head.setAlignment(Pos.BASELINE_LEFT);
        recent.getChildren().setAll(head);
        if (trouble != null) recent.getChildren().add(new ErrorPane(trouble, model::refresh));
        else if (overview == null) recent.getChildren().add(words(Texts.of("start.opening-ask")));
        else if (overview.sets() == 0) recent.getChildren().add(nothingYet());
        else overview.recent().stream().limit(room).map(this::row).forEach(recent.getChildren()::add);
    }

    private static Node nothingYet() {
        return new EmptyState(Icon.LIBRARY, Texts.of("start.no-sets"), Texts.of("start.no-sets-means"));
    }

    private Node row(StoredSet stored) {
        ResultSet set = stored.set();
        var name = new Label(set.name());
        name.getStyleClass().add("name");
        var date = new Label(Amount.date(set.created()));
        date.getStyleClass().add("muted");
        date.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(name, space, date);
        var title = new Label(set.title());
        title.getStyleClass().add("muted");
        var content = new VBox(head, title, new ChipRow(stored.platforms()));
        content.getStyleClass().add("content");
        content.setMinWidth(0);
        var area = new Pressable(content, set.name() + ". " + set.title(), () -> navigator.open("library", set.name()));
        area.getStyleClass().add("set");
        return area;
    }

    private static Label words(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    @Override
    public void refresh() {
        model.refresh();
    }
}
