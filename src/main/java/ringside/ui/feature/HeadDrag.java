package ringside.ui.feature;

import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import ringside.core.feature.Column;

/** Drags a column by its head to another place; a line shows between which two columns it would stand. */
final class HeadDrag {
    private static final double LINE = 3;
    private static final double SCROLL = 24; // at an edge, each time the mouse moves

    private final MatrixGrid grid;
    private final MatrixGrid.Ways ways;
    private final Region line = new Region();
    private @Nullable HeadNode dragged;
    private int gap; // the column stands before the one that has this number

    HeadDrag(MatrixGrid grid, MatrixGrid.Ways ways) {
        this.grid = grid;
        this.ways = ways;
        line.getStyleClass().add("drop-line");
        line.setManaged(false);
        line.setVisible(false);
        line.setMouseTransparent(true);
    }

    Region line() {
        return line;
    }

    void attach(HeadNode head) {
        head.setOnMouseDragged(mouse -> drag(head, mouse));
        head.setOnMouseReleased(mouse -> drop());
    }

    private void drag(HeadNode head, MouseEvent mouse) {
        if (mouse.isStillSincePress() || mouse.getButton() != MouseButton.PRIMARY) return;
        if (dragged == null && gap < 0) return; // given up by Escape, until the button is let go
        Point2D at = grid.sceneToLocal(mouse.getSceneX(), mouse.getSceneY());
        double into = at.getX() - MatrixGrid.NAMES;
        if (into < 0) grid.scrollAcross(-SCROLL);
        else if (into > grid.bodyWidth()) grid.scrollAcross(SCROLL);
        dragged = head;
        head.setDragged(true);
        head.setCursor(Cursor.CLOSED_HAND);
        gap = grid.gapAt(Math.clamp(into, 0, grid.bodyWidth()));
        line.resizeRelocate(grid.gapX(gap) - LINE / 2, 0, LINE, grid.getHeight());
        line.setVisible(true);
        mouse.consume();
    }

    private void drop() {
        HeadNode head = dragged;
        int to = gap;
        end();
        gap = 0;
        if (head == null) return;
        Column column = head.column();
        int from = grid.columnOf(column);
        int places = to > from ? to - 1 - from : to - from;
        if (from >= 0 && places != 0) ways.move(column, places);
    }

    /** Escape leaves everything where it is. */
    void key(KeyEvent key) {
        if (dragged == null || key.getCode() != KeyCode.ESCAPE) return;
        end();
        gap = -1;
        key.consume();
    }

    private void end() {
        HeadNode head = dragged;
        dragged = null;
        line.setVisible(false);
        if (head == null) return;
        head.setDragged(false);
        head.setCursor(null);
    }
}
