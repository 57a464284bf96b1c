package ringside.adapter.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ringside.adapter.plot.Lettering.Side;
import ringside.core.figure.Axis;
import ringside.core.figure.Figure;
import ringside.core.figure.Plot;
import ringside.core.figure.Renderer.Spot;
import ringside.core.figure.Renderer.Zoom;

/** Bars, dots or lines between two axes: finds room for the axes' numbers and draws them around the data. */
final class Chart {
    private final Plot plot;
    private final Setting setting;
    private final Lettering type;
    private final Skin skin;
    private final double size;
    private final boolean chrome;
    private final boolean empty;
    private final Rectangle2D panel;
    private Extents extents;

    Chart(Plot plot, Setting setting, boolean chrome, @Nullable Zoom zoom, Rectangle2D panel) {
        this.plot = plot;
        this.setting = setting;
        this.type = setting.type();
        this.skin = setting.skin();
        this.size = setting.size() * (chrome ? 0.92 : 1);
        this.chrome = chrome;
        this.empty = plot.isEmpty();
        this.panel = panel;
        this.extents = Extents.of(plot, zoom);
        if (chrome && zoom == null && DataLayer.bars(plot))
            extents = extents.withHeadroom(size * 1.5 / panel.getHeight());
    }

    /** The numbers and names of both axes, and the area that they leave. */
    private record Frame(Rectangle2D area, Ticks up, Ticks across, List<Integer> visible, CategoryLabels labels) {}

    Drawn draw(Graphics2D g) {
        Frame frame = frame();
        Rectangle2D area = frame.area();
        var places = new Places(extents, area);
        var layer = new DataLayer(plot, setting, places, panel.getWidth());
        layer.draw(g, gridX(frame), frame.up().major());
        drawLeft(g, frame, places);
        drawBottom(g, frame, places);
        List<Spot> spots = layer.spots();
        layer.drawAbsent(g);
        if (chrome) layer.drawValues(g, size * 0.92);
        if (empty) drawNothingThere(g, area);
        return new Drawn(area, extents.shown(), spots);
    }

    private Frame frame() {
        double gap = size * 0.65;
        double right = panel.getMaxX() - size * (chrome ? 1.2 : 0.8);
        double top = panel.getMinY() + size * 0.45;
        double bottomText = chrome && !plot.x().label().isEmpty() ? Lettering.leading(size) * 1.1 : 0;
        double height = panel.getMaxY() - top - bottomText - Lettering.leading(size) - gap;
        Ticks up = up(height);
        List<Integer> visible = visible();
        Frame frame = null;
        for (int pass = 0; pass < 2; pass++) { // the second pass knows how high the names below are
            double left = panel.getMinX() + gap + type.widest(labelsOf(up), size);
            double width = Math.max(20, right - left);
            CategoryLabels labels = labels(visible, left, width);
            if (labels.overhang() > 0) {
                double shift = Math.min(labels.overhang() + 1, panel.getWidth() * 0.1);
                left += shift;
                width = Math.max(20, width - shift);
                labels = labels(visible, left, width);
            }
            Ticks across = across(width);
            double below = gap + labels.height() + bottomText;
            if (!category() && !across.major().isEmpty()) below += Lettering.leading(size);
            double bottom = Math.max(top + 20, panel.getMaxY() - below);
            var area = new Rectangle2D.Double(
                    Math.ceil(left), Math.ceil(top), Math.floor(width), Math.floor(bottom - top));
            up = up(area.height);
            frame = new Frame(area, up, across, visible, labels);
        }
        if (frame == null) throw new IllegalStateException("two passes ran");
        return frame;
    }

    private boolean category() {
        return plot.x().scale() == Axis.Scale.CATEGORY;
    }

    private static List<String> labelsOf(Ticks ticks) {
        return ticks.major().stream().map(Ticks.Tick::label).toList();
    }

    private Ticks up(double height) {
        if (empty) return new Ticks(List.of(), List.of());
        double perPlace = height / (extents.high() - extents.low());
        double apart = size * (chrome ? 2 : 2.6);
        return Ticks.choose(extents.y(), extents.low(), extents.high(), 0, ticks -> {
            for (int i = 1; i < ticks.size(); i++)
                if ((ticks.get(i).place() - ticks.get(i - 1).place()) * perPlace < apart) return false;
            return ticks.size() <= (chrome ? 10 : 5);
        });
    }

    private Ticks across(double width) {
        if (category() || empty) return new Ticks(List.of(), List.of());
        double perPlace = width / (extents.right() - extents.left());
        double factor = SizeUnit.bytesOn(plot.x());
        return Ticks.choose(extents.x(), extents.left(), extents.right(), factor, ticks -> {
            for (int i = 1; i < ticks.size(); i++) {
                double distance = (ticks.get(i).place() - ticks.get(i - 1).place()) * perPlace;
                double text = (type.width(ticks.get(i).label(), size)
                                + type.width(ticks.get(i - 1).label(), size))
                        / 2;
                if (distance < text + size * (chrome ? 0.9 : 1.2)) return false;
            }
            return true;
        });
    }

