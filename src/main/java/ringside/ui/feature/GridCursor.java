package ringside.ui.feature;

import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import ringside.core.feature.Column;

/** Where the keys are in the table, and what they do there. */
final class GridCursor {
    static final int HEAD = -1; // as a row
    static final int NAME = -1; // as a column

    private final MatrixGrid grid;
    private final MatrixGrid.Ways ways;
    private int row;
    private int column = NAME;

    GridCursor(MatrixGrid grid, MatrixGrid.Ways ways) {
        this.grid = grid;
        this.ways = ways;
    }

    int row() {
        return row;
    }

    int column() {
        return column;
    }

    private List<Row> rows() {
        return grid.shown().map(Shown::rows).orElse(List.of());
    }

    private List<Column> columns() {
        return grid.shown().map(Shown::columns).orElse(List.of());
    }

    /** The table shows something else: stay at the same feature if it is still there. */
    void stay(Shown next) {
        Optional<Place> before = last;
        before.ifPresent(place -> {
            for (int i = 0; i < next.rows().size(); i++)
                if (next.rows().get(i) instanceof Row.Line(var feature)
                        && feature.id().equals(place.feature())) row = i;
        });
        for (int i = 0; i < next.columns().size(); i++)
            if (column != NAME && next.columns().get(i).id().equals(lastColumn)) column = i;
        row = Math.clamp(row, HEAD, Math.max(0, next.rows().size() - 1));
        column = Math.clamp(column, NAME, Math.max(NAME, next.columns().size() - 1));
    }

    private Optional<Place> last = Optional.empty();
    private String lastColumn = "";

    void paint() {
        Optional<Node> node = grid.paint(row, column, grid.isFocused());
        if (node.isPresent() && grid.isFocused()) grid.notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    }

    Optional<Node> node() {
        return grid.node(row, column);
    }

    /** The cell it is at; empty on a heading. */
    Optional<Place> place() {
        if (row < 0 || row >= rows().size() || !(rows().get(row) instanceof Row.Line(var feature)))
            return Optional.empty();
        return Optional.of(new Place(
                feature.id(),
                column == NAME || column >= columns().size()
                        ? ""
                        : columns().get(column).id()));
    }

    /** Goes to a cell that the table shows. */
    void go(Place place) {
        for (int i = 0; i < rows().size(); i++)
            if (rows().get(i) instanceof Row.Line(var feature) && feature.id().equals(place.feature())) row = i;
        column = NAME;
        for (int i = 0; i < columns().size(); i++) if (columns().get(i).id().equals(place.platform())) column = i;
        settle();
    }

    void press(int atRow, int atColumn) {
        row = atRow;
        column = atColumn;
        settle();
        act();
    }

    private void settle() {
        last = place().or(() -> last);
        lastColumn = column < 0 || column >= columns().size()
                ? ""
                : columns().get(column).id();
        grid.reveal(row, column);
        paint();
    }

    void key(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown()) {
            if (!jump(key)) return;
        } else if (!step(key)) return;
        key.consume();
    }

    private boolean jump(KeyEvent key) {
        if (!key.isShortcutDown()) return false;
        switch (key.getCode()) {
            case HOME -> move(-rows().size() - 1, 0);
            case END -> move(rows().size(), 0);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean step(KeyEvent key) {
        switch (key.getCode()) {
            case UP -> move(-1, 0);
            case DOWN -> move(1, 0);
            case LEFT -> sideways(-1);
            case RIGHT -> sideways(1);
            case PAGE_UP -> move(-grid.page(), 0);
            case PAGE_DOWN -> move(grid.page(), 0);
            case HOME -> move(0, -columns().size() - 1);
            case END -> move(0, columns().size());
            case ENTER -> act();
            case SPACE -> mark();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void move(int rowsDown, int columnsRight) {
        if (rows().isEmpty()) return;
        row = Math.clamp((long) row + rowsDown, HEAD, rows().size() - 1);
        column = Math.clamp((long) column + columnsRight, NAME, columns().size() - 1);
        if (row == HEAD && column == NAME && !columns().isEmpty()) column = 0;
        settle();
    }

    /** On a group's heading the keys fold and open it, as in a tree. */
    private void sideways(int by) {
        if (row >= 0 && row < rows().size() && rows().get(row) instanceof Row.Group group) {
            if (group.folded() == by > 0) ways.fold(group.title());
        } else move(0, by);
    }

    private void act() {
        if (row == HEAD) {
            node().ifPresent(head -> ways.menu(columns().get(Math.max(0, column)), head));
            return;
        }
        if (row >= rows().size()) return;
        switch (rows().get(row)) {
            case Row.Group group -> ways.fold(group.title());
            case Row.Line line -> place().ifPresent(ways::open);
        }
    }

    private void mark() {
        if (row < 0 || row >= rows().size()) return;
        switch (rows().get(row)) {
            case Row.Group group -> ways.fold(group.title());
            case Row.Line(var feature) -> ways.mark(feature.id());
        }
    }
}
