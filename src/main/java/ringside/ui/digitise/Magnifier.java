package ringside.ui.digitise;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import ringside.core.digitise.Picture;
import ringside.core.digitise.Place;

/** The pixels around a place, large enough to tell them apart; the cross is at the place itself. */
final class Magnifier extends StackPane {
    static final double SIZE = 184;

    private static final int PIXELS = 23;
    private static final double EACH = SIZE / PIXELS;

    private final Canvas canvas = new Canvas(SIZE, SIZE);

    Magnifier() {
        getStyleClass().add("magnifier");
        getChildren().add(canvas);
        setMaxSize(SIZE + 2, SIZE + 2);
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
    }

    void show(Picture picture, Place place) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        double middleX = place.x() / picture.unit();
        double middleY = place.y() / picture.unit();
        int left = (int) Math.floor(middleX) - PIXELS / 2;
        int top = (int) Math.floor(middleY) - PIXELS / 2;
        for (int y = 0; y < PIXELS; y++)
            for (int x = 0; x < PIXELS; x++) {
                g.setFill(colour(picture, left + x, top + y));
                // a little larger than the cell: no seams
                g.fillRect(x * EACH, y * EACH, EACH + 0.5, EACH + 0.5);
            }
        double crossX = (middleX - left) * EACH;
        double crossY = (middleY - top) * EACH;
        cross(g, crossX, crossY, Color.WHITE, 3);
        cross(g, crossX, crossY, Color.web("#d1007f"), 1);
        setVisible(true);
    }

    private static void cross(GraphicsContext g, double x, double y, Color colour, double width) {
        g.setStroke(colour);
        g.setLineWidth(width);
        g.strokeLine(x, 0, x, SIZE);
        g.strokeLine(0, y, SIZE, y);
    }

    private static Color colour(Picture picture, int x, int y) {
        if (x < 0 || y < 0 || x >= picture.width() || y >= picture.height()) return Color.GRAY;
        int rgb = picture.at(x, y);
        return Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }
}
