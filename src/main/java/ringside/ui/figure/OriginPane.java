package ringside.ui.figure;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ringside.core.RingsideException;
import ringside.core.figure.Measurement;
import ringside.core.result.Value;
import ringside.ui.figure.OriginModel.Trail;
import ringside.ui.kit.Amount;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Texts;

/** Where a value comes from, in three steps down: its samples, the run of one of them, what the tool printed. */
final class OriginPane extends StackPane {
    private static final double HEADER = 34;
    private static final double ROW = 30;
    private static final int MOST_ROWS = 6;
    private static final double FACTS_SHARE = 0.55;

    private final OriginModel model;
    private final Label heading = new Label();
    private final TableView<Measurement> samples = new TableView<>();
    private final TableColumn<Measurement, String> values =
            column(Texts.of("figure.origin.value"), 130, OriginPane::value);
    private final RunFacts facts;
    private final RawOutput raw = new RawOutput();
    private final SplitPane steps;
    private final Label hint = new Label(Texts.of("figure.origin.hint"));

    /** @param open shows a set in the library */
    OriginPane(OriginModel model, Consumer<String> open) {
        this.model = model;
        facts = new RunFacts(open);
        getStyleClass().add("figure-origin");
        heading.getStyleClass().addAll("heading", Styles.TEXT_BOLD);
        heading.setWrapText(true);
        heading.setMinHeight(USE_PREF_SIZE);
        hint.setWrapText(true);
        hint.getStyleClass().addAll("hint", Styles.TEXT_MUTED);
        StackPane.setAlignment(hint, Pos.TOP_LEFT);
        samples.getStyleClass().addAll(Styles.DENSE, Tweaks.EDGE_TO_EDGE);
        samples.getColumns()
                .addAll(List.of(
                        column("#", 34, one -> String.valueOf(one.sample().repetition())),
                        values,
                        column(Texts.of("figure.run"), 90, one -> one.run().id()),
                        column(
                                Texts.of("figure.origin.line"),
                                54,
                                one -> one.sample().line() == 0
                                        ? ""
                                        : String.valueOf(one.sample().line()))));
        samples.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        samples.getSelectionModel()
                .selectedItemProperty()
                .subscribe(chosen -> model.measurementProperty().set(Optional.ofNullable(chosen)));
        var scroll = new ScrollPane(facts);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        steps = new SplitPane(new VBox(heading, samples, scroll), raw);
        steps.setOrientation(Orientation.VERTICAL);
        steps.setDividerPositions(FACTS_SHARE);
        model.trailProperty().subscribe(this::show);
        model.troubleProperty().subscribe(this::trouble);
        model.measurementProperty().subscribe(this::run);
        model.printedProperty().subscribe(printed -> printed.ifPresent(raw::show));
    }

    private static String value(Measurement one) {
        return switch (one.sample().value()) {
            case Value.Measured(double number) when one.sample().counts() -> Amount.measured(number);
            case Value.Measured(double number) -> Texts.of("figure.origin.does-not-count", Amount.measured(number));
            case Value.Missing(String reason) -> reason;
        };
    }

    private static TableColumn<Measurement, String> column(
            String title, double width, Function<Measurement, String> text) {
        var column = new TableColumn<Measurement, String>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        return column;
    }

    private void show(Optional<Trail> trail) {
        getChildren().setAll(trail.isPresent() ? steps : hint);
        trail.ifPresent(found -> {
            heading.setText(Texts.of(
                    "figure.origin.samples",
                    found.row().name(),
                    found.row().x(),
                    found.measurements().size()));
            double height = HEADER + ROW * Math.clamp(found.measurements().size(), 1, MOST_ROWS);
            samples.setMinHeight(height);
            samples.setPrefHeight(height);
            samples.setMaxHeight(height);
            String unit = found.source().metric().unit();
            values.setText(unit.isEmpty() ? Texts.of("figure.origin.value") : Texts.of("figure.origin.value-in", unit));
            samples.getItems().setAll(found.measurements());
            samples.getSelectionModel().selectFirst();
        });
    }

    private void trouble(Optional<RingsideException> trouble) {
        trouble.ifPresent(fault -> getChildren().setAll(new ErrorPane(fault)));
    }

    private void run(Optional<Measurement> chosen) {
        boolean kept = chosen.flatMap(one -> one.run().raw()).isPresent();
        if (!kept) steps.getItems().remove(raw);
        else if (!steps.getItems().contains(raw)) {
            steps.getItems().add(raw);
            steps.setDividerPositions(FACTS_SHARE);
        }
        raw.clear(Texts.of("figure.origin.reading-ask"));
        chosen.ifPresent(one -> facts.show(
                one,
                model.trailProperty().get().flatMap(Trail::set),
                model.againstProperty().get()));
    }
}
