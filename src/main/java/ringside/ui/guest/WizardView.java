package ringside.ui.guest;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import ringside.core.guest.preset.Preset;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;

/** The wizard: steps above, the page of one at the left, the outputs at the right. */
final class WizardView extends BorderPane {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double FORM = 440;
    private static final double ABOVE = 60; // kept in view above a field that was gone to

    /** What the wizard asks of the page it is on. */
    interface Ways {
        void leave();

        void save(Printout printout);

        void saveAll();

        /** Asks on what of this machine's the guest is to start. */
        void start();

        /** Asks the platforms' own software whether it takes the outputs. */
        void check();

        /** Another preset instead of what is set. */
        void take(Preset preset);

        /** Says that something was removed, and offers to bring it back. */
        void removed(String words);

        /** Brings the field into view that a path is about. */
        void go(String path);
    }

    private final WizardModel model;
    private final ChecksModel checks;
    private final Ways ways;
    private final List<Preset> presets;
    private final PreviewView preview;
    private final Map<Step, ToggleButton> steps = new EnumMap<>(Step.class);
    private final Map<Step, Piece> pages = new EnumMap<>(Step.class);
    private final ScrollPane place = new ScrollPane();
    private final Hyperlink banner = new Hyperlink();
    private final Label name = new Label();
    private final PauseTransition moment = new PauseTransition(Duration.millis(20)); // the preview's frame comes first
    private boolean laidOut;
    private final Button back = Buttons.labelled(Texts.of("guest.wizard.back"), Icon.BACK, () -> step(-1));
    private final Button next = Buttons.labelled(Texts.of("guest.wizard.next"), Icon.FORWARD, () -> step(1));

    WizardView(WizardModel model, List<Preset> presets, ChecksModel checks, Ways ways) {
        this.model = model;
        this.checks = checks;
        this.ways = ways;
        this.presets = List.copyOf(presets);
        preview = new PreviewView(model, ways::save);
        getStyleClass().add("wizard");
        setTop(bar());
        var split = new SplitPane(form(), preview);
        SplitPane.setResizableWithParent(split.getItems().getFirst(), false);
        setCenter(split);
        widthProperty().subscribe(width -> {
            if (laidOut || width.doubleValue() <= FORM) return;
            laidOut = true; // from then on the divider is where a person leaves it
            Platform.runLater(() -> split.setDividerPositions(FORM / getWidth()));
        });
        moment.setOnFinished(over -> tell());
        model.stepProperty().subscribe(this::show);
        model.stateProperty().subscribe(this::show);
    }

