package ringside.ui.start;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import ringside.core.result.ResultSet;
import ringside.core.result.ResultStore.StoredSet;
import ringside.ui.kit.Amount;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Chip;
import ringside.ui.kit.EmptyState;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;
import ringside.ui.shell.Navigator;
import ringside.ui.shell.Page;

/** Where a session begins: what one can do here, and the latest result sets. */
public final class StartPage implements Page {
    /** The line a CSV file for {@code import} begins with; see the contract of the command line. */
    private static final String CSV_HEADER =
            "set,platform,configuration,benchmark,metric,unit,better,value,failure,repetition,parameters";

    /** Something one can do from here. */
    public record Action(String icon, String title, String words, Runnable run) {}

    private final StartModel model;
    private final Navigator navigator;
    private final List<Action> actions;
    private final VBox recent = new VBox();
    private final Label counts = new Label();

    public StartPage(StartModel model, Navigator navigator, List<Action> actions) {
        this.model = model;
        this.navigator = navigator;
        this.actions = List.copyOf(actions);
    }

    @Override
    public String id() {
        return "start";
    }

    @Override
    public String title() {
        return "Start";
    }

    @Override
    public String icon() {
        return Icon.START;
    }

    @Override
    public Node view() {
        var title = new Label("Ringside");
        title.getStyleClass().add(Styles.TITLE_1);
        var words = words("Compares virtualization platforms on measured results: QEMU, KVM, Xen, libvirt and VirtualBox"
                + " beside the bare host, and whatever else was measured the same way.");
        words.getStyleClass().add("lead");
        var tiles = new TilePane();
        tiles.getStyleClass().add("tiles");
        tiles.setPrefColumns(2);
        for (Action action : actions) tiles.getChildren().add(tile(action));
        var left = new VBox(title, words, tiles, thesis());
        left.getStyleClass().add("left");
        left.setMaxWidth(760);
        HBox.setHgrow(left, Priority.ALWAYS);
        recent.getStyleClass().add("recent");
        recent.setMinWidth(380);
        recent.setPrefWidth(460);
        var columns = new HBox(left, recent);
        columns.getStyleClass().add("start");
        var scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add(Styles.FLAT);
        model.overviewProperty().subscribe(overview -> showRecent());
        model.troubleProperty().subscribe(trouble -> showRecent());
        model.refresh();
        return scroll;
    }

    private static Button tile(Action action) {
        var title = new Label(action.title());
        title.getStyleClass().add("title");
        var words = words(action.words());
        words.getStyleClass().add("muted");
        var text = new VBox(title, words);
        HBox.setHgrow(text, Priority.ALWAYS);
        var content = new HBox(Icon.of(action.icon(), 22), text);
        content.getStyleClass().add("content");
        var button = new Button(null, content);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("tile-button");
        button.setAccessibleText(action.title() + ". " + action.words());
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        button.setOnAction(pressed -> action.run().run());
        return button;
    }

    /** Said where a person would look for them: nobody here has seen these numbers. */
    private static Node thesis() {
        var heading = new Label("About the thesis's own numbers", Icon.of(Icon.NOTE));
        heading.getStyleClass().add("section-title");
        var words = words("The figures follow Opsahl's thesis of 2013 (University of Oslo), but its result numbers are"
                + " not included: they were not available when Ringside was made, and none are made up. The figures"
                + " draw what was measured here and what other studies published. If you have the thesis's numbers,"
                + " write them to a CSV file that begins with this line, and import it:");
        var header = new Label(CSV_HEADER);
        header.getStyleClass().add("code");
        header.setWrapText(true);
        header.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(header, Priority.ALWAYS);
        header.setMaxWidth(Double.MAX_VALUE);
        var line = new HBox(header, Buttons.copy("Copy the line", () -> CSV_HEADER));
        line.getStyleClass().add("copyable");
        var box = new VBox(heading, words, line);
        box.getStyleClass().add("aside");
        return box;
    }

    private void showRecent() {
        var trouble = model.troubleProperty().get();
        var overview = model.overviewProperty().get();
        var heading = new Label("Latest result sets");
        heading.getStyleClass().add("section-title");
        counts.getStyleClass().setAll("label", "muted");
        counts.setText(
                overview == null || overview.sets() == 0
                        ? ""
                        : "%s, %s"
                                .formatted(
                                        Amount.of(overview.sets(), "set", "sets"),
                                        Amount.of(overview.samples(), "sample", "samples")));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(heading, space, counts);
        head.setAlignment(Pos.BASELINE_LEFT);
        recent.getChildren().setAll(head);
        if (trouble != null) recent.getChildren().add(new ErrorPane(trouble, model::refresh));
        else if (overview == null) recent.getChildren().add(words("Opening the library…"));
        else if (overview.sets() == 0) recent.getChildren().add(nothingYet());
        else for (StoredSet stored : overview.recent()) recent.getChildren().add(row(stored));
    }

    private static Node nothingYet() {
        return new EmptyState(
                Icon.LIBRARY, "No result sets yet", "Drop files or a folder anywhere on this window to import them.");
    }

    private Button row(StoredSet stored) {
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
        FlowPane chips = Chip.platforms(stored.platforms());
        chips.setPrefWrapLength(360);
        var content = new VBox(head, title, chips);
        content.getStyleClass().add("content");
        content.setMinWidth(0);
        var button = new Button(null, content);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("set-button");
        button.setAccessibleText(set.name() + ". " + set.title());
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(pressed -> navigator.open("library", set.name()));
        return button;
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
