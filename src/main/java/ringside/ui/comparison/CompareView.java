package ringside.ui.comparison;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;

/** The guide: its pages above, the one in view, and beside it how the platforms stand. */
final class CompareView extends BorderPane {
    /** Lines longer than this are hard to read. */
    private static final double WIDEST = 1000;

    /** What a person asks for on any page. */
    interface Ways {
        void open();

        void save();

        void again();
    }

    private final CompareModel model;
    private final Ways ways;
    private final Map<Step, Piece> pieces;
    private final Map<Step, ToggleButton> steps = new EnumMap<>(Step.class);
    private final ScrollPane place = new ScrollPane();
    private final Label heading = Prose.text("", Styles.TITLE_3);
    private final StackPane page = new StackPane();
    private final StandingPane standing = new StandingPane();
    private final Button back = Buttons.labelled(Texts.of("comparison.compare.back"), Icon.BACK, () -> step(-1));
    private final Button next = Buttons.labelled(Texts.of("comparison.compare.next"), Icon.FORWARD, () -> step(1));

    CompareView(CompareModel model, Map<Step, Piece> pieces, Ways ways) {
        this.model = model;
        this.ways = ways;
        this.pieces = Map.copyOf(pieces);
        getStyleClass().add("guide");
        setTop(bar());
        setCenter(middle());
        setRight(beside(standing));
        setBottom(foot());
        model.stepProperty().subscribe(this::show);
        model.stateProperty().subscribe(this::show);
    }

    /** However many platforms stand in it. */
    private static ScrollPane beside(StandingPane standing) {
        var pane = new ScrollPane(standing);
        pane.getStyleClass().add("edge-to-edge");
        pane.setFitToWidth(true);
        pane.setFitToHeight(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setMinViewportWidth(StandingPane.LEAST);
        return pane;
    }

    private Node bar() {
        var group = new ToggleGroup();
        var row = new HBox();
        row.getStyleClass().add("steps");
        row.setAlignment(Pos.CENTER_LEFT);
        for (Step step : Step.values()) {
            var button = new ToggleButton((step.ordinal() + 1) + " " + step.mnemonic()) {
                @Override
                public void fire() {
                    if (!isSelected()) super.fire();
                }
            };
            button.setMnemonicParsing(true);
            button.setToggleGroup(group);
            button.setId("guide-" + step.name());
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setTooltip(new Tooltip(step.heading()));
            button.getStyleClass()
                    .add(
                            step == Step.PURPOSE
                                    ? Styles.LEFT_PILL
                                    : step == Step.REPORT ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setOnAction(pressed -> model.stepProperty().set(step));
            steps.put(step, button);
            row.getChildren().add(button);
        }
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var bar = new HBox(
                row,
                space,
                Buttons.icon(Texts.of("comparison.compare.open-tip"), Icon.FOLDER, ways::open),
                Buttons.icon(Texts.of("comparison.compare.save-tip"), Icon.FILE, ways::save));
        bar.getStyleClass().add("page-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private Node middle() {
        var column = new VBox(heading, page);
        column.getStyleClass().add("guide-page");
        column.setMaxWidth(WIDEST);
        var centred = new StackPane(column);
        StackPane.setAlignment(column, Pos.TOP_LEFT);
        place.setContent(centred);
        place.setFitToWidth(true);
        place.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        place.getStyleClass().add(Styles.FLAT);
        return place;
    }

    private Node foot() {
        back.setId("guide-back");
        next.setId("guide-next");
        next.setContentDisplay(ContentDisplay.RIGHT);
        back.setTooltip(new Tooltip(Texts.of("comparison.compare.back-tip")));
        next.setTooltip(new Tooltip(Texts.of("comparison.compare.next-tip")));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var foot = new HBox(back, space, next);
        foot.getStyleClass().add("form-foot");
        return foot;
    }

    void step(int places) {
        model.stepProperty().set(model.stepProperty().get().neighbour(places));
    }

    private void show(Step step) {
        Objects.requireNonNull(steps.get(step)).setSelected(true);
        heading.setText(step.heading());
        back.setDisable(step == Step.PURPOSE);
        next.setDisable(step == Step.REPORT);
        place.setVvalue(0);
        show(model.state());
    }

    private void show(CompareModel.State state) {
        standing.show(state);
        Piece piece = Objects.requireNonNull(pieces.get(model.stepProperty().get()));
        boolean needsAnswer = model.stepProperty().get().ordinal() >= Step.CANDIDATES.ordinal()
                && model.stepProperty().get() != Step.REPORT;
        if (state.trouble().isPresent() && needsAnswer) {
            page.getChildren().setAll(new ErrorPane(state.trouble().get(), ways::again));
            return;
        }
        piece.show(state);
        if (!page.getChildren().contains(piece.node())) page.getChildren().setAll(piece.node());
    }
}
