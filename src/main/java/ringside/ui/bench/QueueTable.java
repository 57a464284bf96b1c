package ringside.ui.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import ringside.core.bench.Benchmark;
import ringside.core.bench.Measurement;
import ringside.ui.kit.Amount;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Texts;

/** What is done, what runs and what waits; only rows that have changed are drawn anew. */
final class QueueTable extends TableView<Row> {
    private static final double ROW = 25;

    private final Function<String, String> titles;

    /**
     * @param titles of benchmarks, by their ids
     * @param several whether more than one host is measured
     */
    QueueTable(Function<String, String> titles, boolean several) {
        this.titles = titles;
        setId("queue");
        setFixedCellSize(ROW);
        getStyleClass().add("queue");
        setPlaceholder(new Label(Texts.of("bench.queue-table.none")));
        getColumns().add(measurements());
        if (several) column(Texts.of("bench.queue-table.host"), 110, Row::label);
        column(Texts.of("bench.queue-table.state"), 64, row -> words(row.stage()));
        number(
                Texts.of("bench.queue-table.runs"),
                60,
                row -> row.repetitions() == 0 ? "" : Integer.toString(row.repetitions()));
        number(Texts.of("bench.queue-table.median"), 98, Row::value);
        number(Texts.of("bench.queue-table.spread"), 80, Row::spreadWords);
        getColumns().add(doubts());
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    }

    /** Shows them, in their order. */
    void show(List<Row> rows) {
        if (getItems().size() != rows.size()) {
            getItems().setAll(rows);
            return;
        }
        for (int i = 0; i < rows.size(); i++)
            if (!getItems().get(i).equals(rows.get(i))) getItems().set(i, rows.get(i));
    }

    /** Brings what runs into view, unless somebody looks at the table. */
    void follow() {
        if (isFocused() || isHover()) return;
        for (int i = 0; i < getItems().size(); i++)
            if (getItems().get(i).stage() == Row.Stage.RUNNING) {
                scrollTo(Math.max(0, i - 4));
                return;
            }
    }

    private TableColumn<Row, Row> measurements() {
        var column = new TableColumn<Row, Row>(Texts.of("bench.queue-table.measurement"));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setPrefWidth(280);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellFactory(of -> new TableCell<>() {
            @Override
            protected void updateItem(Row row, boolean empty) {
                super.updateItem(row, empty);
                boolean nothing = empty || row == null;
                setText(nothing ? null : brief(row.measurement()));
                setTooltip(nothing ? null : new Tooltip(full(row.measurement())));
            }
        });
        return column;
    }

    /** {@code lmbench-mem  rd, 4.0 KiB, 2 cores}: what is swept first, the number of cores last. */
    private static String brief(Measurement measurement) {
        var words = new ArrayList<String>();
        measurement.point().asMap().forEach((key, value) -> {
            if (!key.equals("cores")) words.add(brief(key, value));
        });
        String cores = measurement.point().get("cores");
        if (cores != null)
            words.add(
                    cores.equals("1")
                            ? Texts.of("bench.queue-table.one-core")
                            : Texts.of("bench.queue-table.cores", cores));
        return measurement.benchmark() + "  " + String.join(", ", words);
    }

    private static String brief(String key, String value) {
        boolean bytes = key.endsWith("_bytes") && value.matches("\\d{1,15}");
        String size = bytes ? Amount.bytes(Long.parseLong(value)) : value;
        return switch (key) {
            case "operation", "size_bytes" -> size;
            default ->
                key.replaceAll("_(bytes|kb)$", "").replace('_', ' ') + " " + size + (key.endsWith("_kb") ? " KB" : "");
        };
    }

    private String full(Measurement measurement) {
        return titles.apply(measurement.benchmark())
                + measurement.point().asMap().entrySet().stream()
                        .map(entry -> "\n" + entry.getKey().replace('_', ' ') + " " + entry.getValue())
                        .collect(Collectors.joining());
    }

    private static String words(Row.Stage stage) {
        return switch (stage) {
            case WAITING -> Texts.of("bench.queue-table.waits");
            case RUNNING -> Texts.of("bench.queue-table.running");
            case DONE -> Texts.of("bench.queue-table.done");
            case SKIPPED -> Texts.of("bench.queue-table.skipped");
        };
    }

    private void column(String title, double width, Function<Row, String> text) {
        var column = new TableColumn<Row, String>(title);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        getColumns().add(column);
    }

    private void number(String title, double width, Function<Row, String> text) {
        column(title, width, text);
        getColumns().getLast().getStyleClass().add("number");
    }

    private static TableColumn<Row, Row> doubts() {
        var column = new TableColumn<Row, Row>(Texts.of("bench.queue-table.doubts"));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellFactory(of -> new TableCell<>() {
            @Override
            protected void updateItem(Row row, boolean empty) {
                super.updateItem(row, empty);
                boolean nothing = empty
                        || row == null
                        || (row.doubts().isEmpty() && row.reason().isEmpty());
                setText(nothing ? null : brief(row));
                setTooltip(nothing ? null : new Tooltip(full(row)));
            }
        });
        return column;
    }

    private static String brief(Row row) {
        String words = row.doubts().stream().map(Row.Doubt::word).collect(Collectors.joining(", "));
        return row.reason().isEmpty() ? words : words.isEmpty() ? row.reason() : row.reason() + "; " + words;
    }

    private static String full(Row row) {
        String doubts = row.doubts().stream()
                .map(doubt -> doubt.text().isEmpty() ? doubt.word() : doubt.text())
                .collect(Collectors.joining("\n"));
        return row.reason().isEmpty() ? doubts : (ErrorPane.sentence(row.reason()) + "\n" + doubts).strip();
    }

    /** By the benchmark's own title where it is known. */
    static Function<String, String> titles(List<Benchmark> suite) {
        var names = suite.stream().collect(Collectors.toMap(Benchmark::id, Benchmark::title));
        return id -> names.getOrDefault(id, id);
    }
}
