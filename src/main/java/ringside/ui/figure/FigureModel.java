package ringside.ui.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.figure.Figure;
import ringside.core.figure.Figures;
import ringside.core.figure.Plot;
import ringside.core.figure.Plotting;
import ringside.core.figure.Renderer;
import ringside.core.figure.Renderer.Drawing;
import ringside.core.figure.Renderer.Look;
import ringside.core.figure.Renderer.Theme;
import ringside.core.figure.Renderer.Zoom;
import ringside.core.figure.View;
import ringside.ui.kit.Background;
import ringside.ui.kit.Task;
import ringside.ui.kit.Texts;

/**
 * One figure as a reader has set it up. Whatever changes, the plot is made and drawn anew in the background;
 * only the newest request is shown.
 */
public final class FigureModel {
    /** Of the place where the chart is drawn, in points, and the screen's pixels per point. */
    public record Size(int width, int height, double scale) {
        static final Size NONE = new Size(0, 0, 1);

        boolean drawable() {
            return width >= 40 && height >= 40;
        }
    }

    /** A plot, and its drawing where one was asked for. */
    public record Shown(Plot plot, Optional<Drawing> drawing) {}

    private final Figures figures;
    private final Supplier<Plotting> plotting;
    private final Renderer renderer;
    private final Background.Latest latest;

    private final ReadOnlyObjectWrapper<Figure> figure;
    private final ObjectProperty<View> view = new SimpleObjectProperty<>(this, "view", View.DEFAULT);
    private final ObjectProperty<Optional<Zoom>> zoom = new SimpleObjectProperty<>(this, "zoom", Optional.empty());
    private final ObjectProperty<Size> size = new SimpleObjectProperty<>(this, "size", Size.NONE);
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
    private final ReadOnlyObjectWrapper<List<Choice>> choices = new ReadOnlyObjectWrapper<>(this, "choices", List.of());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyObjectWrapper<Optional<RingsideException>> trouble =
            new ReadOnlyObjectWrapper<>(this, "trouble", Optional.empty());

    private final Map<String, View> views = new HashMap<>(); // by figure: one comes back to what one left
    private @Nullable Plot plotted; // the plot of the figure and view in force; null when it has to be made
    private @Nullable List<Choice> known; // the choices of the figure in force; null when they have to be found
    private @Nullable Task newest;
    private boolean opening = true; // until the first figure is there, and while another one comes

    public FigureModel(Figures figures, Supplier<Plotting> plotting, Renderer renderer, Background background) {
        this.figures = figures;
        this.plotting = plotting;
        this.renderer = renderer;
        this.latest = background.latest();
        this.figure = new ReadOnlyObjectWrapper<>(this, "figure", figures.all().getFirst());
        view.subscribe(now -> {
            if (opening) return;
            views.put(figure.get().id(), now);
            plotted = null;
            request();
        });
        zoom.subscribe(any -> changed());
        size.subscribe(any -> changed());
        theme.subscribe(any -> changed());
    }

    public ReadOnlyObjectProperty<Figure> figureProperty() {
        return figure.getReadOnlyProperty();
    }

    public ObjectProperty<View> viewProperty() {
        return view;
    }

    /** The part of the plot on show; empty for all of it. */
    public ObjectProperty<Optional<Zoom>> zoomProperty() {
        return zoom;
    }

    public ObjectProperty<Size> sizeProperty() {
        return size;
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** What was last drawn; of another figure it is emptied at once, of another view it stays until the new one is there. */
    public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Every configuration that has data for this figure. */
    public ReadOnlyObjectProperty<List<Choice>> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<RingsideException>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Shows a figure, as it was left in this session or as a new one. */
    public void open(Figure other) {
        boolean same = other.id().equals(figure.get().id());
        View before = view.get();
        opening = true;
        try {
            figure.set(other);
            zoom.set(Optional.empty());
            view.set(views.getOrDefault(other.id(), fresh(before).withRelative(other.relative())));
        } finally {
            opening = false;
        }
        if (!same) {
            shown.set(Optional.empty());
            choices.set(List.of());
        }
        refresh();
    }

    /** What a reader prefers is kept from one figure to the next; what depends on the data is not. */
    private static View fresh(View before) {
        return View.DEFAULT
                .withStatistic(before.statistic())
                .withSpread(before.spread())
                .withPoints(before.points());
    }

    /** Reads the data again. */
    public void refresh() {
        plotted = null;
        known = null;
        changed();
    }

    /** The sets on show have more samples than before; which configurations there are is not looked for again. */
    public void grow() {
        plotted = null;
        changed();
    }

    /** The figure a number of places further in the catalogue; empty before its beginning and after its end. */
    public Optional<Figure> neighbour(int places) {
        List<Figure> all = figures.all();
        int at = all.indexOf(figure.get()) + places;
        return at >= 0 && at < all.size() ? Optional.of(all.get(at)) : Optional.empty();
    }

    public void show(Set<Choice> subjects) {
        view.set(Choice.show(view.get(), choices.get(), subjects));
    }

    private void changed() {
        if (!opening) request();
    }

    /** All that a worker needs; taken on the FX thread, so that a worker reads no property. */
    private record Request(
            Figure figure,
            View view,
            Optional<Zoom> zoom,
            Size size,
            Theme theme,
            @Nullable Plot plotted,
            @Nullable List<Choice> known) {
        Look look() {
            return new Look(theme, size.width(), size.height(), size.scale(), true, zoom.orElse(null));
        }
    }

    private record Answer(Request request, Plot plot, List<Choice> choices, Optional<Drawing> drawing) {}

    private void request() {
        var request = new Request(figure.get(), view.get(), zoom.get(), size.get(), theme.get(), plotted, known);
        Task task = latest.run(
                Texts.of("figure.drawing-figure", request.figure().id()),
                progress -> answer(request, progress),
                this::show,
                this::report);
        newest = task;
        task.runningProperty().subscribe(running -> {
            if (newest == task) busy.set(running);
        });
    }

    private Answer answer(Request request, Progress progress) {
        progress.at(Texts.of("figure.reading-data"), Double.NaN);
        Plot plot = Objects.requireNonNullElseGet(
                request.plotted(), () -> plotting.get().plot(request.figure(), request.view()));
        List<Choice> offered =
                Objects.requireNonNullElseGet(request.known(), () -> Choice.of(everything(request, plot)));
        Optional<Drawing> drawing =
                request.size().drawable() ? Optional.of(renderer.draw(plot.bare(), request.look())) : Optional.empty();
        return new Answer(request, plot, offered, drawing);
    }

    private Plot everything(Request request, Plot plot) {
        View view = request.view();
        boolean all = view.sets().isEmpty() && view.hidden().isEmpty();
        return all ? plot : plotting.get().plot(request.figure(), View.DEFAULT);
    }

    private void show(Answer answer) {
        plotted = answer.plot();
        known = answer.choices();
        trouble.set(Optional.empty());
        choices.set(answer.choices());
        shown.set(Optional.of(new Shown(answer.plot(), answer.drawing())));
    }

    private void report(RingsideException fault) {
        shown.set(Optional.empty());
        trouble.set(Optional.of(fault));
    }
}
