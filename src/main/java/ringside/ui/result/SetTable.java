package ringside.ui.result;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import ringside.core.result.ResultStore.StoredSet;
import ringside.ui.kit.Amount;
import ringside.ui.kit.ChipRow;

/** The sets, one a row. Columns that matter less leave first when it gets narrow. */
final class SetTable extends TableView<StoredSet> {
    private static final double ROW = 46;

    SetTable() {
        getStyleClass().addAll("set-table");
        setId("sets");
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        var name = nodes("Set", 330, SetTable::nameAndTitle);
        name.setComparator(compare(stored -> stored.set().name().toLowerCase(Locale.ROOT)));
        name.setMinWidth(180);
        var origin = text("Origin", 84, stored -> stored.set().origin().word());
        var platforms = nodes("Platforms", 220, stored -> new ChipRow(stored.platforms()));
        platforms.setComparator(compare(stored -> stored.platforms().size()));
        platforms.setMinWidth(120);
        var benchmarks = text("Benchmarks", 170, stored -> String.join(", ", stored.benchmarks()));
        var samples = number("Samples", 84, StoredSet::samples);
        var missing = number("Missing", 76, StoredSet::missing);
        var date = text("Date", 96, stored -> Amount.date(stored.set().created()));
        for (var fixed : List.of(origin, samples, missing, date)) {
            fixed.setMinWidth(fixed.getPrefWidth());
            fixed.setMaxWidth(fixed.getPrefWidth() + 20);
        }
        getColumns().setAll(List.of(name, origin, platforms, benchmarks, samples, missing, date));
        widthProperty().subscribe(width -> {
            // Later: changing columns while the table lays itself out leaves its header behind.
            Platform.runLater(() -> {
                benchmarks.setVisible(width.doubleValue() > 900);
                date.setVisible(width.doubleValue() > 740);
                missing.setVisible(width.doubleValue() > 640);
            });
        });
    }

    private static VBox nameAndTitle(StoredSet stored) {
        var name = new Label(stored.set().name());
        name.getStyleClass().add("name");
        var title = new Label(stored.set().title());
        title.getStyleClass().add("title");
        var box = new VBox(name, title);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static TableColumn<StoredSet, StoredSet> nodes(String title, double width, Function<StoredSet, Node> show) {
        var column = new TableColumn<StoredSet, StoredSet>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(made -> new TableCell<>() {
            @Override
            protected void updateItem(StoredSet stored, boolean empty) {
                super.updateItem(stored, empty);
                setGraphic(empty ? null : show.apply(stored));
            }
        });
        return column;
    }

    private static TableColumn<StoredSet, String> text(String title, double width, Function<StoredSet, String> show) {
        var column = new TableColumn<StoredSet, String>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(show.apply(row.getValue())));
        return column;
    }

    private static TableColumn<StoredSet, Long> number(String title, double width, Function<StoredSet, Long> show) {
        var column = new TableColumn<StoredSet, Long>(title);
        column.setPrefWidth(width);
        column.getStyleClass().add("number");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(show.apply(row.getValue())));
        column.setCellFactory(made -> new TableCell<>() {
            @Override
            protected void updateItem(Long number, boolean empty) {
                super.updateItem(number, empty);
                setText(empty ? null : number == 0 ? "–" : Amount.count(number));
                setAlignment(Pos.CENTER_RIGHT);
            }
        });
        return column;
    }

    private static <T extends Comparable<T>> Comparator<StoredSet> compare(Function<StoredSet, T> by) {
        return Comparator.comparing(by);
    }
}
