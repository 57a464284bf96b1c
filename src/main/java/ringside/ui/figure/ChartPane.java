package ringside.ui.figure;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import ringside.core.figure.Figure;
import ringside.core.figure.Plot;
import ringside.core.figure.Renderer.Drawing;
import ringside.core.figure.Renderer.Spot;
import ringside.core.figure.Renderer.Zoom;
import ringside.ui.kit.Texts;

/**
 * The chart: shows the newest drawing, tells the values under the pointer, and turns drags, the wheel and
 * keys into zooms. It never draws itself.
 */
public final class ChartPane extends Region {
    private static final double REACH = 28; // points
    private static final double SHORTEST_DRAG = 6; // points: less is a click
    private static final double KEY_STEP = 0.1; // of the plot's width or height
    private static final double ZOOM_STEP = 0.8;
    private static final Duration SETTLED = Duration.millis(80);

    private final FigureModel model;
    private final Consumer<Spot> picked;
    private final ImageView picture = new ImageView();
    private final Line across = new Line();
    private final Line down = new Line();
    private final Circle ring = new Circle(6);
    private final Rectangle band = new Rectangle();
    private final Label series = new Label();
    private final Label value = new Label();
    private final Label detail = new Label();
    private final VBox card = new VBox(series, value, detail);
    private final Label waiting = new Label(Texts.of("figure.drawing-ask"));
    private final PauseTransition settled = new PauseTransition(SETTLED);
    private Optional<Point2D> pressed = Optional.empty();
    private String idle = Texts.of("figure.chart.not-drawn");

    /** @param picked told which point was pressed */
    public ChartPane(FigureModel model, Consumer<Spot> picked) {
        this.model = model;
        this.picked = picked;
        getStyleClass().add("figure-chart");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        decorate();
        getChildren().addAll(picture, down, across, ring, band, waiting, card);
        settled.setOnFinished(done -> resize());
        widthProperty().subscribe(any -> settled.playFromStart());
        heightProperty().subscribe(any -> settled.playFromStart());
        sceneProperty().subscribe(any -> settled.playFromStart()); // its window may be on a screen of another density
        model.shownProperty().subscribe(this::show);
        model.busyProperty().subscribe(any -> await());
        listen();
    }

    /** What stands here while nothing is drawn and nothing is about to be. */
    public void setIdle(String words) {
        idle = words;
        await();
    }

    private void decorate() {
        across.getStyleClass().add("crosshair");
        down.getStyleClass().add("crosshair");
        ring.getStyleClass().add("ring");
        band.getStyleClass().add("band");
        card.getStyleClass().add("hover-card");
        series.getStyleClass().add("series");
        value.getStyleClass().add("value");
        detail.getStyleClass().add("detail");
        waiting.getStyleClass().add("waiting");
        for (var overlay : List.of(across, down, ring, band, card)) {
            overlay.setManaged(false);
            overlay.setMouseTransparent(true);
            overlay.setVisible(false);
        }
        picture.setManaged(false);
        picture.setSmooth(true);
    }

