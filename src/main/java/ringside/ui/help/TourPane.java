package ringside.ui.help;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import ringside.core.help.Span;
import ringside.core.help.Stop;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;

/** Lies over the window: a frame around what is spoken of, and a card beside it. A press outside the card leaves. */
final class TourPane extends Pane {
    private static final Duration LOOK = Duration.millis(100); // what is pointed at may come late, or move
    private static final double CARD = 340;
    private static final double GAP = 14;
    private static final double EDGE = 3;

    private final TourModel model;
    private final Consumer<String> open;
    private final Runnable leave;
    private final Region frame = new Region();
    private final VBox card = new VBox();
    private final Label title = new Label();
    private final VBox text = new VBox();
    private final Label count = new Label();
    private final Button next;
    private final Button back;
    private final Timeline look = new Timeline(new KeyFrame(LOOK, due -> look()));
    private Optional<Bounds> target = Optional.empty();

    /** @param open brings a page into view */
    TourPane(TourModel model, Consumer<String> open, Runnable leave) {
        this.model = model;
        this.open = open;
        this.leave = leave;
        next = Buttons.labelled(Texts.of("help.tour.next"), Icon.FORWARD, this::next);
        next.setId("tour-next");
        next.getStyleClass().add(Styles.ACCENT);
        back = Buttons.labelled(Texts.of("help.tour.back"), Icon.BACK, () -> model.step(-1));
        back.setId("tour-back");
        getStyleClass().add("tour");
        getStylesheets()
                .add(Objects.requireNonNull(TourPane.class.getResource("/ringside/ui/help.css"))
                        .toExternalForm());
        frame.getStyleClass().add("tour-frame");
        frame.setMouseTransparent(true);
        fill();
        getChildren().addAll(frame, card);
        addEventHandler(MouseEvent.MOUSE_PRESSED, press -> {
            if (press.getTarget() == this) leave.run();
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        look.setCycleCount(Animation.INDEFINITE);
        sceneProperty().subscribe(scene -> {
            if (scene == null) look.stop();
            else look.play();
        });
        model.atProperty().subscribe(at -> show(model.stop()));
    }

    private void fill() {
        title.getStyleClass().add(Styles.TITLE_4);
        title.setWrapText(true);
        title.setId("tour-title");
        count.getStyleClass().add("muted");
        Button end = new Button(Texts.of("help.tour.leave"));
        end.getStyleClass().add(Styles.FLAT);
        end.setId("tour-leave");
        end.setOnAction(pressed -> leave.run());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var buttons = new HBox(next, back, space, end);
        buttons.getStyleClass().add("buttons");
        buttons.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().add("tour-card");
        card.getChildren().addAll(count, title, text, buttons);
    }

    private void show(Stop stop) {
        open.accept(stop.page());
        target = Optional.empty();
        title.setText(stop.title());
        count.setText(Texts.of("help.tour.count", model.atProperty().get() + 1, model.length()));
        text.getChildren().setAll(new Prose(term -> {}).flow(unlinked(stop)));
        next.setText(model.isLast() ? Texts.of("help.tour.done") : Texts.of("help.tour.next"));
        back.setDisable(model.isFirst());
        setAccessibleText(stop.title() + ". " + Span.plain(stop.spans()));
        next.setAccessibleHelp(getAccessibleText());
        next.requestFocus();
        requestLayout();
    }

    /** Its links would lead away. */
    private static List<Span> unlinked(Stop stop) {
        return stop.spans().stream()
                .map(span -> span instanceof Span.Link link ? new Span.Words(link.text()) : span)
                .toList();
    }

    private void next() {
        if (model.isLast()) leave.run();
        else model.step(1);
    }

    private void key(KeyEvent key) {
        switch (key.getCode()) {
            case RIGHT -> next();
            case LEFT -> model.step(-1);
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void look() {
        Optional<Bounds> now = Optional.ofNullable(getScene())
                .flatMap(scene -> scene.getRoot().lookupAll(model.stop().at()).stream()
                        .filter(TourPane::isShown)
                        .findFirst())
                .map(node -> sceneToLocal(node.localToScene(node.getLayoutBounds())));
        if (now.equals(target)) return;
        target = now;
        requestLayout();
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) if (!at.isVisible() || at.getOpacity() == 0) return false;
        return node.getLayoutBounds().getWidth() > 0;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.min(CARD, getWidth() - 2 * GAP);
        double height = card.prefHeight(width);
        card.resize(width, height);
        frame.setVisible(target.isPresent());
        Point2D at = target.map(bounds -> beside(around(bounds), width, height))
                .orElse(new Point2D((getWidth() - width) / 2, (getHeight() - height) / 2));
        card.relocate(
                Math.clamp(at.getX(), GAP, Math.max(GAP, getWidth() - width - GAP)),
                Math.clamp(at.getY(), GAP, Math.max(GAP, getHeight() - height - GAP)));
    }

    /** Puts the frame around it, as far as it is in the window. */
    private Bounds around(Bounds bounds) {
        double left = Math.max(0, bounds.getMinX() - EDGE);
        double top = Math.max(0, bounds.getMinY() - EDGE);
        frame.resizeRelocate(
                left,
                top,
                Math.min(getWidth(), bounds.getMaxX() + EDGE) - left,
                Math.min(getHeight(), bounds.getMaxY() + EDGE) - top);
        return new BoundingBox(frame.getLayoutX(), frame.getLayoutY(), frame.getWidth(), frame.getHeight());
    }

    /** Where the card has room: right, left, below, above; else in the middle of what is pointed at. */
    private Point2D beside(Bounds bounds, double width, double height) {
        if (bounds.getMaxX() + GAP + width <= getWidth()) return new Point2D(bounds.getMaxX() + GAP, bounds.getMinY());
        if (bounds.getMinX() >= width + GAP) return new Point2D(bounds.getMinX() - GAP - width, bounds.getMinY());
        if (bounds.getMaxY() + GAP + height <= getHeight())
            return new Point2D(bounds.getMinX(), bounds.getMaxY() + GAP);
        if (bounds.getMinY() >= height + GAP) return new Point2D(bounds.getMinX(), bounds.getMinY() - GAP - height);
        return new Point2D(bounds.getCenterX() - width / 2, bounds.getCenterY() - height / 2);
    }
}
