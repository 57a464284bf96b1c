package ringside.ui.digitise;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;
import ringside.ui.kit.Words;

/** The two axes: their kind, two places each, and what stands there. */
final class AxesPane extends VBox {
    private final DigitiseModel model;
    private final Label hint = Words.of("", "muted", "small");
    private boolean showing;

    AxesPane(DigitiseModel model) {
        this.model = model;
        var at = Form.field(
                "digitise-at",
                Texts.of("digitise.axes.read-at-name"),
                Texts.of("digitise.axes.read-at-prompt"),
                text -> {
                    if (!showing) model.change(draft -> draft.readAt(text.strip()));
                });
        GridPane more = Form.grid();
        Form.row(more, Texts.of("digitise.axes.read-at"), at);
        var frame = new HBox(
                mode(Texts.of("digitise.axes.plot-area"), "digitise-frame", new Mode.Frame(false)),
                mode(Texts.of("digitise.axes.ignore"), "digitise-ignore", new Mode.Frame(true)),
                Buttons.icon(
                        Texts.of("digitise.axes.forget-ignored"),
                        Icon.CLOSE,
                        () -> model.change(draft -> draft.within(draft.frame(), List.of()))));
        frame.getStyleClass().add("buttons");
        frame.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .add(Form.section(
                        Texts.of("digitise.axes.title"),
                        new OneAxis("x", false).node(),
                        new OneAxis("y", true).node(),
                        across(),
                        more,
                        frame,
                        hint));
        model.draftProperty().subscribe(draft -> {
            showing = true;
            Form.show(at, draft.at());
            showing = false;
            hint.setText(draft.suggested() ? Texts.of("digitise.axes.guessed") : "");
            hint.setManaged(draft.suggested());
        });
    }

    /** For bars that lie: the categories stand beside each other up the page then. */
    private CheckBox across() {
        var across = new CheckBox(Texts.of("digitise.axes.lying"));
        across.setMnemonicParsing(true);
        across.setId("digitise-across");
        across.setTooltip(new Tooltip(Texts.of("digitise.axes.lying-means")));
        across.setOnAction(pressed -> model.change(draft -> draft.laid(across.isSelected())));
        model.draftProperty().subscribe(draft -> {
            across.setSelected(draft.lies());
            across.setDisable(!draft.y().isPlaced() || !draft.x().isPlaced());
        });
        return across;
    }

    private ToggleButton mode(String text, String id, Mode mode) {
        var button = new ToggleButton(text);
        button.setMnemonicParsing(true);
        button.setId(id);
        button.getStyleClass().add("compact");
        button.setOnAction(pressed -> model.pointing().modeProperty().set(button.isSelected() ? mode : Mode.PICK));
        model.pointing().modeProperty().subscribe(now -> button.setSelected(now.equals(mode)));
        return button;
    }

    /** The fields of one axis. */
    private final class OneAxis {
        private final String name;
        private final boolean vertical;
        private final ComboBox<AxisDraft.Kind> kind = new ComboBox<>();
        private final TextField from;
        private final TextField to;
        private final TextField names;

        OneAxis(String name, boolean vertical) {
            this.name = name;
            this.vertical = vertical;
            from = Form.field(
                    "axis-" + name + "-from",
                    Texts.of("digitise.axes.first-value", name),
                    Texts.of("digitise.axes.value-prompt"),
                    text -> say());
            to = Form.field(
                    "axis-" + name + "-to",
                    Texts.of("digitise.axes.second-value", name),
                    Texts.of("digitise.axes.value-prompt"),
                    text -> say());
            names = Form.field(
                    "axis-" + name + "-names",
                    Texts.of("digitise.categories"),
                    Texts.of("digitise.axes.categories-prompt"),
                    text -> say());
            kind.getItems().setAll(AxisDraft.Kind.LINEAR, AxisDraft.Kind.LOG);
            if (!vertical) kind.getItems().add(AxisDraft.Kind.CATEGORIES);
            kind.setId("axis-" + name + "-kind");
            kind.setAccessibleText(Texts.of("digitise.axes.kind", name));
            kind.valueProperty().subscribe(chosen -> say());
            model.draftProperty().subscribe(draft -> show(vertical ? draft.y() : draft.x()));
        }

        VBox node() {
            var title = new Label(Texts.of("digitise.axes.axis", name));
            title.setMinWidth(44);
            HBox.setHgrow(kind, Priority.ALWAYS);
            kind.setMaxWidth(Double.MAX_VALUE);
            var first = new HBox(title, kind);
            var places = new HBox(
                    place(Texts.of("digitise.axes.first"), false),
                    from,
                    place(Texts.of("digitise.axes.second"), true),
                    to);
            for (TextField field : List.of(from, to)) {
                field.setPrefColumnCount(6);
                field.setMinWidth(64);
                HBox.setHgrow(field, Priority.ALWAYS);
            }
            for (HBox row : List.of(first, places)) {
                row.getStyleClass().add("tight");
                row.setAlignment(Pos.CENTER_LEFT);
            }
            names.managedProperty().bind(names.visibleProperty());
            var box = new VBox(first, places, names);
            box.getStyleClass().add("tight");
            return box;
        }

        private ToggleButton place(String text, boolean end) {
            ToggleButton button =
                    mode(text, "axis-" + name + (end ? "-second" : "-first"), new Mode.AxisPlace(vertical, end));
            button.setMinWidth(USE_PREF_SIZE);
            button.setAccessibleText(
                    end ? Texts.of("digitise.axes.second-place", name) : Texts.of("digitise.axes.first-place", name));
            return button;
        }

        private void say() {
            AxisDraft.Kind chosen = kind.getValue();
            if (showing || chosen == null) return;
            model.change(draft -> {
                AxisDraft axis = (vertical ? draft.y() : draft.x())
                        .as(chosen)
                        .saying(from.getText().strip(), to.getText().strip())
                        .naming(names.getText().strip());
                if (axis.equals(vertical ? draft.y() : draft.x())) return draft;
                return vertical ? draft.along(draft.x(), axis) : draft.along(axis, draft.y());
            });
        }

        private void show(AxisDraft axis) {
            showing = true;
            kind.setValue(axis.kind());
            Form.show(from, axis.from());
            Form.show(to, axis.to());
            Form.show(names, axis.names());
            boolean categories = axis.kind() == AxisDraft.Kind.CATEGORIES;
            names.setVisible(categories);
            for (TextField field : List.of(from, to)) field.setDisable(categories);
            showing = false;
        }
    }
}
