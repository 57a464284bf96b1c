package ringside.ui.feature;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import ringside.core.feature.Feature;

/** The nodes of the rows in view; those of rows that have left it are used again. */
final class GridRows {
    private final GridLayer names = new GridLayer();
    private final GridLayer body = new GridLayer();
    private final GridLayer groups = new GridLayer(); // over both, as a heading spans them
    private final GridCursor cursor;
    private final MatrixGrid.Ways ways;
    private final Map<Integer, Line> live = new HashMap<>();
    private final Deque<Line> spare = new ArrayDeque<>();
    private final Map<Integer, GroupNode> liveGroups = new HashMap<>();
    private final Deque<GroupNode> spareGroups = new ArrayDeque<>();

    /** Where a row is. @param column width of each; @param shift how far the columns have been scrolled to the left */
    record Spot(double y, double height, double column, double shift) {}

    /** The nodes of one feature. */
    private final class Line {
        private int row;
        private String feature = "";
        private final NameNode name = new NameNode(() -> ways.mark(feature), () -> cursor.press(row, GridCursor.NAME));
        private final List<CellNode> cells = new ArrayList<>();

        Line(int columns) {
            for (int i = 0; i < columns; i++) {
                int at = i;
                var cell = new CellNode();
                cell.setOnMouseClicked(click -> cursor.press(row, at));
                cells.add(cell);
            }
            names.getChildren().add(name);
            body.getChildren().addAll(cells);
        }

        void fill(Shown now, int at, Feature of) {
            row = at;
            feature = of.id();
            name.show(of, now.choices().marks().of(feature));
            for (int i = 0; i < cells.size(); i++)
                cells.get(i)
                        .show(now.text(of, now.columns().get(i)), now.choices().notes());
            setVisible(true);
        }

        void setVisible(boolean visible) {
            name.setVisible(visible);
            cells.forEach(cell -> cell.setVisible(visible));
        }
    }

    GridRows(GridCursor cursor, MatrixGrid.Ways ways) {
        this.cursor = cursor;
        this.ways = ways;
        names.getStyleClass().add("names");
        body.getStyleClass().add("body");
        groups.setPickOnBounds(false);
    }

    Pane names() {
        return names;
    }

    Pane body() {
        return body;
    }

    Pane groups() {
        return groups;
    }

    /** Forgets all nodes: another number of columns needs others. */
    void drop() {
        for (GridLayer layer : List.of(names, body, groups)) layer.getChildren().clear();
        live.clear();
        spare.clear();
        liveGroups.clear();
        spareGroups.clear();
    }

    /** Takes the nodes of all rows but these. */
    void retire(int first, int last) {
        live.entrySet().removeIf(entry -> {
            if (entry.getKey() >= first && entry.getKey() <= last) return false;
            entry.getValue().setVisible(false);
            spare.push(entry.getValue());
            return true;
        });
        liveGroups.entrySet().removeIf(entry -> {
            if (entry.getKey() >= first && entry.getKey() <= last) return false;
            entry.getValue().setVisible(false);
            spareGroups.push(entry.getValue());
            return true;
        });
    }

    void place(Shown now, int row, Spot spot) {
        switch (now.rows().get(row)) {
            case Row.Group group -> placeGroup(row, group, spot);
            case Row.Line(Feature feature) -> placeLine(now, row, feature, spot);
        }
    }

    private void placeGroup(int row, Row.Group group, Spot spot) {
        GroupNode node = liveGroups.get(row);
        if (node == null) {
            node = spareGroups.isEmpty() ? newGroup() : spareGroups.pop();
            node.show(group);
            node.setVisible(true);
            node.setOnMouseClicked(click -> ways.fold(group.title()));
            liveGroups.put(row, node);
        }
        node.resizeRelocate(0, spot.y(), groups.getWidth(), spot.height());
    }

    private GroupNode newGroup() {
        var node = new GroupNode();
        groups.getChildren().add(node);
        return node;
    }

    private void placeLine(Shown now, int row, Feature feature, Spot spot) {
        Line line = live.get(row);
        if (line == null) {
            line = spare.isEmpty() ? new Line(now.columns().size()) : spare.pop();
            line.fill(now, row, feature);
            live.put(row, line);
        }
        line.name.resizeRelocate(0, spot.y(), MatrixGrid.NAMES, spot.height());
        for (int i = 0; i < line.cells.size(); i++)
            line.cells
                    .get(i)
                    .resizeRelocate(
                            Math.round(i * spot.column() - spot.shift()), spot.y(), spot.column(), spot.height());
    }

    void paint(int row, int column, boolean on) {
        liveGroups.forEach((at, node) -> node.setCurrent(on && at == row));
        live.forEach((at, line) -> {
            line.name.setCurrent(on && at == row && column == GridCursor.NAME);
            for (int i = 0; i < line.cells.size(); i++) line.cells.get(i).setCurrent(on && at == row && column == i);
        });
    }

    Optional<Node> node(int row, int column) {
        if (liveGroups.get(row) instanceof GroupNode group) return Optional.of(group);
        Line line = live.get(row);
        if (line == null || column >= line.cells.size()) return Optional.empty();
        return Optional.of(column == GridCursor.NAME ? line.name : line.cells.get(column));
    }
}