    private List<Integer> visible() {
        if (!category()) return List.of();
        int first = (int) Math.max(0, Math.ceil(extents.left() - 0.25));
        int last = (int) Math.min(plot.categories().size() - 1, Math.floor(extents.right() + 0.25));
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    private CategoryLabels labels(List<Integer> visible, double left, double width) {
        if (visible.isEmpty()) return new CategoryLabels(List.of(), size, false, 1, 0, 0);
        double room = width / (extents.right() - extents.left());
        double before = left - panel.getMinX() + (visible.getFirst() - extents.left()) * room;
        double highest = chrome
                ? Math.max(Lettering.leading(size), panel.getHeight() * 0.36)
                : Lettering.leading(size) * (panel.getHeight() > size * 14 ? 2 : 1);
        var names = visible.stream().map(plot.categories()::get).toList();
        return chrome
                ? CategoryLabels.fitting(names, type, size, room, before, highest)
                : CategoryLabels.small(names, type, size, room);
    }

    /** Where vertical grid lines stand: at the numbers, or between groups of bars. */
    private List<Ticks.Tick> gridX(Frame frame) {
        if (!category()) return frame.across().major();
        if (plot.figure().kind() != Figure.Kind.BARS || plot.series().size() < 2) return List.of();
        var between = new ArrayList<Ticks.Tick>();
        for (int i = 1; i < plot.categories().size(); i++) between.add(new Ticks.Tick(i - 0.5, ""));
        return between;
    }

    private void drawLeft(Graphics2D g, Frame frame, Places places) {
        Rectangle2D area = frame.area();
        g.setStroke(new BasicStroke((float) setting.unit()));
        g.setPaint(skin.faint());
        g.draw(new Line2D.Double(area.getMinX(), area.getMinY(), area.getMinX(), area.getMaxY()));
        for (double minor : frame.up().minor())
            g.draw(new Line2D.Double(area.getMinX() - size * 0.22, places.y(minor), area.getMinX(), places.y(minor)));
        for (Ticks.Tick tick : frame.up().major()) {
            double y = places.y(tick.place());
            double baseline = y + Lettering.digitHeight(size) / 2;
            type.draw(g, tick.label(), size, skin.muted(), area.getMinX() - size * 0.55, baseline, Side.RIGHT);
        }
    }

    private void drawBottom(Graphics2D g, Frame frame, Places places) {
        Rectangle2D area = frame.area();
        g.setStroke(new BasicStroke((float) setting.unit()));
        g.setPaint(skin.faint());
        g.draw(new Line2D.Double(area.getMinX(), area.getMaxY(), area.getMaxX(), area.getMaxY()));
        if (extents.low() < 0 && extents.y() instanceof Scale.Linear && extents.high() > 0)
            g.draw(new Line2D.Double(area.getMinX(), places.y(0), area.getMaxX(), places.y(0)));
        double top = area.getMaxY() + size * 0.35;
        double baseline = top + size * 0.95;
        for (Ticks.Tick tick : frame.across().major()) {
            double half = type.width(tick.label(), size) / 2;
            double x = Math.clamp(places.x(tick.place()), panel.getMinX() + half, panel.getMaxX() - half);
            type.draw(g, tick.label(), size, skin.muted(), x, baseline, Side.CENTRE);
        }
        for (int i = 0; i < frame.visible().size(); i++)
            frame.labels().draw(g, type, skin, i, places.x(frame.visible().get(i)), top);
        if (!chrome) return;
        String caption =
                SizeUnit.bytesOn(plot.x()) > 0 ? plot.x().label() : plot.x().caption();
        String fitted = type.fit(caption, size, panel.getWidth());
        double half = type.width(fitted, size) / 2;
        double x = Math.clamp(
                area.getCenterX(), panel.getMinX() + half, Math.max(panel.getMinX() + half, panel.getMaxX() - half));
        type.draw(g, fitted, size, skin.text(), x, panel.getMaxY() - size * 0.3, Side.CENTRE);
    }

    private void drawNothingThere(Graphics2D g, Rectangle2D area) {
        List<String> failures = plot.series().stream()
                .flatMap(series -> series.points().stream())
                .map(Plot.Point::failed)
                .filter(reason -> !reason.isEmpty())
                .distinct()
                .toList();
        String first = failures.isEmpty() ? "No samples in the store yet" : "Every measurement of this figure failed";
        Silence.draw(g, setting, area, chrome, first, failures.isEmpty() ? plot.missing() : failures);
    }
}
