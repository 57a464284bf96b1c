package ringside.ui.feature;

import javafx.geometry.Point2D;
import javafx.scene.text.Text;

/** A text that wraps, and ends in an ellipsis where it has no room for more. */
final class FittedText extends Text {
    private static final String MORE = "…";
    private static final String LINE = "X";

    private String full = "";
    private double width = -1;
    private double height = -1;

    FittedText() {
        fontProperty().subscribe(other -> width = -1); // the style sheet gives it after the first layout
    }

    void setFull(String text) {
        if (text.equals(full)) return;
        full = text;
        width = -1;
        setText(text);
    }

    String full() {
        return full;
    }

    /** Shortens it to what fits; cheap where nothing has changed. */
    void fit(double roomWidth, double roomHeight) {
        if (roomWidth == width && roomHeight == height) return;
        width = roomWidth;
        height = roomHeight;
        setText(LINE);
        double line = getLayoutBounds().getHeight();
        setWrappingWidth(Math.max(1, roomWidth));
        setText(full);
        int lines = Math.max(1, (int) (roomHeight / line));
        double seen = lines * line;
        if (full.isEmpty() || getLayoutBounds().getHeight() <= seen + 1) return;
        var end = new Point2D(
                getLayoutBounds().getMinX() + roomWidth, getLayoutBounds().getMinY() + seen - line / 2);
        int cut = Math.min(hitTest(end).getCharIndex() + 1, full.length());
        setText(full.substring(0, cut).stripTrailing() + MORE);
        // The ellipsis may be wider than the letter it stands for
        while (cut > 0 && getLayoutBounds().getHeight() > seen + 1)
            setText(full.substring(0, --cut).stripTrailing() + MORE);
    }
}
