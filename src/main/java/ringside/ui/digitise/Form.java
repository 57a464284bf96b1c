package ringside.ui.digitise;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.ui.kit.Words;

/** Labelled fields beneath each other, and sections of them. */
final class Form {
    private Form() {}

    static GridPane grid() {
        var grid = new GridPane();
        grid.getStyleClass().add("fields");
        return grid;
    }

    static void row(GridPane grid, String name, Node node) {
        var label = new Label(name);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(node);
        GridPane.setHgrow(node, Priority.ALWAYS);
        if (node instanceof Region region) region.setMaxWidth(Double.MAX_VALUE);
        grid.addRow(grid.getRowCount(), label, node);
    }

    /** Told when what was typed is meant: at Enter, and when another field is gone to. */
    static TextField field(String id, String says, String prompt, Consumer<String> meant) {
        var field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(says);
        field.setOnAction(entered -> meant.accept(field.getText()));
        field.focusedProperty().subscribe((was, focused) -> {
            if (!focused) meant.accept(field.getText());
        });
        return field;
    }

    static void show(TextField field, String text) {
        if (!field.getText().equals(text)) field.setText(text);
    }

    static VBox section(String title, Node... nodes) {
        var section = new VBox(Words.of(title, "section-title"));
        section.getChildren().addAll(nodes);
        section.getStyleClass().add("digitise-section");
        return section;
    }
}
