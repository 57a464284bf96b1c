package ringside.ui.digitise;

import java.nio.IntBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import ringside.core.RingsideException;
import ringside.core.digitise.Area;
import ringside.core.digitise.Picture;
import ringside.core.digitise.Place;
import ringside.core.digitise.Scan;
import ringside.ui.kit.Texts;

/** The page, and over it what was said and read of it; zoomed by the wheel, moved by dragging. */
final class PagePane extends Region {
    private static final double ZOOM_STEP = 1.25;
    private static final double SCROLL = 60;

    private final DigitiseModel model;
    private final Consumer<RingsideException> refused;
    private final ImageView picture = new ImageView();
    private final Canvas marks = new Canvas();
    private final Magnifier magnifier = new Magnifier();
    private final Rectangle clip = new Rectangle();
    private Camera camera = new Camera(1, 0, 0);
    private boolean fitted = true;
    private Optional<Point2D> pressed = Optional.empty();
    private Optional<Point2D> pointer = Optional.empty();
    private boolean dragged;

    PagePane(DigitiseModel model, Consumer<RingsideException> refused) {
        this.model = model;
        this.refused = refused;
        getStyleClass().add("digitise-page");
        setId("digitise-page");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(Texts.of("digitise.page.name"));
        picture.setManaged(false);
        picture.setPreserveRatio(false);
        marks.setManaged(false);
        marks.setMouseTransparent(true);
        setClip(clip);
        getChildren().addAll(picture, marks, magnifier);
        setMinSize(200, 160);
        model.scanProperty().subscribe(this::show);
        model.draftProperty().subscribe(draft -> redraw());
        model.pointing().pickedProperty().subscribe(now -> redraw());
        model.pointing().modeProperty().subscribe(mode -> {
            setCursor(mode instanceof Mode.Pick ? Cursor.DEFAULT : Cursor.CROSSHAIR);
            redraw();
        });
        listen();
    }

