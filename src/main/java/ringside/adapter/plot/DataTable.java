package ringside.adapter.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import ringside.adapter.plot.Lettering.Side;
import ringside.core.figure.Plot;
import ringside.core.figure.Renderer.Spot;
import ringside.core.figure.Renderer.Zoom;

/** The numbers themselves, a row for each category and a column for each series, or the other way round. */
final class DataTable {
    private final Plot plot;
    private final Setting setting;
    private final Lettering type;
    private final Skin skin;
    private final boolean chrome;
    private final Rectangle2D panel;

    DataTable(Plot plot, Setting setting, boolean chrome, Rectangle2D panel) {
        this.plot = plot;
        this.setting = setting;
        this.type = setting.type();
        this.skin = setting.skin();
        this.chrome = chrome;
        this.panel = panel;
    }

    Drawn draw(Graphics2D g) {
        Grid grid = Grid.of(plot);
        if (grid.isEmpty()) {
            drawFrame(g);
            Silence.draw(g, setting, panel, chrome, "No samples in the store yet", plot.missing());
            return new Drawn(panel, new Zoom(0, 1, 0, 1), List.of());
        }
        double note = chrome ? Lettering.leading(setting.size() * 0.9) : 0;
        Sizing sizing = sizing(grid, panel.getHeight() - note);
        var spots = new ArrayList<Spot>();
        drawHeadings(g, sizing);
        double bottom = drawRows(g, sizing, spots);
        if (chrome) drawNote(g, sizing, bottom + note * 0.95);
        var area = new Rectangle2D.Double(panel.getMinX(), panel.getMinY(), sizing.width(), bottom - panel.getMinY());
        Zoom shown = new Zoom(0, sizing.columns(), 0, sizing.rows());
        return new Drawn(area, shown, List.copyOf(spots));
    }

    private void drawFrame(Graphics2D g) {
        g.setPaint(skin.grid());
        g.setStroke(new BasicStroke((float) setting.unit()));
        g.draw(panel);
    }

    /**
     * A way to draw the grid: letters, columns and how much of it fits.
     *
     * @param detailed whether each cell has a second line with its spread
     */
    private record Sizing(
            Grid grid,
            double size,
            boolean detailed,
            List<List<String>> headings,
            double headingHeight,
            double first,
            double column,
            int columns,
            int rows) {
        double row() {
            return size * (detailed ? 2.75 : 1.75);
        }

        double width() {
            return first + columns * column;
        }

        boolean whole() {
            return columns == grid.columns().size() && rows == grid.rows().size();
        }

        /** Cells that can be read, small letters counting less. */
        double worth(double ordinary) {
            double share = (double) columns
                    * rows
                    / (grid.columns().size() * grid.rows().size());
            return share * 10 + Math.min(1, size / ordinary) + (detailed ? 0.05 : 0);
        }
    }

    private Sizing sizing(Grid grid, double height) {
        double ordinary = setting.size();
        double least = chrome ? Math.max(7, ordinary * 0.6) : Math.max(5, ordinary * 0.7);
        Sizing best = null;
        for (Grid way : List.of(grid, grid.turned()))
            for (boolean detailed :
                    chrome && plot.view().spread() ? new boolean[] {true, false} : new boolean[] {false})
                for (double size = ordinary; size >= least - 1e-9; size -= Math.max(0.25, (ordinary - least) / 8)) {
                    Sizing tried = tried(way, size, detailed, height);
                    if (best == null || tried.worth(ordinary) > best.worth(ordinary) + 0.12) best = tried;
                    if (tried.whole()) break;
                }
        if (best == null) throw new IllegalStateException("at least one size was tried");
        return best;
    }

    private Sizing tried(Grid grid, double size, boolean detailed, double height) {
        double width = panel.getWidth();
        double gap = size * 1.5;
        double first = Math.min(width * 0.4, type.widest(grid.rows(), size) + gap);
        first = Math.max(first, Math.min(width * 0.3, type.width(grid.corner(), size * 0.9) + gap));
        double cell = 0;
        for (Grid.Cell value : grid.all()) {
            cell = Math.max(cell, type.width(value.text(), size));
            if (detailed) cell = Math.max(cell, type.width(value.detail(), size * 0.78));
        }
        double word = 0;
        for (String heading : grid.columns())
            word = Math.max(word, Math.min(type.longestWord(heading, size), size * 9));
        double column = Math.max(cell, word) + gap;
        int columns = (int) Math.clamp(
                Math.floor((width - first) / column), 1, grid.columns().size());
        double even = (width - first) / columns;
        if (columns == grid.columns().size()) column = Math.max(column, Math.min(even, column * 1.7));
        else column = even;
        double room = column - gap;
        var headings = grid.columns().subList(0, columns).stream()
                .map(heading -> type.wrap(heading, size, room, 3))
                .toList();
        int lines = headings.stream().mapToInt(List::size).max().orElse(1);
        double above = grid.across().isEmpty() ? 0 : Lettering.leading(size);
        double headingHeight = above + lines * Lettering.leading(size) + size * 0.9;
        double row = size * (detailed ? 2.75 : 1.75);
        int rows = (int) Math.clamp(
                Math.floor((height - headingHeight) / row), 0, grid.rows().size());
        if (rows < grid.rows().size()) rows = Math.max(0, rows - 1); // the last line counts the rest
        return new Sizing(grid, size, detailed, headings, headingHeight, first, column, columns, rows);
    }

