package ringside.ui.figure;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import ringside.core.figure.Figure;
import ringside.core.figure.Plot;
import ringside.core.figure.Renderer.Spot;
import ringside.ui.kit.Texts;

/** The figure's data, a row for each point; any column sorts. */
final class DataTable extends TableView<DataRow> {
    private static final double WIDEST_NUMBER = 110;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    /** Sorts by the number and shows the words: 64 comes before 1,024. */
    private record Place(double at, String words) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Double.compare(at, other.at);
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private final ObservableList<DataRow> points = FXCollections.observableArrayList();
    private final TableColumn<DataRow, String> series =
            column(Texts.of("figure.data-table.series"), 180, DataRow::name);
    private final TableColumn<DataRow, Place> x = column("x", 110, row -> new Place(row.at(), row.x()));
    private final TableColumn<DataRow, Double> low = number(Texts.of("figure.data-table.low"), 80, DataRow::low);
    private final TableColumn<DataRow, Double> high = number(Texts.of("figure.data-table.high"), 80, DataRow::high);
    private final TableColumn<DataRow, String> unit = column(Texts.of("figure.data-table.unit"), 70, DataRow::unit);
    private final TableColumn<DataRow, String> spread =
            column(Texts.of("figure.data-table.range"), 110, DataRow::spread);
    private final TableColumn<DataRow, String> failure =
            column(Texts.of("figure.data-table.failure"), 160, DataRow::failed);

    /** @param chosen told of the row that the reader selects */
    DataTable(Consumer<DataRow> chosen) {
        getStyleClass().addAll("figure-data", Styles.DENSE, Tweaks.EDGE_TO_EDGE);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setPlaceholder(new Label(Texts.of("figure.data-table.none")));
        getColumns().add(series);
        getColumns().add(x);
        getColumns().add(number("n", 44, row -> (double) row.n()));
        getColumns().add(number(Texts.of("figure.median"), 80, DataRow::median));
        getColumns().add(number(Texts.of("figure.mean"), 80, DataRow::mean));
        getColumns().add(low);
        getColumns().add(high);
        unit.setMaxWidth(WIDEST_NUMBER);
        getColumns().add(unit);
        getColumns().add(spread);
        getColumns().add(failure);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        var sorted = new SortedList<>(points);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> Optional.ofNullable(row).ifPresent(chosen));
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (!COPY.match(key)) return;
            copySelected();
            key.consume();
        });
    }

    void show(Optional<Plot> plot) {
        var before = getSelectionModel().getSelectedItem();
        points.setAll(plot.map(DataRow::of).orElse(List.of()));
        plot.ifPresent(this::name);
        boolean spreads = points.stream().anyMatch(row -> !row.spread().isEmpty());
        for (var column : List.of(low, high, spread)) column.setVisible(spreads);
        failure.setVisible(points.stream().anyMatch(row -> !row.failed().isEmpty()));
        if (before != null) select(new Spot(0, 0, before.series(), before.point()));
    }

    private void name(Plot plot) {
        x.setText(plot.x().label());
        boolean subjects = plot.figure().x().equals(Figure.CONFIGURATION);
        x.setPrefWidth(subjects ? 200 : 110);
        series.setPrefWidth(subjects ? 130 : 220);
    }

    /** Selects the row of a point of the chart. */
    void select(Spot spot) {
        for (int at = 0; at < getItems().size(); at++) {
            DataRow row = getItems().get(at);
            if (row.series() != spot.series() || row.point() != spot.point()) continue;
            getSelectionModel().clearAndSelect(at);
            scrollTo(Math.max(0, at - 2));
            return;
        }
    }

    private void copySelected() {
        var rows = getSelectionModel().getSelectedItems();
        if (rows.isEmpty()) return;
        String header = getColumns().stream().map(TableColumn::getText).collect(Collectors.joining("\t"));
        String lines = rows.stream()
                .map(row -> getColumns().stream()
                        .map(column -> cell(column.getCellData(row)))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
        var content = new ClipboardContent();
        content.putString(header + "\n" + lines + "\n");
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** In full precision and without grouping: another program reads it. */
    private static String cell(@Nullable Object value) {
        return value == null || value instanceof Double number && number.isNaN() ? "" : value.toString();
    }

    private static <T> TableColumn<DataRow, T> column(String title, double width, Function<DataRow, T> value) {
        var column = new TableColumn<DataRow, T>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        column.setCellFactory(any -> new WordsCell<>());
        return column;
    }

    private static TableColumn<DataRow, Double> number(String title, double width, Function<DataRow, Double> value) {
        var column = column(title, width, value);
        column.setMaxWidth(WIDEST_NUMBER); // what a wide window has left over belongs to the names
        column.getStyleClass().add(Tweaks.ALIGN_RIGHT);
        column.setCellFactory(any -> new NumberCell());
        return column;
    }

    /** Says in full what its column is too narrow for. */
    private static final class WordsCell<T> extends TableCell<DataRow, T> {
        @Override
        protected void updateItem(@Nullable T value, boolean empty) {
            super.updateItem(value, empty);
            String words = empty || value == null ? "" : value.toString();
            setText(words);
            setTooltip(words.isEmpty() ? null : new Tooltip(words));
        }
    }

    private static final class NumberCell extends TableCell<DataRow, Double> {
        NumberCell() {
            setAlignment(Pos.CENTER_RIGHT);
        }

        @Override
        protected void updateItem(@Nullable Double number, boolean empty) {
            super.updateItem(number, empty);
            setText(empty || number == null ? null : Numbers.shown(number));
        }
    }
}
