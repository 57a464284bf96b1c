package ringside.ui.figure;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import ringside.core.figure.Plot;
import ringside.core.figure.Renderer.Spot;
import ringside.core.figure.View;
import ringside.ui.kit.Texts;

/** A figure that is a table: a row for each series, a column for each place along x, legible and to be walked through. */
final class MatrixTable extends TableView<MatrixTable.Line> {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final double LEAST_COLUMN = 76;

    /** A series and its points by their place along x. */
    record Line(String name, Map<Double, DataRow> cells) {}

    private final Consumer<Spot> picked;

    /** @param picked told of the cell that the reader selects */
    MatrixTable(Consumer<Spot> picked) {
        this.picked = picked;
        getStyleClass().addAll("figure-matrix", Styles.DENSE, Tweaks.EDGE_TO_EDGE);
        setPlaceholder(new Label(Texts.of("figure.no-data-yet")));
        getSelectionModel().setCellSelectionEnabled(true);
        getFocusModel().focusedCellProperty().subscribe(cell -> pick());
    }

    private void pick() {
        var focused = getFocusModel().getFocusedCell();
        if (focused == null || !(focused.getTableColumn() instanceof PlaceColumn column)) return;
        if (focused.getRow() < 0 || focused.getRow() >= getItems().size() || !isFocused()) return;
        DataRow row = getItems().get(focused.getRow()).cells().get(column.at);
        if (row != null) picked.accept(new Spot(0, 0, row.series(), row.point()));
    }

    void show(Plot plot) {
        var places = new ArrayList<Double>();
        var lines = new ArrayList<Line>();
        for (int series = 0; series < plot.series().size(); series++) {
            var cells = new HashMap<Double, DataRow>();
            for (int point = 0; point < plot.series().get(series).points().size(); point++) {
                DataRow row = DataRow.of(plot, series, point);
                cells.putIfAbsent(row.at(), row);
                if (!places.contains(row.at())) places.add(row.at());
            }
            lines.add(new Line(plot.series().get(series).name(), cells));
        }
        places.sort(null);
        var names = new TableColumn<Line, String>("");
        names.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(cell.getValue().name()));
        names.setPrefWidth(300);
        var values = new TableColumn<Line, DataRow>(caption(plot));
        for (double place : places) values.getColumns().add(new PlaceColumn(place, heading(lines, place), plot.view()));
        getColumns().setAll(List.of(names, values));
        getItems().setAll(lines);
    }

    private static String caption(Plot plot) {
        String statistic = plot.view().statistic().name().toLowerCase(Locale.ROOT);
        return Texts.of(
                "figure.matrix-table.by",
                plot.y().caption(),
                statistic,
                plot.x().label().toLowerCase(Locale.ROOT));
    }

    private static String heading(List<Line> lines, double place) {
        return lines.stream()
                .flatMap(line -> Optional.ofNullable(line.cells().get(place)).stream())
                .map(DataRow::x)
                .findFirst()
                .orElse("");
    }

    private static final class PlaceColumn extends TableColumn<Line, DataRow> {
        private final double at;

        PlaceColumn(double at, String heading, View view) {
            super(heading);
            this.at = at;
            boolean mean = view.statistic() == View.Statistic.MEAN;
            setPrefWidth(LEAST_COLUMN);
            getStyleClass().add(Tweaks.ALIGN_RIGHT);
            setCellValueFactory(
                    cell -> new ReadOnlyObjectWrapper<>(cell.getValue().cells().get(at)));
            setComparator((one, other) -> Double.compare(centre(one, mean), centre(other, mean)));
            setCellFactory(column -> new ValueCell(mean));
        }

        private static double centre(@Nullable DataRow row, boolean mean) {
            if (row == null) return Double.NaN;
            return mean ? row.mean() : row.median();
        }
    }

    private static final class ValueCell extends TableCell<Line, DataRow> {
        private final boolean mean;

        ValueCell(boolean mean) {
            this.mean = mean;
            setAlignment(Pos.CENTER_RIGHT);
        }

        @Override
        protected void updateItem(@Nullable DataRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean failed = row != null && row.n() == 0;
            pseudoClassStateChanged(FAILED, failed);
            if (empty || row == null) {
                setText(empty ? null : "–");
                setTooltip(null);
                return;
            }
            setText(failed ? Texts.of("figure.matrix-table.failed") : Numbers.shown(mean ? row.mean() : row.median()));
            setTooltip(new Tooltip(
                    failed ? row.failed() : Texts.of("figure.matrix-table.at", row.name(), row.x(), row.detail())));
        }
    }
}