    private void drawHeadings(Graphics2D g, Sizing sizing) {
        double size = sizing.size();
        double bottom = panel.getMinY() + sizing.headingHeight();
        double last = bottom - size * 0.75;
        String corner = type.fit(sizing.grid().corner(), size * 0.9, sizing.first() - size);
        type.draw(g, corner, size * 0.9, skin.muted(), panel.getMinX() + size * 0.3, last, Side.LEFT);
        double end = right(sizing, sizing.columns() - 1);
        String across = type.fit(sizing.grid().across(), size * 0.9, sizing.width() - sizing.first());
        type.draw(g, across, size * 0.9, skin.muted(), end, panel.getMinY() + size * 0.9, Side.RIGHT);
        for (int c = 0; c < sizing.columns(); c++) {
            List<String> lines = sizing.headings().get(c);
            double right = right(sizing, c);
            double y = last - (lines.size() - 1) * Lettering.leading(size);
            for (String line : lines) {
                type.draw(g, line, size, skin.text(), right, y, Side.RIGHT);
                y += Lettering.leading(size);
            }
        }
        g.setPaint(skin.faint());
        g.setStroke(new BasicStroke((float) (1.2 * setting.unit())));
        g.draw(new Line2D.Double(panel.getMinX(), bottom, panel.getMinX() + sizing.width(), bottom));
    }

    private double right(Sizing sizing, int column) {
        return panel.getMinX() + sizing.first() + (column + 1) * sizing.column() - sizing.size() * 0.5;
    }

    /** @return where the last line of the table ends */
    private double drawRows(Graphics2D g, Sizing sizing, List<Spot> spots) {
        double size = sizing.size();
        Grid grid = sizing.grid();
        double top = panel.getMinY() + sizing.headingHeight();
        for (int r = 0; r < sizing.rows(); r++, top += sizing.row()) {
            double baseline = top + size * 1.22;
            String name = type.fitMiddle(grid.rows().get(r), size, sizing.first() - size);
            type.draw(g, name, size, skin.text(), panel.getMinX() + size * 0.3, baseline, Side.LEFT);
            for (int c = 0; c < sizing.columns(); c++) {
                Grid.Cell cell = grid.cell(r, c);
                double right = right(sizing, c);
                var colour = cell.failed() ? skin.attention() : cell.absent() ? skin.faint() : skin.text();
                type.draw(g, cell.text(), size, colour, right, baseline, Side.RIGHT);
                if (sizing.detailed())
                    type.draw(g, cell.detail(), size * 0.78, skin.muted(), right, baseline + size * 1.02, Side.RIGHT);
                if (!cell.absent())
                    spots.add(new Spot(right - size, baseline - size * 0.35, cell.series(), cell.point()));
            }
            g.setPaint(skin.grid());
            g.setStroke(new BasicStroke((float) setting.unit()));
            double line = top + sizing.row();
            g.draw(new Line2D.Double(panel.getMinX(), line, panel.getMinX() + sizing.width(), line));
        }
        String rest = rest(sizing);
        if (rest.isEmpty()) return top;
        type.draw(g, rest, size, skin.attention(), panel.getMinX() + size * 0.3, top + size * 1.22, Side.LEFT);
        return top + size * 1.75;
    }

    private static String rest(Sizing sizing) {
        int rows = sizing.grid().rows().size() - sizing.rows();
        int columns = sizing.grid().columns().size() - sizing.columns();
        if (rows > 0 && columns > 0) return "… and " + counted(rows, "row") + " and " + counted(columns, "column");
        return rows > 0 ? "… and " + counted(rows, "row") : columns > 0 ? "… and " + counted(columns, "column") : "";
    }

    private static String counted(int count, String what) {
        return count + " more " + what + (count == 1 ? "" : "s");
    }

    private void drawNote(Graphics2D g, Sizing sizing, double baseline) {
        double small = setting.size() * 0.84;
        String note = type.fit(sizing.grid().note(sizing.detailed()), small, panel.getWidth());
        type.draw(g, note, small, skin.muted(), panel.getMinX(), Math.min(baseline, panel.getMaxY()), Side.LEFT);
    }
}