    private void listen() {
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(event.getX(), event.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> hideHover());
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    @Override
    protected void layoutChildren() {
        picture.setFitWidth(getWidth());
        picture.setFitHeight(getHeight());
        double width = waiting.prefWidth(-1);
        double height = waiting.prefHeight(width);
        waiting.resizeRelocate((getWidth() - width) / 2, (getHeight() - height) / 2, width, height);
    }

    private void resize() {
        var scene = getScene();
        var window = scene == null ? null : scene.getWindow();
        if (window == null) return;
        model.sizeProperty()
                .set(new FigureModel.Size(
                        (int) getWidth(),
                        (int) getHeight(),
                        window.getOutputScaleX() * getLocalToSceneTransform().getMxx()));
    }

    private void show(Optional<FigureModel.Shown> shown) {
        hideHover();
        var drawing = shown.flatMap(FigureModel.Shown::drawing);
        picture.setImage(drawing.map(Pictures::of).orElse(null));
        await();
        shown.ifPresent(now -> setAccessibleText(Spoken.of(now.plot())));
    }

    private void await() {
        boolean empty =
                model.shownProperty().get().flatMap(FigureModel.Shown::drawing).isEmpty();
        waiting.setVisible(empty && model.troubleProperty().get().isEmpty());
        waiting.setText(model.busyProperty().get() ? Texts.of("figure.drawing-ask") : idle);
        requestLayout();
    }

    /** Pixels of the drawing per point of this pane. */
    private double density(Drawing drawing) {
        return getWidth() == 0 ? 1 : drawing.width() / getWidth();
    }

    private Optional<Viewport> viewport() {
        return model.shownProperty()
                .get()
                .flatMap(shown -> shown.drawing()
                        .filter(drawing -> shown.plot().figure().kind() != Figure.Kind.TABLE)
                        .map(drawing -> Viewport.of(shown.plot(), drawing))
                        // the wheel turns faster than charts are drawn: each turn goes on from the one before
                        .map(drawn -> model.busyProperty().get()
                                ? model.zoomProperty().get().map(drawn::showing).orElse(drawn)
                                : drawn));
    }

    private Optional<Hover> under(double x, double y) {
        return model.shownProperty()
                .get()
                .flatMap(shown -> shown.drawing().flatMap(drawing -> under(shown.plot(), drawing, x, y)));
    }

    private Optional<Hover> under(Plot plot, Drawing drawing, double x, double y) {
        double density = density(drawing);
        boolean inside = Viewport.of(plot, drawing).contains(x * density, y * density);
        return inside ? Hover.at(plot, drawing, x * density, y * density, REACH * density) : Optional.empty();
    }

    private void hover(double x, double y) {
        var found = under(x, y);
        if (found.isEmpty()) {
            hideHover();
            return;
        }
        model.shownProperty()
                .get()
                .flatMap(FigureModel.Shown::drawing)
                .ifPresent(drawing -> mark(found.get(), drawing));
    }

    private void mark(Hover hover, Drawing drawing) {
        double density = density(drawing);
        double x = hover.spot().x() / density;
        double y = hover.spot().y() / density;
        var area = drawing.plotArea();
        place(down, x, area.y() / density, x, (area.y() + area.height()) / density);
        place(across, area.x() / density, y, (area.x() + area.width()) / density, y);
        ring.setCenterX(x);
        ring.setCenterY(y);
        ring.setVisible(true);
        series.setText(hover.series());
        value.setText(Texts.of("figure.chart.at", hover.value(), hover.x()));
        detail.setText(hover.detail());
        card.setVisible(true);
        card.applyCss();
        card.autosize();
        double right = x + 14 + card.getWidth() <= getWidth() ? x + 14 : x - 14 - card.getWidth();
        double above = y - 14 - card.getHeight() >= 0 ? y - 14 - card.getHeight() : y + 14;
        card.relocate(Math.max(0, Math.rint(right)), Math.rint(above));
    }

    private static void place(Line line, double x1, double y1, double x2, double y2) {
        line.setStartX(Math.rint(x1) + 0.5);
        line.setStartY(Math.rint(y1) + 0.5);
        line.setEndX(Math.rint(x2) + 0.5);
        line.setEndY(Math.rint(y2) + 0.5);
        line.setVisible(true);
    }

    private void hideHover() {
        for (var overlay : List.of(across, down, ring, card)) overlay.setVisible(false);
    }

    private void press(MouseEvent event) {
        requestFocus();
        if (event.getButton() != MouseButton.PRIMARY) return;
        if (event.getClickCount() == 2) {
            reset();
            return;
        }
        pressed = Optional.of(new Point2D(event.getX(), event.getY()));
    }

    private void drag(MouseEvent event) {
        if (pressed.isEmpty() || viewport().isEmpty()) return;
        hideHover();
        var from = pressed.get();
        band.setX(Math.min(from.getX(), event.getX()));
        band.setY(Math.min(from.getY(), event.getY()));
        band.setWidth(Math.abs(from.getX() - event.getX()));
        band.setHeight(Math.abs(from.getY() - event.getY()));
        band.setVisible(isDrag());
    }

    private boolean isDrag() {
        return band.getWidth() >= SHORTEST_DRAG && band.getHeight() >= SHORTEST_DRAG;
    }

    private void release(MouseEvent event) {
        if (pressed.isEmpty()) return;
        pressed = Optional.empty();
        boolean dragged = band.isVisible() && isDrag();
        band.setVisible(false);
        if (dragged) zoomToBand();
        else if (event.isStillSincePress())
            under(event.getX(), event.getY()).ifPresent(hit -> picked.accept(hit.spot()));
        band.setWidth(0);
        band.setHeight(0);
    }

    private void zoomToBand() {
        model.shownProperty().get().flatMap(FigureModel.Shown::drawing).ifPresent(drawing -> {
            double density = density(drawing);
            viewport()
                    .ifPresent(viewport -> zoom(viewport.inside(
                            band.getX() * density,
                            band.getY() * density,
                            (band.getX() + band.getWidth()) * density,
                            (band.getY() + band.getHeight()) * density)));
        });
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() == 0) return;
        model.shownProperty().get().flatMap(FigureModel.Shown::drawing).ifPresent(drawing -> {
            double density = density(drawing);
            double factor = event.getDeltaY() > 0 ? ZOOM_STEP : 1 / ZOOM_STEP;
            viewport()
                    .ifPresent(
                            viewport -> zoom(viewport.around(event.getX() * density, event.getY() * density, factor)));
        });
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.isAltDown() || event.isShortcutDown()) return;
        boolean known = switch (event.getCode()) {
            case LEFT -> move(-KEY_STEP, 0);
            case RIGHT -> move(KEY_STEP, 0);
            case UP -> move(0, KEY_STEP);
            case DOWN -> move(0, -KEY_STEP);
            case PLUS, ADD, EQUALS -> zoomBy(ZOOM_STEP);
            case MINUS, SUBTRACT -> zoomBy(1 / ZOOM_STEP);
            case ESCAPE, DIGIT0, NUMPAD0 -> reset();
            default -> false;
        };
        if (known) event.consume();
    }

    private boolean move(double right, double up) {
        viewport().ifPresent(viewport -> zoom(viewport.moved(right, up)));
        return true;
    }

    boolean zoomBy(double factor) {
        viewport().ifPresent(viewport -> zoom(viewport.around(factor)));
        return true;
    }

    private void zoom(Zoom zoom) {
        model.zoomProperty().set(Optional.of(zoom));
    }

    /** Shows the whole plot again; false where it is shown already, so that Escape may go on to the page. */
    boolean reset() {
        boolean zoomed = model.zoomProperty().get().isPresent();
        model.zoomProperty().set(Optional.empty());
        return zoomed;
    }
}
