package ringside.ui.figure;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import ringside.core.figure.Figure;
import ringside.core.figure.View;
import ringside.core.figure.View.Statistic;
import ringside.core.figure.View.YScale;
import ringside.ui.kit.Texts;

/** How the figure is shown: which series, absolute or relative, which axis, which statistic, what is drawn of the spread. */
final class ViewBar extends FlowPane {
    private final FigureModel model;

    /** A value of the view and the words that stand for it. */
    private record Option<T>(T value, String words, String meaning) {}

    ViewBar(FigureModel model) {
        this.model = model;
        getStyleClass().add("view-bar");
        setAlignment(Pos.CENTER_LEFT);
        Node scale = choice(
                View::yScale,
                View::withYScale,
                List.of(
                        new Option<>(
                                YScale.AUTOMATIC,
                                Texts.of("figure.view-bar.auto"),
                                Texts.of("figure.view-bar.auto-tip")),
                        new Option<>(
                                YScale.LINEAR,
                                Texts.of("figure.view-bar.linear"),
                                Texts.of("figure.view-bar.linear-tip")),
                        new Option<>(
                                YScale.LOG, Texts.of("figure.view-bar.log"), Texts.of("figure.view-bar.log-tip"))));
        Node spread = check(
                Texts.of("figure.view-bar.spread"),
                Texts.of("figure.view-bar.spread-tip"),
                View::spread,
                View::withSpread);
        Node points = check(
                Texts.of("figure.view-bar.points"),
                Texts.of("figure.view-bar.points-tip"),
                View::points,
                View::withPoints);
        getChildren()
                .addAll(
                        new SeriesChooser(model),
                        choice(
                                View::relative,
                                View::withRelative,
                                List.of(
                                        new Option<>(
                                                false,
                                                Texts.of("figure.view-bar.absolute"),
                                                Texts.of("figure.view-bar.absolute-tip")),
                                        new Option<>(
                                                true,
                                                Texts.of("figure.view-bar.relative"),
                                                Texts.of("figure.view-bar.relative-tip")))),
                        scale,
                        choice(
                                View::statistic,
                                View::withStatistic,
                                List.of(
                                        new Option<>(
                                                Statistic.MEDIAN,
                                                Texts.of("figure.median"),
                                                Texts.of("figure.view-bar.median-tip")),
                                        new Option<>(
                                                Statistic.MEAN,
                                                Texts.of("figure.mean"),
                                                Texts.of("figure.view-bar.mean-tip")))),
                        spread,
                        points,
                        resetZoom());
        model.figureProperty().subscribe(figure -> {
            boolean table = figure.kind() == Figure.Kind.TABLE;
            for (Node ofCharts : List.of(scale, spread, points)) ofCharts.setDisable(table);
        });
    }

    private <T> Node choice(Function<View, T> read, BiFunction<View, T, View> write, List<Option<T>> options) {
        var group = new ToggleGroup();
        var buttons = new ArrayList<ToggleButton>();
        for (Option<T> option : options) {
            var button = new ToggleButton(option.words());
            button.setTooltip(new Tooltip(option.meaning()));
            button.setToggleGroup(group);
            button.getStyleClass().addAll(Styles.SMALL, pill(buttons.size(), options.size()));
            button.setOnAction(event -> {
                button.setSelected(true); // a second click must not leave none chosen
                model.viewProperty().set(write.apply(model.viewProperty().get(), option.value()));
            });
            model.viewProperty()
                    .subscribe(view -> button.setSelected(read.apply(view).equals(option.value())));
            buttons.add(button);
        }
        return new HBox(buttons.toArray(Node[]::new));
    }

    private static String pill(int at, int count) {
        if (at == 0) return Styles.LEFT_PILL;
        return at == count - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
    }

    private CheckBox check(
            String words, String meaning, Function<View, Boolean> read, BiFunction<View, Boolean, View> write) {
        var box = new CheckBox(words);
        box.setTooltip(new Tooltip(meaning));
        box.setOnAction(event ->
                model.viewProperty().set(write.apply(model.viewProperty().get(), box.isSelected())));
        model.viewProperty().subscribe(view -> box.setSelected(read.apply(view)));
        return box;
    }

    private Button resetZoom() {
        var button = new Button(Texts.of("figure.view-bar.whole-plot"));
        button.setTooltip(new Tooltip(Texts.of("figure.view-bar.whole-plot-tip")));
        button.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT, Styles.BUTTON_OUTLINED);
        button.setOnAction(event -> model.zoomProperty().set(Optional.empty()));
        button.visibleProperty().bind(model.zoomProperty().map(Optional::isPresent));
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }
}
