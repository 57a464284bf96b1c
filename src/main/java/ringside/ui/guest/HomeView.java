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
import ringside.ui.kit.Texts;

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
        var title = new Label(Texts.of("guest.home.title"));
        title.getStyleClass().add(Styles.TITLE_2);
        Label lead = SectionPane.words(Texts.of("guest.home.lead"));
        lead.getStyleClass().setAll("label", "lead");
        Button read = Buttons.labelled(Texts.of("guest.home.open"), Icon.FOLDER, open);
        read.setId("open-guest");
        Label kinds = SectionPane.words(Texts.of("guest.home.open-tip"));
        Button attempt = Buttons.labelled(Texts.of("guest.home.trial"), Icon.VERIFY, trials);
        attempt.setId("try-features");
        Label ways = SectionPane.words(Texts.of("guest.home.trial-tip"));
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
            case EQUAL, LAB -> Texts.of("guest.home.any-platform");
            case BEST -> Texts.of("guest.home.one-platform");
            case STUDY -> Texts.of("guest.home.study");
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
                            left.size() == 1 ? Texts.of("guest.home.draft") : Texts.of("guest.home.drafts")));
        for (Draft draft : left) drafts.getChildren().add(row(draft));
        drafts.setVisible(!drafts.getChildren().isEmpty());
    }

    private Node row(Draft draft) {
        var name = new Label(draft.guest().name());
        name.getStyleClass().add("name");
        Label when = SectionPane.words(
                draft.time().equals(Instant.EPOCH)
                        ? ""
                        : Texts.of("guest.home.last-changed", Amount.time(draft.time())));
        HBox.setHgrow(when, Priority.ALWAYS);
        when.setMaxWidth(Double.MAX_VALUE);
        var go = new Button(Texts.of("guest.continue"));
        go.setAccessibleText(Texts.of("guest.home.continue", draft.guest().name()));
        go.setOnAction(pressed -> resume.accept(draft));
        go.getStyleClass().add("accent");
        Button drop = Buttons.icon(
                Texts.of("guest.home.discard", draft.guest().name()), Icon.DELETE, () -> discard.accept(draft));
        var row = new HBox(Icon.of(Icon.GUESTS), name, when, go, drop);
        row.getStyleClass().add("draft");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
