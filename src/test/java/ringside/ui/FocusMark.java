package ringside.ui;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;

/**
 * How well one sees where the keyboard is: what its mark changes in the picture of a control and of what is around it. A
 * mark has to stand out from what is beside it (Web Content Accessibility Guidelines 2.2, success criterion 1.4.11), and
 * from what was there before.
 */
final class FocusMark {
    private static final double BESIDE = 3;
    private static final double BEFORE = 2;
    private static final int AROUND = 6; // pixels, as far as a ring outside a control reaches

    /** Less than any ring, line under a text or bar has. */
    private static final int FEWEST = 40;

    private FocusMark() {}

    /** A control and what is around it, as they are painted now. */
    static Image picture(Node node) {
        Scene scene = node.getScene();
        Bounds at = node.localToScene(node.getLayoutBounds());
        var view = new SnapshotParameters();
        view.setFill(scene.getFill());
        view.setViewport(new Rectangle2D(
                Math.floor(at.getMinX()) - AROUND,
                Math.floor(at.getMinY()) - AROUND,
                Math.ceil(at.getWidth()) + 2 * AROUND,
                Math.ceil(at.getHeight()) + 2 * AROUND));
        return scene.getRoot().snapshot(view, null);
    }

    /** Whether the second picture has a mark that the first has not. */
    static boolean isSeen(Image without, Image with) {
        if (without.getWidth() != with.getWidth() || without.getHeight() != with.getHeight()) return false;
        Color beside = beside(without);
        PixelReader before = without.getPixelReader();
        PixelReader now = with.getPixelReader();
        int marked = 0;
        for (int y = 0; y < (int) without.getHeight(); y++)
            for (int x = 0; x < (int) without.getWidth(); x++) {
                Color color = now.getColor(x, y);
                if (Contrast.ratio(color, before.getColor(x, y)) >= BEFORE && Contrast.ratio(color, beside) >= BESIDE)
                    marked++;
            }
        return marked >= FEWEST;
    }

    /** The colour that most of the surroundings have. */
    private static Color beside(Image picture) {
        PixelReader pixels = picture.getPixelReader();
        var counts = new HashMap<Color, Integer>();
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        for (int x = 0; x < width; x++) {
            counts.merge(pixels.getColor(x, 0), 1, Integer::sum);
            counts.merge(pixels.getColor(x, height - 1), 1, Integer::sum);
        }
        for (int y = 0; y < height; y++) {
            counts.merge(pixels.getColor(0, y), 1, Integer::sum);
            counts.merge(pixels.getColor(width - 1, y), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }
}
