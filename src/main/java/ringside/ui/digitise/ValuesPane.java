package ringside.ui.digitise;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ringside.core.digitise.Value;
import ringside.ui.digitise.Mode.Picked;
import ringside.ui.kit.Texts;

/** What was read, with how far it may be off; picking a row picks its point on the page. */
final class ValuesPane extends VBox {
    private final DigitiseModel model;
    private final TableView<Value> table = new TableView<>();
    private boolean showing;

    ValuesPane(DigitiseModel model) {
        this.model = model;
        table.setId("digitise-values");
        table.setPlaceholder(new Label(Texts.of("digitise.values.none")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setMinHeight(100);
        table.getColumns()
                .add(column(
                        Texts.of("digitise.all-series"),
                        value -> model.draft().series().get(value.series()).name()));
        table.getColumns().add(column("x", Value::x));
        table.getColumns()
                .add(number(
                        Texts.of("digitise.values.value"), value -> value.y().text()));
        table.getColumns().add(number("±", value -> value.y().uncertaintyText()));
        table.getSelectionModel().selectedItemProperty().subscribe(value -> {
            if (!showing && value != null)
                model.pointing().pickedProperty().set(new Picked.Point(value.series(), value.mark()));
        });
        table.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.DELETE) model.pointing().remove();
        });
        VBox section = Form.section(Texts.of("digitise.values.values"), table);
        setVgrow(table, Priority.ALWAYS);
        setVgrow(section, Priority.ALWAYS);
        getChildren().add(section);
        model.draftProperty().subscribe(draft -> show());
        model.pointing().pickedProperty().subscribe(this::select);
    }

    private static TableColumn<Value, String> column(String title, Function<Value, String> show) {
        var column = new TableColumn<Value, String>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(show.apply(row.getValue())));
        column.setSortable(false);
        return column;
    }

    private static TableColumn<Value, String> number(String title, Function<Value, String> show) {
        TableColumn<Value, String> column = column(title, show);
        column.getStyleClass().add("number");
        column.setStyle("-fx-alignment: center-right;");
        return column;
    }

    private void show() {
        showing = true;
        table.getItems().setAll(model.values());
        select(model.pointing().pickedProperty().get());
        showing = false;
    }

    private void select(Picked picked) {
        boolean before = showing;
        showing = true;
        table.getSelectionModel().clearSelection();
        if (picked instanceof Picked.Point(int series, int mark))
            for (int i = 0; i < table.getItems().size(); i++) {
                Value value = table.getItems().get(i);
                if (value.series() != series || value.mark() != mark) continue;
                table.getSelectionModel().select(i);
                table.scrollTo(Math.max(0, i - 3));
            }
        showing = before;
    }
}
