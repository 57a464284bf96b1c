package ringside.ui.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import ringside.core.feature.Column;
import ringside.ui.kit.Texts;

/**
 * The table: its head and its first column stay while the rest scrolls. Only the rows in view have nodes, so that it
 * opens and scrolls as fast with a thousand rows as with ten.
 */
final class MatrixGrid extends Region {
    static final double NAMES = 252;

    private static final double LEAST_COLUMN = 112;
    private static final double LEAST_WITHOUT_NOTE = 128; // flags have no line of their own there
    private static final double LEAST_OF_CHANGES = 150; // "✗ No → ◐ Partly"
    private static final double LEAST_OF_CHANGES_WITHOUT_NOTE = 196;
    private static final double HEAD = 34;
    private static final double HEAD_WITH_FIT = 68;
    private static final double SECOND_LINE = 18; // of a platform's name
    private static final double GROUP = 30;
    private static final double PLAIN = 30;
    private static final double WITH_NOTE = 54;
    private static final double NOTCH = 40; // of a mouse wheel

    /** What the table asks of whoever holds it. */
    interface Ways {
        /** Shows a cell in full. */
        void open(Place place);

        void mark(String feature);

        void fold(String group);

        /** What can be done to a column; offered below its head. */
        void menu(Column column, Node head);

        /** Puts a column so many places further right, or left. */
        void move(Column column, int places);
    }

    private final Ways ways;
    private final double noted;
    private final GridLayer heads = new GridLayer();
    private final GridRows rows;
    private final Region corner = new Region();
    private final ScrollBar across = new ScrollBar();
    private final ScrollBar down = new ScrollBar();
    private final List<HeadNode> headNodes = new ArrayList<>();
    private final GridCursor cursor;
    private final HeadDrag drag;
    private @Nullable Shown shown;
    private double[] tops = {0};
    private boolean wrapped; // the name of some platform

    MatrixGrid(Ways ways) {
        this(ways, WITH_NOTE);
    }

    /** @param noted height of a row that shows conditions */
    MatrixGrid(Ways ways, double noted) {
        this.ways = ways;
        this.noted = noted;
        cursor = new GridCursor(this, ways);
        rows = new GridRows(cursor, ways);
        drag = new HeadDrag(this, ways);
        getStyleClass().add("matrix-grid");
        setId("matrix");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        setAccessibleText(Texts.of("feature.matrix.spoken"));
        corner.getStyleClass().add("corner");
        heads.getStyleClass().add("heads");
        down.setOrientation(Orientation.VERTICAL);
        across.setOrientation(Orientation.HORIZONTAL);
        for (ScrollBar bar : List.of(down, across)) {
            bar.setFocusTraversable(false);
            bar.valueProperty().subscribe(any -> requestLayout());
        }
        getChildren().addAll(rows.body(), rows.names(), rows.groups(), heads, corner, across, down, drag.line());
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventFilter(KeyEvent.KEY_PRESSED, drag::key);
        setOnKeyPressed(cursor::key);
        setOnMousePressed(press -> requestFocus());
        focusedProperty().subscribe(any -> cursor.paint());
    }

    private void scroll(ScrollEvent wheel) {
        double step = wheel.getDeltaY() == 0 ? 0 : wheel.getDeltaY() / Math.abs(wheel.getDeltaY());
        double by = wheel.getTextDeltaY() == 0 ? wheel.getDeltaY() : step * NOTCH * 2;
        if (wheel.isShiftDown()) set(across, across.getValue() - by);
        else {
            set(down, down.getValue() - by);
            set(across, across.getValue() - wheel.getDeltaX());
        }
        wheel.consume();
    }

    private static void set(ScrollBar bar, double value) {
        bar.setValue(Math.clamp(value, 0, bar.getMax()));
    }

    void show(Shown next) {
        boolean sameColumns = shown != null && shown.columns().equals(next.columns());
        shown = next;
        tops = new double[next.rows().size() + 1];
        for (int i = 0; i < next.rows().size(); i++)
            tops[i + 1] = tops[i] + (next.rows().get(i) instanceof Row.Group ? GROUP : rowHeight());
        if (!sameColumns) rows.drop();
        headNodes.clear();
        for (Column column : next.columns()) headNodes.add(head(next, column));
        heads.getChildren().setAll(headNodes);
        rows.retire(0, -1); // what is in view is filled again
        cursor.stay(next);
        requestLayout();
    }

    private HeadNode head(Shown of, Column column) {
        var head =
                new HeadNode(column, of.fits().get(column.id()), feature -> ways.open(new Place(feature, column.id())));
        head.setOnMouseClicked(click -> {
            if (!click.isStillSincePress()) return; // it was dragged
            if (click.getButton() == MouseButton.PRIMARY || click.getButton() == MouseButton.SECONDARY)
                ways.menu(column, head);
        });
        drag.attach(head);
        return head;
    }

    Optional<Shown> shown() {
        return Optional.ofNullable(shown);
    }

    private double rowHeight() {
        return shown != null && shown.choices().notes() ? noted : PLAIN;
    }

    private double headHeight() {
        return (shown == null || shown.fits().isEmpty() ? HEAD : HEAD_WITH_FIT) + (wrapped ? SECOND_LINE : 0);
    }

    private int columns() {
        return shown == null ? 0 : shown.columns().size();
    }

    private double columnWidth(double room) {
        return columns() == 0 ? room : Math.max(leastColumn(), Math.floor(room / columns()));
    }

