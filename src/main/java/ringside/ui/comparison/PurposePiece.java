package ringside.ui.comparison;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.core.comparison.Area;
import ringside.core.comparison.Need;
import ringside.core.comparison.Purpose;
import ringside.core.comparison.Weights;
import ringside.core.feature.Era;
import ringside.core.feature.Needs;
import ringside.ui.kit.Amount;
import ringside.ui.kit.Pressable;
import ringside.ui.kit.Texts;

/** What the platform is for: a purpose to begin with, and how much each class of benchmarks counts. */
final class PurposePiece implements Piece {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final List<Purpose> OFFERED = List.of(
            Purpose.CONSOLIDATION,
            Purpose.HPC,
            Purpose.DISKS,
            Purpose.DESKTOP,
            Purpose.TEACHING,
            Purpose.ISOLATION,
            Purpose.BALANCED);
    private static final List<Area> AREAS = List.of(Area.CPU, Area.MEMORY, Area.DISK, Area.NETWORK, Area.START);

    private final CompareModel model;
    private static final int COLUMNS = 2;

    private final List<Pressable> inOrder = new ArrayList<>();

    private final Map<Purpose, Pressable> cards = new EnumMap<>(Purpose.class);
    private final Map<Area, Slider> sliders = new EnumMap<>(Area.class);
    private final Map<Area, Label> shares = new EnumMap<>(Area.class);
    private final Map<Era, RadioButton> eras = new EnumMap<>(Era.class);
    private final Label objection = Prose.text(Texts.of("comparison.purpose-piece.no-class"), "objection");
    private final Spinner<Double> difference = new Spinner<>(0.1, 50, 100 * Need.USUAL_DIFFERENCE, 0.5);
    private final VBox node;
    private boolean showing;

    PurposePiece(CompareModel model) {
        this.model = model;
        node = new VBox(
                Prose.section(Texts.of("comparison.purpose-piece.purposes"), purposes()),
                Prose.section(
                        Texts.of("comparison.purpose-piece.weights"),
                        Prose.text(Texts.of("comparison.purpose-piece.weights-mean"), "muted"),
                        weights(),
                        objection),
                Prose.section(Texts.of("comparison.purpose-piece.difference"), differences()),
                Prose.section(Texts.of("comparison.purpose-piece.era"), years()));
        node.getStyleClass().add("guide-step");
        objection.managedProperty().bind(objection.visibleProperty());
    }

