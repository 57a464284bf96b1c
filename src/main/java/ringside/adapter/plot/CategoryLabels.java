package ringside.adapter.plot;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import ringside.adapter.plot.Lettering.Side;

/**
 * The names under a category axis: wrapped where they fit their place, else slanted, and where there are too
 * many, every second or third of them.
 *
 * @param size of the letters
 * @param turned whether they are slanted
 * @param every 1 for each name, 2 for every second one …
 * @param height room that they take below the axis
 * @param overhang how much further left the axis should begin, so that the first ones need not be cut
 */
record CategoryLabels(
        List<List<String>> names, double size, boolean turned, int every, double height, double overhang) {
    private static final double SLANT = Math.toRadians(38);

    /** @param room the width of one category @param before the width left of the first category's middle */
    static CategoryLabels fitting(
            List<String> names, Lettering type, double size, double room, double before, double highest) {
        double gap = size * 0.5;
        for (double smaller : new double[] {1, 0.92, 0.85}) {
            double wordRoom = room - gap;
            double small = size * smaller;
            int lines = (int) Math.max(1, Math.min(4, highest / Lettering.leading(small)));
            boolean fits = names.stream().allMatch(name -> type.longestWord(name, small) <= wordRoom)
                    && names.stream()
                            .allMatch(name ->
                                    type.wrap(name, small, wordRoom, lines + 1).size() <= lines);
            if (fits) return level(names, type, small, wordRoom, lines);
        }
        return slanted(names, type, size * 0.92, room, before, highest);
    }

    /** One line for a thumbnail: names that fit, or none at all. */
    static CategoryLabels small(List<String> names, Lettering type, double size, double room) {
        if (names.stream().allMatch(name -> type.width(name, size) <= room - size * 0.4))
            return level(names, type, size, room, 1);
        return new CategoryLabels(names.stream().map(_ -> List.<String>of()).toList(), size, false, 1, 0, 0);
    }

    private static CategoryLabels level(List<String> names, Lettering type, double size, double room, int lines) {
        var wrapped =
                names.stream().map(name -> type.wrap(name, size, room, lines)).toList();
        int most = wrapped.stream().mapToInt(List::size).max().orElse(1);
        return new CategoryLabels(wrapped, size, false, 1, most * Lettering.leading(size), 0);
    }

    private static CategoryLabels slanted(
            List<String> names, Lettering type, double size, double room, double before, double highest) {
        int every = (int) Math.max(1, Math.ceil(Lettering.leading(size) / Math.sin(SLANT) / room * 0.8));
        double longest = (highest - size * 0.5) / Math.sin(SLANT);
        var cut = new ArrayList<List<String>>();
        double height = 0;
        double overhang = 0;
        for (int i = 0; i < names.size(); i++) {
            double reach = (before + i * room) / Math.cos(SLANT) - size * 0.5;
            String name = type.fitMiddle(names.get(i), size, Math.max(size * 3, Math.min(longest, reach)));
            double wanted = Math.min(longest, type.width(names.get(i), size));
            if (i % every == 0) overhang = Math.max(overhang, (wanted - reach) * Math.cos(SLANT));
            cut.add(List.of(name));
            if (i % every == 0) height = Math.max(height, type.width(name, size) * Math.sin(SLANT) + size);
        }
        return new CategoryLabels(cut, size, true, every, height, overhang);
    }

    void draw(Graphics2D g, Lettering type, Skin skin, int index, double x, double top) {
        if (index % every != 0) return;
        List<String> lines = names.get(index);
        if (!turned) {
            double baseline = top + size * 0.95;
            for (String line : lines) {
                type.draw(g, line, size, skin.muted(), x, baseline, Side.CENTRE);
                baseline += Lettering.leading(size);
            }
            return;
        }
        AffineTransform upright = g.getTransform();
        g.translate(x + size * 0.25, top + size * 0.7);
        g.rotate(-SLANT);
        for (String line : lines) type.draw(g, line, size, skin.muted(), 0, 0, Side.RIGHT);
        g.setTransform(upright);
    }
}
