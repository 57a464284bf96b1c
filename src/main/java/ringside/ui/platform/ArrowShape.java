package ringside.ui.platform;

import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Shape;
import javafx.scene.text.TextAlignment;
import ringside.core.platform.Drawing.Arrow;
import ringside.core.platform.Drawing.Kind;

/** A straight arrow and its words. The kinds differ in line and head, not in colour alone. */
final class ArrowShape extends Group {
    private static final double HEAD = 8;

    private final Arrow arrow;
    private final Line line = new Line();
    private final Shape head;
    private final Label words = new Label();

    ArrowShape(Arrow arrow) {
        this.arrow = arrow;
        // A trap has a full head, the others an open one
        head = arrow.kind() == Kind.TRAP
                ? new Polygon(0, 0, -HEAD, -HEAD / 2, -HEAD, HEAD / 2)
                : new Polyline(-HEAD, -HEAD / 2, 0, 0, -HEAD, HEAD / 2);
        getStyleClass().addAll("arrow", arrow.kind().word());
        line.getStyleClass().add("shaft");
        head.getStyleClass().add("head");
        getChildren().addAll(line, head);
        setManaged(false);
        words.setText(arrow.label());
        words.getStyleClass().add("arrow-words");
        words.setWrapText(true);
        words.setTextAlignment(TextAlignment.CENTER);
        words.setVisible(!arrow.label().isEmpty());
        words.setManaged(false);
    }

    Arrow arrow() {
        return arrow;
    }

    Label words() {
        return words;
    }

    void draw(double fromX, double fromY, double toX, double toY) {
        double angle = Math.atan2(toY - fromY, toX - fromX);
        // The shaft ends inside the head, whose tip touches the box
        double inside = arrow.kind() == Kind.TRAP ? HEAD / 2 : 1;
        line.setStartX(fromX);
        line.setStartY(fromY);
        line.setEndX(toX - inside * Math.cos(angle));
        line.setEndY(toY - inside * Math.sin(angle));
        head.getTransforms().setAll(new javafx.scene.transform.Rotate(Math.toDegrees(angle)));
        head.setTranslateX(toX);
        head.setTranslateY(toY);
    }

    /** @param place which point of the words is at x and y */
    void placeWords(double x, double y, Pos place, double room) {
        double width = Math.min(words.prefWidth(-1), room);
        double height = words.prefHeight(width);
        boolean middle = place == Pos.BOTTOM_CENTER;
        words.resizeRelocate(
                Math.round(middle ? x - width / 2 : x),
                Math.round(middle ? y - height : y - height / 2),
                width,
                height);
    }
}