    private Node purposes() {
        var grid = new GridPane();
        grid.getStyleClass().add("tiles");
        for (int i = 0; i < COLUMNS; i++) {
            var half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        int place = 0;
        for (Purpose purpose : OFFERED) {
            var words = new VBox(Prose.text(purpose.title(), "title"), Prose.text(purpose.says(), "muted"));
            var card = new Pressable(words, purpose.title() + ". " + purpose.says(), () -> take(purpose));
            card.getStyleClass().addAll("tile", "purpose");
            card.setId("purpose-" + purpose.word());
            cards.put(purpose, card);
            inOrder.add(card);
            grid.add(card, place % COLUMNS, place / COLUMNS);
            place++;
        }
        grid.addEventHandler(KeyEvent.KEY_PRESSED, this::walk);
        return grid;
    }

    /** Arrows go from card to card, and at the ends of a row nowhere: the toolkit would leave the page. */
    private void walk(KeyEvent key) {
        int step = switch (key.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            case UP -> -COLUMNS;
            case DOWN -> COLUMNS;
            default -> 0;
        };
        if (step == 0 || key.isShortcutDown() || key.isAltDown()) return;
        for (int i = 0; i < inOrder.size(); i++)
            if (inOrder.get(i).isFocused()) {
                boolean inside = i + step >= 0 && i + step < inOrder.size();
                if (inside) inOrder.get(i + step).requestFocus();
                if (inside || Math.abs(step) == 1) key.consume();
                return;
            }
    }

    private void take(Purpose purpose) {
        Need of = Need.of(purpose);
        model.change(need -> of.withSets(need.sets())
                .withReference(need.reference())
                .withDifference(need.difference())
                .withFeatures(new Needs(
                        of.features().must(),
                        of.features().nice(),
                        need.features().era())));
    }

    private Node weights() {
        var grid = new GridPane();
        grid.getStyleClass().add("weights");
        for (Area area : AREAS) {
            var name = new Label(area.title());
            name.setMinWidth(Region.USE_PREF_SIZE);
            name.setTooltip(new Tooltip(area.says()));
            var slider = new Slider(0, 100, 0);
            slider.setBlockIncrement(5);
            slider.setId("weight-" + area.word());
            slider.setAccessibleText(area.title() + ": " + area.says());
            slider.valueProperty().subscribe(value -> weigh());
            GridPane.setHgrow(slider, Priority.ALWAYS);
            name.setLabelFor(slider);
            var share = new Label();
            share.setMinWidth(44);
            share.setAlignment(Pos.CENTER_RIGHT);
            sliders.put(area, slider);
            shares.put(area, share);
            grid.addRow(sliders.size(), name, slider, share, Prose.text(area.says(), "muted"));
        }
        return grid;
    }

    private void weigh() {
        if (showing) return;
        var weights = new EnumMap<Area, Integer>(Area.class);
        sliders.forEach((area, slider) -> weights.put(area, (int) Math.round(slider.getValue())));
        boolean some = weights.values().stream().anyMatch(weight -> weight > 0);
        objection.setVisible(!some);
        if (!some) return;
        Weights before = model.need().weights();
        for (Area area : EnumSet.complementOf(EnumSet.copyOf(AREAS))) weights.put(area, before.of(area));
        model.change(need -> need.withWeights(Weights.of(weights)));
    }

    private Node differences() {
        difference.setEditable(true);
        difference.setId("difference");
        difference.setPrefWidth(90);
        difference.valueProperty().subscribe(value -> {
            if (!showing && value != null && value > 0) model.change(need -> need.withDifference(value / 100));
        });
        var label = new Label(Texts.of("comparison.purpose-piece.difference-label"));
        label.setMnemonicParsing(true);
        label.setLabelFor(difference);
        var row = new HBox(label, difference);
        row.getStyleClass().add("fields-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node years() {
        var group = new ToggleGroup();
        var row = new HBox();
        row.getStyleClass().add("fields-row");
        for (Era era : List.of(Era.NOW, Era.SPRING_2013)) {
            var button = new RadioButton(
                    era == Era.NOW
                            ? Texts.of("comparison.purpose-piece.now")
                            : Texts.of("comparison.purpose-piece.spring-2013"));
            button.setToggleGroup(group);
            button.setId("era-" + era.word());
            button.setOnAction(pressed -> model.change(need -> need.withFeatures(
                    new Needs(need.features().must(), need.features().nice(), era))));
            eras.put(era, button);
            row.getChildren().add(button);
        }
        return row;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(CompareModel.State state) {
        Need need = state.need();
        showing = true;
        cards.forEach((purpose, card) ->
                card.pseudoClassStateChanged(CHOSEN, purpose.word().equals(need.purpose()) && !need.isOwn()));
        int most = need.weights().of().values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1);
        boolean same =
                AREAS.stream().allMatch(area -> asShown(area) == need.weights().of(area));
        sliders.forEach((area, slider) -> {
            // Weights of another scale, such as 1 : 1 : 1, fill the slider
            double scale = most < 10 ? 100.0 / most : 1;
            if (!same) slider.setValue(Math.min(100, need.weights().of(area) * scale));
            Objects.requireNonNull(shares.get(area))
                    .setText(Amount.local(need.weights().percent(area)));
        });
        objection.setVisible(false);
        if (difference.getValue() == null || Math.abs(difference.getValue() - 100 * need.difference()) > 1e-9)
            difference.getValueFactory().setValue(100 * need.difference());
        Objects.requireNonNull(eras.get(need.features().era())).setSelected(true);
        showing = false;
    }

    private int asShown(Area area) {
        return (int) Math.round(Objects.requireNonNull(sliders.get(area)).getValue());
    }
}
