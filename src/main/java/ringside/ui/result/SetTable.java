package ringside.ui.result;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
import ringside.ui.kit.Texts;

/** The sets, one a row. Columns that matter less leave first when it gets narrow. */
final class SetTable extends TableView<StoredSet> {
    private static final double ROW = 46;

    /** What a column has at least, and its part of what is left then. */
    private record Room(double least, double part) {}

    private final Map<TableColumn<StoredSet, ?>, Room> rooms = new LinkedHashMap<>();

    SetTable() {
        getStyleClass().addAll("set-table");
        setId("sets");
        setAccessibleText(Texts.of("result.set-table.name"));
        setFixedCellSize(ROW);
        setColumnResizePolicy(this::fit);
        var name = nodes(Texts.of("result.set-table.set"), SetTable::nameAndTitle);
        name.setComparator(Comparator.comparing(stored -> stored.set().name().toLowerCase(Locale.ROOT)));
        var platforms = nodes(Texts.of("result.set-table.platforms"), stored -> new ChipRow(stored.platforms()));
        platforms.setComparator(
                Comparator.comparing(stored -> stored.platforms().size()));
        var benchmarks =
                text(Texts.of("result.set-table.benchmarks"), stored -> String.join(", ", stored.benchmarks()));
        var missing = number(Texts.of("result.set-table.missing"), StoredSet::missing);
        rooms.put(name, new Room(200, 0.5));
        rooms.put(
                text(
                        Texts.of("result.set-table.origin"),
                        stored -> stored.set().origin().word()),
                new Room(86, 0));
        rooms.put(platforms, new Room(160, 0.25));
        rooms.put(benchmarks, new Room(130, 0.25));
        rooms.put(number(Texts.of("result.samples"), StoredSet::samples), new Room(86, 0));
        rooms.put(missing, new Room(78, 0));
        rooms.put(
                text(
                        Texts.of("result.set-table.date"),
                        stored -> Amount.date(stored.set().created())),
                new Room(96, 0));
        getColumns().setAll(rooms.keySet());
        widthProperty().subscribe(width -> {
            // Later: changing columns while the table lays itself out leaves its header behind.
            Platform.runLater(() -> {
                benchmarks.setVisible(width.doubleValue() > 900);
                missing.setVisible(width.doubleValue() > 780);
            });
        });
    }

    /** A column that the user drags takes from its neighbours; else every column gets its part of the width. */
    private boolean fit(ResizeFeatures<?> features) {
        if (features.getColumn() != null) return CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN.call(features);
        var shown = getVisibleLeafColumns().stream().map(rooms::get).toList();
        double left = features.getContentWidth()
                - shown.stream().mapToDouble(Room::least).sum();
        double parts = shown.stream().mapToDouble(Room::part).sum();
        for (TableColumn<StoredSet, ?> column : getVisibleLeafColumns()) {
            Room room = Objects.requireNonNull(rooms.get(column));
            double width = room.least() + Math.max(0, left) * (parts == 0 ? 0 : room.part() / parts);
            column.setPrefWidth(Math.floor(width));
        }
        return true;
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

    private static TableColumn<StoredSet, StoredSet> nodes(String title, Function<StoredSet, Node> show) {
        var column = new TableColumn<StoredSet, StoredSet>(title);
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

    private static TableColumn<StoredSet, String> text(String title, Function<StoredSet, String> show) {
        var column = new TableColumn<StoredSet, String>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(show.apply(row.getValue())));
        return column;
    }

    private static TableColumn<StoredSet, Long> number(String title, Function<StoredSet, Long> show) {
        var column = new TableColumn<StoredSet, Long>(title);
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
}
