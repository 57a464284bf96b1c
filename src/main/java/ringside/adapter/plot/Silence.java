package ringside.adapter.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import ringside.adapter.plot.Lettering.Side;

/** What stands in the middle of a figure that has nothing to show: that this is so, and what would change it. */
final class Silence {
    private static final int SENTENCES = 3;

    private Silence() {}

    static void draw(Graphics2D g, Setting setting, Rectangle2D area, boolean chrome, String first, List<String> why) {
        Lettering type = setting.type();
        double large = setting.size() * (chrome ? 1.25 : 1);
        double small = setting.size();
        double room = area.getWidth() * 0.86;
        List<String> headline = type.wrap(first, large, room, 2);
        var rest = new ArrayList<String>();
        if (chrome)
            for (String sentence : why.subList(0, Math.min(SENTENCES, why.size())))
                rest.addAll(type.wrap(sentence, small, Math.min(room, small * 48), 2));
        if (chrome && why.size() > SENTENCES) rest.add("… and " + (why.size() - SENTENCES) + " more");
        int fitting =
                (int) ((area.getHeight() - headline.size() * Lettering.leading(large)) / Lettering.leading(small));
        while (rest.size() > Math.max(0, fitting)) rest.removeLast();
        double height = headline.size() * Lettering.leading(large) + rest.size() * Lettering.leading(small);
        double y = area.getCenterY() - height / 2 + large;
        for (String line : headline) {
            type.draw(g, line, large, setting.skin().text(), area.getCenterX(), y, Side.CENTRE);
            y += Lettering.leading(large);
        }
        for (String line : rest) {
            type.draw(g, line, small, setting.skin().muted(), area.getCenterX(), y, Side.CENTRE);
            y += Lettering.leading(small);
        }
    }
}
