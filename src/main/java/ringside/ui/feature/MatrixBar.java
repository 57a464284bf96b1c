package ringside.ui.feature;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import ringside.core.feature.Column;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;

/** What one can choose of the matrix. */
final class MatrixBar extends VBox {
    private final MatrixModel model;
    private final CustomTextField search = new CustomTextField();
    private final ComboBox<Column> left = platforms("left", Texts.of("feature.matrix-bar.left"));
    private final ComboBox<Column> right = platforms("right", Texts.of("feature.matrix-bar.right"));
    private boolean filling;

    /** What the buttons at its end do. */
    interface Ways {
        void columns();

        void export();

        void probe();
    }

    MatrixBar(MatrixModel model, Ways ways) {
        this.model = model;
        getStyleClass().add("matrix-bar");
        var first = new FlowPane(
                search(),
                periods(),
                sideBySide(),
                button("columns", Texts.of("feature.matrix-bar.columns-ask"), Icon.SETTINGS, ways::columns),
                button("export-matrix", Texts.of("feature.matrix-bar.export-ask"), Icon.EXPORT, ways::export),
                button("probe", Texts.of("feature.matrix-bar.probe-ask"), Icon.VERIFY, ways::probe));
        var second = new FlowPane(
                box(
                        "differences",
                        Texts.of("feature.matrix-bar.only-differences"),
                        Choices::differences,
                        Choices::withDifferences,
                        Texts.of("feature.matrix-bar.only-differences-tip")),
                box(
                        "marked",
                        Texts.of("feature.matrix-bar.only-marked"),
                        Choices::marked,
                        Choices::withMarked,
                        Texts.of("feature.matrix-bar.only-marked-tip")),
                box(
                        "study",
                        Texts.of("feature.matrix-bar.only-study"),
                        Choices::study,
                        Choices::withStudy,
                        Texts.of("feature.matrix-bar.only-study-tip")),
                box(
                        "notes",
                        Texts.of("feature.matrix-bar.conditions"),
                        Choices::notes,
                        Choices::withNotes,
                        Texts.of("feature.matrix-bar.conditions-tip")),
                left,
                right);
        for (FlowPane row : List.of(first, second)) row.getStyleClass().add("row");
        getChildren().addAll(first, second);
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    boolean searches(Object node) {
        return node == search;
    }

    private Node search() {
        search.setId("feature-search");
        search.setPromptText(Texts.of("feature.matrix-bar.search-features"));
        search.setLeft(Icon.of(Icon.SEARCH));
        search.setPrefWidth(250);
        search.textProperty().bindBidirectional(model.queryProperty());
        return search;
    }

    private Node periods() {
        var group = new ToggleGroup();
        var row = new HBox();
        for (Period period : Period.values()) {
            var button = new ToggleButton(period.title());
            button.setId("period-" + period.word());
            button.setToggleGroup(group);
            button.getStyleClass()
                    .add(
                            period == Period.NOW
                                    ? Styles.LEFT_PILL
                                    : period == Period.CHANGES ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setOnAction(pressed -> {
                button.setSelected(true);
                model.choose(now -> now.withPeriod(period));
            });
            model.choicesProperty().subscribe(now -> button.setSelected(now.period() == period));
            row.getChildren().add(button);
        }
        return row;
    }

    private Node box(
            String id,
            String title,
            Function<Choices, Boolean> is,
            BiFunction<Choices, Boolean, Choices> with,
            String explanation) {
        var box = new CheckBox(title);
        box.setId(id);
        box.setTooltip(new Tooltip(explanation));
        box.setOnAction(pressed -> model.choose(now -> with.apply(now, box.isSelected())));
        model.choicesProperty().subscribe(now -> box.setSelected(is.apply(now)));
        return box;
    }

    private static Button button(String id, String title, String icon, Runnable action) {
        Button button = Buttons.labelled(title, icon, action);
        button.setId(id);
        button.getStyleClass().add("compact");
        return button;
    }

    /** Two platforms alone, next to each other; which two is chosen in the row below. */
    private Node sideBySide() {
        var toggle = new ToggleButton(Texts.of("feature.matrix-bar.side-by-side"));
        toggle.setId("side-by-side");
        toggle.getStyleClass().add("compact");
        toggle.setTooltip(new Tooltip(Texts.of("feature.matrix-bar.side-by-side-tip")));
        toggle.setOnAction(pressed -> model.choose(now -> now.withPair(toggle.isSelected() ? firstPair() : List.of())));
        model.shownProperty().subscribe(shown -> {
            List<String> pair = model.choicesProperty().get().pair();
            boolean on = pair.size() == 2;
            toggle.setSelected(on);
            for (ComboBox<Column> choice : List.of(left, right)) {
                choice.setVisible(on);
                choice.setManaged(on);
            }
            if (on) fill(pair);
        });
        return toggle;
    }

    private List<String> firstPair() {
        List<String> columns = model.columns();
        return columns.size() > 1 ? columns.subList(0, 2) : List.of();
    }

    private void fill(List<String> pair) {
        filling = true;
        for (ComboBox<Column> choice : List.of(left, right)) {
            String id = pair.get(choice == left ? 0 : 1);
            choice.getItems().setAll(model.allColumns());
            choice.getItems().stream()
                    .filter(column -> column.id().equals(id))
                    .findFirst()
                    .ifPresent(choice::setValue);
        }
        filling = false;
    }

    private ComboBox<Column> platforms(String id, String name) {
        var choice = new ComboBox<Column>();
        choice.setId("pair-" + id);
        choice.setAccessibleText(name);
        choice.setPrefWidth(150);
        choice.setVisible(false);
        choice.setManaged(false);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Column column) {
                return column == null ? "" : column.name();
            }

            @Override
            public Column fromString(String name) {
                throw new UnsupportedOperationException("not editable");
            }
        });
        choice.setOnAction(chosen -> {
            if (filling || left.getValue() == null || right.getValue() == null) return;
            model.choose(now ->
                    now.withPair(List.of(left.getValue().id(), right.getValue().id())));
        });
        return choice;
    }
}