    private double leastColumn() {
        if (shown == null) return LEAST_COLUMN;
        boolean notes = shown.choices().notes();
        if (shown.choices().period() == Period.CHANGES) return notes ? LEAST_OF_CHANGES : LEAST_OF_CHANGES_WITHOUT_NOTE;
        return notes ? LEAST_COLUMN : LEAST_WITHOUT_NOTE;
    }

    /** How large it would have to be for nothing to scroll. */
    double wholeHeight() {
        return headHeight() + tops[tops.length - 1];
    }

    @Override
    protected double computePrefWidth(double height) {
        return NAMES + columns() * leastColumn();
    }

    @Override
    protected double computePrefHeight(double width) {
        return wholeHeight();
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double bar = Math.ceil(down.prefWidth(-1));
        double narrow = columnWidth(width - NAMES - bar);
        wrapped = headNodes.stream().anyMatch(head -> head.wraps(narrow));
        boolean tall = wholeHeight() > height + 0.5;
        double room = width - NAMES - (tall ? bar : 0);
        double column = columnWidth(room);
        boolean wide = column * columns() > room + 0.5;
        if (wide && !tall && wholeHeight() > height - bar + 0.5) {
            tall = true;
            room = width - NAMES - bar;
        }
        double view = height - headHeight() - (wide ? bar : 0);
        adjust(down, tall, tops[tops.length - 1], view);
        adjust(across, wide, column * columns(), room);
        corner.resizeRelocate(0, 0, NAMES, headHeight());
        heads.resizeRelocate(NAMES, 0, room, headHeight());
        rows.names().resizeRelocate(0, headHeight(), NAMES, view);
        rows.body().resizeRelocate(NAMES, headHeight(), room, view);
        rows.groups().resizeRelocate(0, headHeight(), NAMES + room, view);
        down.resizeRelocate(width - bar, headHeight(), bar, view);
        across.resizeRelocate(NAMES, height - bar, room, bar);
        for (int i = 0; i < headNodes.size(); i++)
            headNodes.get(i).resizeRelocate(Math.round(i * column - across.getValue()), 0, column, headHeight());
        fill(column, view);
        cursor.paint();
    }

    private static void adjust(ScrollBar bar, boolean needed, double whole, double view) {
        bar.setVisible(needed);
        bar.setMax(needed ? Math.max(0, whole - view) : 0);
        bar.setVisibleAmount(needed ? bar.getMax() * view / whole : 0);
        bar.setBlockIncrement(Math.max(1, view - WITH_NOTE));
        bar.setUnitIncrement(NOTCH);
        if (bar.getValue() > bar.getMax()) bar.setValue(bar.getMax());
    }

    /** Gives the rows in view their nodes. */
    private void fill(double column, double view) {
        Shown now = shown;
        if (now == null) return;
        int first = rowAt(down.getValue());
        int last = Math.min(now.rows().size() - 1, rowAt(down.getValue() + Math.max(0, view)));
        rows.retire(first, last);
        for (int row = first; row <= last; row++) {
            double y = Math.round(tops[row] - down.getValue());
            double height = tops[row + 1] - tops[row];
            rows.place(now, row, new GridRows.Spot(y, height, column, across.getValue()));
        }
    }

    private int rowAt(double y) {
        int low = 0;
        int high = tops.length - 2;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (tops[middle] <= y) low = middle;
            else high = middle - 1;
        }
        return Math.max(0, low);
    }

    // ---- for dragging a head ----

    double bodyWidth() {
        return rows.body().getWidth();
    }

    void scrollAcross(double by) {
        set(across, across.getValue() + by);
    }

    int columnOf(Column column) {
        return shown == null ? -1 : shown.columns().indexOf(column);
    }

    /** Before which column something would stand. @param into from the left edge of the columns in view */
    int gapAt(double into) {
        return (int) Math.clamp(Math.round((into + across.getValue()) / columnWidth(bodyWidth())), 0, columns());
    }

    double gapX(int gap) {
        return NAMES + Math.clamp(gap * columnWidth(bodyWidth()) - across.getValue(), 0, bodyWidth());
    }

    // ---- for the cursor ----

    /** Paints the cell that the keys are at; the others lose the paint. */
    Optional<Node> paint(int row, int column, boolean on) {
        for (int i = 0; i < headNodes.size(); i++)
            headNodes.get(i).setCurrent(on && row == GridCursor.HEAD && column == i);
        rows.paint(row, column, on);
        return node(row, column);
    }

    Optional<Node> node(int row, int column) {
        if (row != GridCursor.HEAD) return rows.node(row, column);
        return column >= 0 && column < headNodes.size() ? Optional.of(headNodes.get(column)) : Optional.empty();
    }

    /** Scrolls as little as it takes to see a cell. */
    void reveal(int row, int column) {
        double view = rows.body().getHeight();
        if (row >= 0 && row < tops.length - 1 && view > 0) {
            if (tops[row] < down.getValue()) set(down, tops[row]);
            else if (tops[row + 1] > down.getValue() + view) set(down, tops[row + 1] - view);
        }
        double room = rows.body().getWidth();
        double width = columnWidth(room);
        if (column >= 0 && room > 0) {
            if (column * width < across.getValue()) set(across, column * width);
            else if ((column + 1) * width > across.getValue() + room) set(across, (column + 1) * width - room);
        }
        layout();
    }

    /** How many rows a page has. */
    int page() {
        return (int) Math.max(1, rows.body().getHeight() / rowHeight() - 1);
    }

    GridCursor cursor() {
        return cursor;
    }

    /** The scroll bars, for tests of how it scrolls. */
    ScrollBar vertical() {
        return down;
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case FOCUS_ITEM -> cursor.node().orElse(null);
            case ROW_COUNT -> shown == null ? 0 : shown.rows().size();
            case COLUMN_COUNT -> columns();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
