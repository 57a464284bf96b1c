package ringside.ui.digitise;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.util.StringConverter;
import ringside.core.RingsideException;
import ringside.core.digitise.Colour;
import ringside.core.digitise.Doubt;
import ringside.core.digitise.PlatformName;
import ringside.core.digitise.Series;
import ringside.core.platform.Platforms;
import ringside.core.result.Parameters;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;
import ringside.ui.kit.Words;

/** The series: name, platform, colour, how each is read, and how much of it was. */
final class SeriesPane extends VBox {
    private final DigitiseModel model;
    private final Consumer<RingsideException> refused;
    private final VBox rows = new VBox();
    private List<Series> shown = List.of();

    SeriesPane(DigitiseModel model, Consumer<RingsideException> refused) {
        this.model = model;
        this.refused = refused;
        rows.getStyleClass().add("series-rows");
        Button add = Buttons.labelled(Texts.of("digitise.series.add-a-series"), Icon.ADD, model::addSeries);
        add.setId("digitise-add");
        add.getStyleClass().add("compact");
        Button all = Buttons.labelled(Texts.of("digitise.series.read-all"), Icon.PLAY, () -> model.readAll(refused));
        all.setId("digitise-read");
        all.getStyleClass().addAll("accent", "compact");
        var buttons = new HBox(add, all);
        buttons.getStyleClass().add("buttons");
        getChildren().add(Form.section(Texts.of("digitise.all-series"), rows, buttons));
        model.draftProperty().subscribe(draft -> show(draft.series()));
        model.pointing().modeProperty().subscribe(mode -> show(model.draft().series(), true));
    }

    private void show(List<Series> series) {
        show(series, false);
    }

    /** Rows that did not change stay: a field in which somebody types must not be made anew. */
    private void show(List<Series> series, boolean all) {
        while (rows.getChildren().size() > series.size()) rows.getChildren().removeLast();
        for (int i = 0; i < series.size(); i++) {
            boolean same = !all
                    && i < shown.size()
                    && i < rows.getChildren().size()
                    && shown.get(i).equals(series.get(i));
            if (same) continue;
            Node row = row(i, series.get(i));
            if (i < rows.getChildren().size()) rows.getChildren().set(i, row);
            else rows.getChildren().add(row);
        }
        shown = series;
    }

    private Node row(int index, Series series) {
        var name = Form.field(
                "series-name-" + index,
                Texts.of("digitise.series.name", index + 1),
                Texts.of("digitise.series.name-prompt"),
                text -> rename(index, text));
        name.setText(series.name());
        HBox.setHgrow(name, Priority.ALWAYS);
        var first = new HBox(swatch(series), name, platform(index, series));
        var second = new HBox(
                method(index, series),
                mode(
                        Texts.of("digitise.series.colour"),
                        Texts.of("digitise.series.colour-tip"),
                        "series-colour-" + index,
                        new Mode.SeriesColour(index)),
                mode(
                        Texts.of("digitise.series.points"),
                        Texts.of("digitise.series.points-tip"),
                        "series-points-" + index,
                        new Mode.Points(index)),
                gap(),
                Buttons.icon(Texts.of("digitise.series.read"), Icon.PLAY, () -> model.read(index, refused)),
                Buttons.icon(Texts.of("digitise.series.remove"), Icon.DELETE, () -> model.removeSeries(index)));
        var third = new HBox(parameters(index, series), tolerance(index, series), count(series));
        for (HBox line : List.of(first, second, third)) {
            line.getStyleClass().add("tight");
            line.setAlignment(Pos.CENTER_LEFT);
        }
        var row = new VBox(first, second, third);
        for (Doubt doubt : series.doubts()) row.getChildren().add(Words.of(doubt.text(), "objection", "small"));
        row.getStyleClass().add("series-row");
        return row;
    }

    private static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static Node swatch(Series series) {
        var swatch = new Rectangle(14, 14);
        swatch.setFill(series.colour().map(colour -> Color.web(colour.hex())).orElse(Color.TRANSPARENT));
        swatch.getStyleClass().add("swatch");
        Tooltip.install(
                swatch,
                new Tooltip(series.colour().map(Colour::hex).orElse(Texts.of("digitise.series.no-colour-yet"))));
        return swatch;
    }

    private void rename(int index, String text) {
        change(index, series -> text.isBlank() ? series : series.named(text.strip()));
    }