    private void listen() {
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(event.getX(), event.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> {
            pointer = Optional.empty();
            redraw();
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        addEventHandler(ScrollEvent.SCROLL, event -> {
            if (event.getDeltaY() == 0) return;
            zoom(event.getDeltaY() > 0 ? ZOOM_STEP : 1 / ZOOM_STEP, event.getX(), event.getY());
            event.consume();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void show(Optional<Scan> scan) {
        picture.setImage(null);
        scan.ifPresent(page -> model.prepare(() -> image(page.picture()), picture::setImage, refused));
        picture.setSmooth(true);
        fitted = true;
        requestLayout();
    }

    private static Image image(Picture from) {
        int[] argb = from.rgb().clone();
        for (int i = 0; i < argb.length; i++) argb[i] |= 0xff000000;
        var pixels = IntBuffer.wrap(argb);
        return new WritableImage(
                new PixelBuffer<>(from.width(), from.height(), pixels, PixelFormat.getIntArgbPreInstance()));
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        marks.setWidth(getWidth());
        marks.setHeight(getHeight());
        magnifier.resize(Magnifier.SIZE + 2, Magnifier.SIZE + 2);
        if (fitted) fit();
        else redraw();
    }

    void fit() {
        fitted = true;
        model.scanProperty().get().ifPresent(scan -> {
            Area area = scan.picture().area();
            camera = Camera.fitting(area.width(), area.height(), getWidth(), getHeight());
        });
        redraw();
    }

    void zoomIn(boolean in) {
        zoom(in ? ZOOM_STEP : 1 / ZOOM_STEP, getWidth() / 2, getHeight() / 2);
    }

    private void zoom(double factor, double x, double y) {
        fitted = false;
        camera = camera.zoomed(factor, x, y);
        redraw();
    }

    private void redraw() {
        var graphics = marks.getGraphicsContext2D();
        graphics.clearRect(0, 0, marks.getWidth(), marks.getHeight());
        var scan = model.scanProperty().get();
        picture.setVisible(scan.isPresent());
        magnifier.setVisible(false);
        if (scan.isEmpty()) return;
        Area area = scan.get().picture().area();
        picture.setX(camera.x());
        picture.setY(camera.y());
        picture.setFitWidth(area.width() * camera.zoom());
        picture.setFitHeight(area.height() * camera.zoom());
        // large pixels are looked at one by one
        picture.setSmooth(camera.zoom() * scan.get().picture().unit() < 2);
        new Drawing(graphics, camera, model).draw();
        drawDrag();
        magnify(scan.get());
    }

    private void drawDrag() {
        if (!(model.pointing().modeProperty().get() instanceof Mode.Frame) || pressed.isEmpty() || pointer.isEmpty())
            return;
        var graphics = marks.getGraphicsContext2D();
        double x = Math.min(pressed.get().getX(), pointer.get().getX());
        double y = Math.min(pressed.get().getY(), pointer.get().getY());
        graphics.setStroke(Drawing.AXIS);
        graphics.setLineDashes(5, 4);
        graphics.strokeRect(
                x,
                y,
                Math.abs(pressed.get().getX() - pointer.get().getX()),
                Math.abs(pressed.get().getY() - pointer.get().getY()));
        graphics.setLineDashes();
    }

    /** While something is to be clicked, around the pointer; else around the picked point. */
    private void magnify(Scan scan) {
        boolean aiming = !(model.pointing().modeProperty().get() instanceof Mode.Pick);
        Optional<Place> at = aiming && pointer.isPresent()
                ? pointer.map(point -> camera.place(point.getX(), point.getY()))
                : model.pointing().pickedPlace();
        if (at.isEmpty()) return;
        double x = camera.screenX(at.get());
        double y = camera.screenY(at.get());
        boolean right = x < getWidth() - Magnifier.SIZE - 40 || y > Magnifier.SIZE + 40;
        magnifier.relocate(right ? getWidth() - Magnifier.SIZE - 14 : 12, 12);
        magnifier.show(scan.picture(), at.get());
    }

    private void hover(double x, double y) {
        pointer = Optional.of(new Point2D(x, y));
        if (!(model.pointing().modeProperty().get() instanceof Mode.Pick)) redraw();
    }

    private void press(MouseEvent event) {
        requestFocus();
        dragged = false;
        pressed = Optional.of(new Point2D(event.getX(), event.getY()));
        pointer = pressed;
    }

    private void drag(MouseEvent event) {
        if (pressed.isEmpty()) return;
        var here = new Point2D(event.getX(), event.getY());
        if (here.distance(pressed.get()) > 4) dragged = true;
        if (!dragged) return;
        if (!(model.pointing().modeProperty().get() instanceof Mode.Frame)) {
            Point2D from = pointer.orElse(pressed.get());
            fitted = false;
            camera = camera.moved(here.getX() - from.getX(), here.getY() - from.getY());
        }
        pointer = Optional.of(here);
        redraw();
    }

    private void release(MouseEvent event) {
        if (pressed.isEmpty()) return;
        Point2D from = pressed.get();
        pressed = Optional.empty();
        Place place = camera.place(event.getX(), event.getY());
        if (model.pointing().modeProperty().get() instanceof Mode.Frame)
            model.pointing().drag(Area.of(camera.place(from.getX(), from.getY()), place));
        else if (!dragged && event.getButton() == MouseButton.PRIMARY)
            model.pointing().click(place, camera.zoom());
        redraw();
    }

    private void key(KeyEvent event) {
        double step = event.isShiftDown() ? 0.1 : 1;
        boolean picked = model.pointing().pickedPlace().isPresent();
        switch (event.getCode()) {
            case LEFT -> move(-step, 0, picked);
            case RIGHT -> move(step, 0, picked);
            case UP -> move(0, -step, picked);
            case DOWN -> move(0, step, picked);
            case DELETE, BACK_SPACE -> model.pointing().remove();
            case ENTER, SPACE -> model.pointing().click(camera.place(getWidth() / 2, getHeight() / 2), camera.zoom());
            case ESCAPE -> model.pointing().modeProperty().set(Mode.PICK);
            case PLUS, ADD, EQUALS -> zoomIn(true);
            case MINUS, SUBTRACT -> zoomIn(false);
            case DIGIT0, NUMPAD0 -> fit();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** The picked point by pixels, or where there is none, the view. */
    private void move(double dx, double dy, boolean picked) {
        if (picked) model.pointing().move(dx, dy);
        else {
            fitted = false;
            camera = camera.moved(-dx * SCROLL, -dy * SCROLL);
            redraw();
        }
    }

    /** Where a place of the page is in this pane; for journeys through it. */
    Point2D screen(Place place) {
        return new Point2D(camera.screenX(place), camera.screenY(place));
    }
}
