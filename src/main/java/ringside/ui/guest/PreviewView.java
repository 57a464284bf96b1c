package ringside.ui.guest;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;

/** One output, or two beside each other where there is room, else one above the other. */
final class PreviewView extends VBox implements Piece {
    private static final double ROOM_FOR_TWO = 1040;
    private static final double FAIRNESS = 190;

    private final WizardModel model;
    private final PreviewPane first;
    private final PreviewPane second;
    private final SplitPane panes = new SplitPane();
    private final ToggleButton two =
            new ToggleButton(Texts.of("guest.preview.two-outputs"), Icon.of(Icon.SIDE_BY_SIDE));
    private final Label legend = new Label();
    private final FairnessPiece fairness = new FairnessPiece();
    private final ScrollPane fairnessView = new ScrollPane(fairness.node());
    private final ToggleButton fair = new ToggleButton("", Icon.of(Icon.BALANCE));
    private boolean chosen; // by a person, not by the room there is

    PreviewView(WizardModel model, Consumer<Printout> save) {
        this.model = model;
        getStyleClass().add("previews");
        first = new PreviewPane(model, "first", save);
        second = new PreviewPane(model, "second", save);
        start();
        two.setMnemonicParsing(true);
        two.setId("two-outputs");
        two.setTooltip(new Tooltip(Texts.of("guest.preview.two-outputs-tip")));
        two.getStyleClass().add("compact");
        two.setOnAction(pressed -> {
            chosen = true;
            arrange();
        });
        layFairness();
        VBox.setVgrow(panes, Priority.ALWAYS);
        getChildren().addAll(panes, fairnessView, foot());
        panes.getItems().setAll(first);
        setMinWidth(0);
        widthProperty().subscribe(width -> fit(width.doubleValue()));
        first.outputProperty().subscribe((before, now) -> show(model.state()));
        second.outputProperty().subscribe((before, now) -> show(model.state()));
    }

    private void layFairness() {
        fair.setMnemonicParsing(true);
        fair.setId("fairness");
        fair.getStyleClass().add("compact");
        fair.setTooltip(new Tooltip(Texts.of("guest.preview.fair-tip")));
        fair.setOnAction(pressed -> fairness.show(model.state()));
        fairnessView.setFitToWidth(true);
        fairnessView.getStyleClass().add("fairness-view");
        fairnessView.visibleProperty().bind(fair.selectedProperty());
        fairnessView.managedProperty().bind(fairnessView.visibleProperty());
        fairnessView.setMinHeight(FAIRNESS);
        fairnessView.setPrefHeight(FAIRNESS);
    }

    private Node foot() {
        legend.getStyleClass().add("muted");
        legend.setMinWidth(0);
        HBox.setHgrow(legend, Priority.ALWAYS);
        legend.setMaxWidth(Double.MAX_VALUE);
        fair.setMinWidth(Region.USE_PREF_SIZE);
        two.setMinWidth(Region.USE_PREF_SIZE);
        var foot = new HBox(legend, fair, two);
        foot.getStyleClass().add("preview-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    /** With what was asked for first: the first two configurations. */
    private void start() {
        List<Output> outputs = Output.chosen(model.state().guest());
        first.outputProperty().set(outputs.get(Math.min(1, outputs.size() - 1)));
        second.outputProperty().set(outputs.get(Math.min(2, outputs.size() - 1)));
    }

    private void fit(double width) {
        panes.setOrientation(width >= ROOM_FOR_TWO ? Orientation.HORIZONTAL : Orientation.VERTICAL);
        if (chosen || width <= 0) return;
        two.setSelected(width >= ROOM_FOR_TWO);
        arrange();
    }

    private void arrange() {
        List<Region> wanted = two.isSelected() ? List.of(first, second) : List.of(first);
        if (!panes.getItems().equals(wanted)) panes.getItems().setAll(wanted);
        if (two.isSelected()) panes.setDividerPositions(0.5);
        show(model.state());
    }

    /** Brings an output into view, where the other one stays. */
    void open(Output output) {
        if (two.isSelected() && Objects.equals(second.outputProperty().get(), output)) return;
        first.outputProperty().set(output);
    }

    Printout inView() {
        return first.printout();
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(WizardModel.State state) {
        boolean both = two.isSelected();
        Printout left = state.printout(first.outputProperty().get());
        Printout right = state.printout(second.outputProperty().get());
        first.show(state, both ? right : null);
        if (both) second.show(state, left);
        boolean alike =
                both && left.output().getClass() == right.output().getClass() && left.syntax() == right.syntax();
        legend.setText(alike ? Texts.of("guest.preview.legend-of-two") : Texts.of("guest.preview.legend"));
    }

    @Override
    public void tell(WizardModel.State state) {
        if (fair.isSelected()) fairness.show(state);
        int findings = state.findings().size();
        fair.setText(findings == 0 ? Texts.of("guest.preview.fair") : Texts.of("guest.preview.unfair", findings));
    }
}