    private ComboBox<String> platform(int index, Series series) {
        var choice = new ComboBox<String>();
        choice.setEditable(true);
        choice.getItems().setAll(Platforms.known().stream().map(one -> one.id()).toList());
        choice.setPrefWidth(124);
        choice.setId("series-platform-" + index);
        choice.setAccessibleText(Texts.of("digitise.series.platform", index + 1));
        choice.getEditor()
                .setPromptText(PlatformName.of(series.name()).orElse(Texts.of("digitise.series.which-platform")));
        series.platform().ifPresent(choice::setValue);
        choice.valueProperty()
                .subscribe((was, now) -> change(
                        index,
                        one -> one.on(
                                Optional.ofNullable(now).map(String::strip).filter(id -> !id.isEmpty()))));
        return choice;
    }

    private ComboBox<Series.Method> method(int index, Series series) {
        var choice = new ComboBox<Series.Method>();
        // printed numbers are written into the file by hand
        Stream.of(Series.Method.values())
                .filter(one -> one != Series.Method.VALUES || series.method() == one)
                .forEach(choice.getItems()::add);
        choice.setConverter(new Titles());
        choice.setValue(series.method());
        choice.setId("series-method-" + index);
        choice.setAccessibleText(Texts.of("digitise.series.method", index + 1));
        choice.setPrefWidth(112);
        choice.valueProperty().subscribe((was, now) -> {
            if (now != null) change(index, one -> one.by(now));
        });
        return choice;
    }

    private ToggleButton mode(String text, String says, String id, Mode mode) {
        var button = new ToggleButton(text);
        button.setId(id);
        button.setTooltip(new Tooltip(says));
        button.setAccessibleText(says);
        button.getStyleClass().add("compact");
        button.setMinWidth(USE_PREF_SIZE);
        button.setSelected(model.pointing().modeProperty().get().equals(mode));
        button.setOnAction(pressed -> model.pointing().modeProperty().set(button.isSelected() ? mode : Mode.PICK));
        return button;
    }

    private TextField parameters(int index, Series series) {
        var field = Form.field(
                "series-parameters-" + index,
                Texts.of("digitise.series.parameters", index + 1),
                "cores=2; disk=raw",
                text -> {
                    try {
                        Parameters said = Parameters.parse(text.strip().replaceAll("\\s*;\\s*", ";"));
                        change(index, one -> one.with(said));
                    } catch (IllegalArgumentException wrong) {
                        refused.accept(new RingsideException(
                                String.valueOf(wrong.getMessage()), Texts.of("digitise.series.parameters-remedy")));
                    }
                });
        field.setText(series.parameters().toString().replace(";", "; "));
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private ComboBox<Double> tolerance(int index, Series series) {
        var choice = new ComboBox<Double>();
        choice.getItems().setAll(0.03, 0.06, 0.1, 0.15, 0.2);
        if (!choice.getItems().contains(series.tolerance())) choice.getItems().add(series.tolerance());
        choice.setValue(series.tolerance());
        choice.setPrefWidth(84);
        choice.setTooltip(new Tooltip(Texts.of("digitise.series.tolerance-tip")));
        choice.setAccessibleText(Texts.of("digitise.series.tolerance", index + 1));
        choice.setId("series-tolerance-" + index);
        choice.valueProperty().subscribe((was, now) -> {
            if (now != null) change(index, one -> one.tolerating(now));
        });
        return choice;
    }

    private static Label count(Series series) {
        var count =
                new Label(Texts.of("digitise.series.points-of", series.marks().size()));
        count.getStyleClass().addAll("muted", "small");
        count.setMinWidth(62);
        count.setAlignment(Pos.CENTER_RIGHT);
        return count;
    }

    private void change(int index, java.util.function.UnaryOperator<Series> change) {
        model.change(draft -> {
            if (index >= draft.series().size()) return draft;
            Series before = draft.series().get(index);
            try {
                Series after = change.apply(before);
                boolean taken = draft.series().stream()
                        .anyMatch(other -> !other.equals(before) && other.name().equals(after.name()));
                if (taken) throw new IllegalArgumentException(Texts.of("digitise.series.name-taken", after.name()));
                return after.equals(before) ? draft : draft.with(index, after).seen(true);
            } catch (IllegalArgumentException wrong) {
                refused.accept(new RingsideException(
                        String.valueOf(wrong.getMessage()), Texts.of("digitise.series.name-taken-remedy")));
                return draft;
            }
        });
    }

    private static final class Titles extends StringConverter<Series.Method> {
        @Override
        public String toString(Series.Method method) {
            return switch (Objects.requireNonNullElse(method, Series.Method.LINE)) {
                case LINE -> Texts.of("digitise.series.line");
                case MARKERS -> Texts.of("digitise.series.markers");
                case BARS -> Texts.of("digitise.series.bars");
                case CLICKS -> Texts.of("digitise.series.clicked");
                case VALUES -> Texts.of("digitise.series.printed");
            };
        }

        @Override
        public Series.Method fromString(String title) {
            throw new UnsupportedOperationException("methods are chosen from the list");
        }
    }
}
