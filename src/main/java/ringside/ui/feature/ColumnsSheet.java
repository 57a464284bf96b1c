package ringside.ui.feature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ringside.core.feature.Column;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;

/** Which platforms have a column, and in which order. */
final class ColumnsSheet extends VBox {
    private final MatrixModel model;
    private final List<String> order = new ArrayList<>(); // the chosen ones, then the others
    private final Set<String> chosen = new HashSet<>();
    private final VBox list = new VBox();

    ColumnsSheet(MatrixModel model) {
        this.model = model;
        getStyleClass().add("columns-sheet");
        order.addAll(model.columns());
        chosen.addAll(order);
        model.allColumns().stream()
                .map(Column::id)
                .filter(id -> !chosen.contains(id))
                .forEach(order::add);
        list.getStyleClass().add("tight");
        getChildren().addAll(CellPane.words(Texts.of("feature.columns.lead"), "muted"), list);
        fill();
    }

    private void fill() {
        list.getChildren().setAll(order.stream().map(this::line).toList());
    }

    private Node line(String id) {
        Column column = model.allColumns().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        var box = new CheckBox(column.name());
        box.setId("column-" + id);
        box.setSelected(chosen.contains(id));
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setOnAction(pressed -> {
            if (box.isSelected()) chosen.add(id);
            else if (chosen.size() > 1) chosen.remove(id);
            else box.setSelected(true); // a table without columns would say nothing
            apply();
        });
        var product = new Label(variant(column));
        product.getStyleClass().add("muted");
        Button up = Buttons.icon(Texts.of("feature.columns.left", column.name()), Icon.UP, () -> move(id, -1));
        up.setId("left-" + id);
        Button down = Buttons.icon(Texts.of("feature.columns.right", column.name()), Icon.DOWN, () -> move(id, 1));
        down.setId("right-" + id);
        up.setDisable(order.indexOf(id) == 0);
        down.setDisable(order.indexOf(id) == order.size() - 1);
        var line = new HBox(8, box, product, up, down);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private String variant(Column column) {
        return model.allColumns().stream()
                .filter(whole -> whole.id().equals(column.partOf()))
                .map(whole -> Texts.of("feature.columns.variant", whole.name()))
                .findFirst()
                .orElse("");
    }

    private void move(String id, int by) {
        int at = order.indexOf(id);
        order.remove(at);
        order.add(at + by, id);
        apply();
        fill();
        Node again = list.lookup((by < 0 ? "#left-" : "#right-") + id);
        if (again != null) again.requestFocus();
    }

    private void apply() {
        List<String> columns = order.stream().filter(chosen::contains).toList();
        model.choose(now -> now.withColumns(columns).withPair(List.of()));
    }
}