    private Node bar() {
        Button leave = Buttons.icon(Texts.of("guest.all-guests"), Icon.BACK, ways::leave);
        leave.setId("leave-wizard");
        name.getStyleClass().add(Styles.TITLE_4);
        name.setMinWidth(60);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        var bar = new HBox(leave, name, stepButtons());
        bar.getStyleClass().addAll("page-bar", "wizard-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private Node stepButtons() {
        var group = new ToggleGroup();
        var row = new HBox();
        row.getStyleClass().add("steps");
        row.setAlignment(Pos.CENTER_LEFT);
        for (Step step : Step.values()) {
            var button = new ToggleButton(step.mnemonic()) {
                @Override
                public void fire() {
                    if (!isSelected()) super.fire();
                }
            };
            button.setMnemonicParsing(true);
            button.setToggleGroup(group);
            button.setId("step-" + step.name());
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.getStyleClass()
                    .add(
                            step == Step.PURPOSE
                                    ? Styles.LEFT_PILL
                                    : step == Step.REVIEW ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setOnAction(pressed -> model.stepProperty().set(step));
            steps.put(step, button);
            row.getChildren().add(button);
        }
        return row;
    }

    private Node form() {
        banner.getStyleClass().addAll("banner", "objection");
        banner.setWrapText(true);
        banner.setMinHeight(Region.USE_PREF_SIZE);
        banner.setMaxWidth(Double.MAX_VALUE);
        banner.managedProperty().bind(banner.visibleProperty());
        banner.setId("banner");
        place.setFitToWidth(true);
        place.getStyleClass().add("form");
        place.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(place, Priority.ALWAYS);
        back.setId("back");
        next.setId("next");
        next.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        back.setTooltip(new Tooltip(Texts.of("guest.wizard.back-tip")));
        next.setTooltip(new Tooltip(Texts.of("guest.wizard.next-tip")));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var foot = new HBox(back, space, next);
        foot.getStyleClass().add("form-foot");
        var column = new VBox(banner, place, foot);
        column.getStyleClass().add("form-column");
        column.setMinWidth(360);
        return column;
    }

    /** The page so many places away; its first field gets the focus. */
    void step(int places) {
        Step to = model.stepProperty().get().neighbour(places);
        if (to == model.stepProperty().get()) return;
        model.stepProperty().set(to);
        focusFirst();
    }

    void focusFirst() {
        Node content = place.getContent();
        if (content != null) FirstField.focus(content);
    }

    /** Brings a field into view and gives it the focus; the page's first one where the path has no field of its own. */
    void focus(String path) {
        model.stepProperty().set(Step.of(path));
        applyCss();
        layout();
        Node content = place.getContent();
        Node field = FirstField.byId(content, "field-" + path).orElse(null);
        if (field == null) {
            focusFirst();
            return;
        }
        field.requestFocus();
        double hidden = content.getLayoutBounds().getHeight()
                - place.getViewportBounds().getHeight();
        double at = content.sceneToLocal(field.localToScene(0, 0)).getY();
        if (hidden > 0) place.setVvalue(Math.clamp((at - ABOVE) / hidden, 0, 1));
    }

    PreviewView preview() {
        return preview;
    }

    private Piece page(Step step) {
        return switch (step) {
            case PURPOSE ->
                new StepPane(model, step, ways::removed, List.of(), List.of(new PurposePiece(presets, ways::take)));
            case PLATFORMS -> new StepPane(model, step, ways::removed, List.of(new PlatformsPiece(model)), List.of());
            case REVIEW -> new ReviewPiece(model, checks, ways, preview);
            default -> new StepPane(model, step, ways::removed, List.of(), List.of());
        };
    }

    private void show(Step step) {
        Objects.requireNonNull(steps.get(step)).setSelected(true);
        Piece page = pages.computeIfAbsent(step, this::page);
        page.show(model.state());
        place.setContent(page.node());
        place.setVvalue(0);
        back.setDisable(step == Step.PURPOSE);
        next.setDisable(step == Step.REVIEW);
        warn(model.state(), step);
        tell();
    }

    private void tell() {
        Piece page = pages.get(model.stepProperty().get());
        if (page != null) page.tell(model.state());
        preview.tell(model.state());
    }

    private void show(WizardModel.State state) {
        Step step = model.stepProperty().get();
        Piece page = pages.get(step);
        if (page != null) page.show(state);
        preview.show(state);
        name.setText(state.guest().name());
        steps.forEach((one, button) -> button.pseudoClassStateChanged(
                WRONG, state.problems().keySet().stream().anyMatch(path -> Step.of(path) == one)));
        warn(state, step);
        moment.playFromStart();
    }

    /** Of what is wrong elsewhere than in the field one is in, which says it itself: it may be on another page or far down. */
    private void warn(WizardModel.State state, Step step) {
        var elsewhere = state.problems().keySet().stream()
                .filter(path -> step != Step.REVIEW && (Step.of(path) != step || !path.equals(model.typed())))
                .sorted()
                .toList();
        banner.setVisible(!elsewhere.isEmpty());
        if (elsewhere.isEmpty()) return;
        String path = elsewhere.getFirst();
        banner.setText(Step.of(path).title() + ": " + Sections.label(path) + ": "
                + state.problems().get(path));
        banner.setOnAction(pressed -> ways.go(path));
    }
}
