package ringside.ui.guest;

import atlantafx.base.theme.Styles;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.core.guest.preset.Preset;
import ringside.ui.kit.Amount;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Pressable;

/** What one can do with guests: go on with a draft, begin with a preset, open a configuration. */
final class HomeView extends ScrollPane {
    private static final double TILE = 268;

    private final GuestsModel model;
    private final Consumer<Draft> resume;
    private final Consumer<Draft> discard;
    private final VBox drafts = new VBox();

    HomeView(
            GuestsModel model,
            Consumer<Preset> begin,
            Runnable open,
            Runnable trials,
            Consumer<Draft> resume,
            Consumer<Draft> discard) {
        this.model = model;
        this.resume = resume;
        this.discard = discard;
        var title = new Label("Guests");
        title.getStyleClass().add(Styles.TITLE_2);
        Label lead =
                SectionPane.words("Describe a guest once; Ringside writes what QEMU, libvirt, Xen and VirtualBox need"
                        + " to make it, and says what each of them cannot express. Nothing starts until you say so.");
        lead.getStyleClass().setAll("label", "lead");
        Button read = Buttons.labelled("_Open a configuration …", Icon.FOLDER, open);
        read.setId("open-guest");
        Label kinds = SectionPane.words("A guest's YAML file, libvirt domain XML, an xl.cfg, a QEMU command line or a"
                + " VirtualBox .vbox file. What is not understood is listed.");
        Button attempt = Buttons.labelled("_Try features …", Icon.VERIFY, trials);
        attempt.setId("try-features");
        Label ways = SectionPane.words("Snapshot, live migration, hotplug and more, proven on this machine with a guest"
                + " made for it and removed after it. The matrix keeps what came of it.");
        drafts.getStyleClass().add("drafts");
        drafts.managedProperty().bind(drafts.visibleProperty());
        var page = new VBox(title, lead, line(read, kinds), line(attempt, ways), drafts);
        page.getStyleClass().add("guests-home");
        Map<String, FlowPane> groups = new LinkedHashMap<>();
        for (Preset preset : model.presets())
            groups.computeIfAbsent(title(preset.group()), name -> group(page, name))
                    .getChildren()
                    .add(tile(preset, begin));
        setContent(page);
        setFitToWidth(true);
        getStyleClass().add(Styles.FLAT);
        model.leftProperty().subscribe(this::show);
        model.troubleProperty().subscribe(any -> show(model.leftProperty().get()));
    }

    private static HBox line(Button button, Label words) {
        var line = new HBox(button, words);
        line.getStyleClass().add("opening");
        line.setAlignment(Pos.CENTER_LEFT);
        button.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        return line;
    }

    /** The guests that run, above what one can begin with. */
    void show(Node domains) {
        ((VBox) getContent()).getChildren().add(2, domains);
    }

    static String title(Preset.Group group) {
        return switch (group) {
            case EQUAL, LAB -> "A new guest for any platform";
            case BEST -> "Best practice on one platform";
            case STUDY -> "The configurations of the study (Opsahl 2013)";
        };
    }

    private static FlowPane group(VBox page, String name) {
        var tiles = new FlowPane();
        tiles.getStyleClass().add("starts");
        page.getChildren().addAll(SectionPane.title(name), tiles);
        return tiles;
    }

    private static Node tile(Preset preset, Consumer<Preset> begin) {
        var title = new Label(preset.title());
        title.getStyleClass().add("title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        Label words = SectionPane.words(preset.purpose());
        var content = new VBox(title, words);
        content.getStyleClass().add("content");
        content.setAlignment(Pos.TOP_LEFT);
        var tile = new Pressable(content, preset.title() + ". " + preset.purpose(), () -> begin.accept(preset));
        tile.getStyleClass().addAll("tile", "start-tile");
        tile.setPrefWidth(TILE);
        tile.setMinHeight(Region.USE_PREF_SIZE);
        return tile;
    }

    private void show(List<Draft> left) {
        drafts.getChildren().clear();
        model.troubleProperty()
                .get()
                .ifPresent(trouble -> drafts.getChildren().add(new ErrorPane(trouble, model::refresh)));
        if (!left.isEmpty())
            drafts.getChildren()
                    .add(SectionPane.title(
                            left.size() == 1 ? "A guest that is in no file yet" : "Guests that are in no file yet"));
        for (Draft draft : left) drafts.getChildren().add(row(draft));
        drafts.setVisible(!drafts.getChildren().isEmpty());
    }

    private Node row(Draft draft) {
        var name = new Label(draft.guest().name());
        name.getStyleClass().add("name");
        Label when = SectionPane.words(
                draft.time().equals(Instant.EPOCH) ? "" : "last changed " + Amount.time(draft.time()));
        HBox.setHgrow(when, Priority.ALWAYS);
        when.setMaxWidth(Double.MAX_VALUE);
        var go = new Button("Continue");
        go.setAccessibleText("Continue " + draft.guest().name());
        go.setOnAction(pressed -> resume.accept(draft));
        go.getStyleClass().add("accent");
        Button drop =
                Buttons.icon("Discard the draft of " + draft.guest().name(), Icon.DELETE, () -> discard.accept(draft));
        var row = new HBox(Icon.of(Icon.GUESTS), name, when, go, drop);
        row.getStyleClass().add("draft");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
