package ringside.adapter.plot;

import java.util.ArrayList;
import java.util.List;
import ringside.core.figure.Figure;
import ringside.core.figure.Plot;

/** The lines at the foot of a figure: its caption, what to beware of, and what is not there. */
final class Foot {
    /** @param lead the word before the text, such as "Caution" @param warns whether that word warns */
    record Line(String lead, String text, boolean warns) {}

    private static final int SENTENCES = 3;

    private Foot() {}

    /** @param most so many lines; what does not fit is counted */
    static List<Line> lines(Plot plot, Lettering type, double size, double width, int most) {
        var lines = new ArrayList<Line>();
        paragraph(lines, "", plot.caption(), false, type, size, width, 3);
        var cautions = new ArrayList<>(plot.cautions());
        cautions.addAll(marks(plot));
        for (String caution : cautions) paragraph(lines, "Caution:", caution, true, type, size, width, 2);
        if (!plot.isEmpty()) paragraph(lines, "Missing:", missing(plot), false, type, size, width, 2);
        if (lines.size() <= most) return lines;
        int left = lines.size() - (most - 1);
        var shown = new ArrayList<>(lines.subList(0, most - 1));
        shown.add(new Line("", "… and " + left + (left == 1 ? " more line" : " more lines") + " of notes", false));
        return shown;
    }

    private static void paragraph(
            List<Line> to,
            String lead,
            String text,
            boolean warns,
            Lettering type,
            double size,
            double width,
            int most) {
        double indent = lead.isEmpty() ? 0 : type.width(lead, size) + size * 0.35;
        List<String> wrapped = type.wrap(text, size, width - indent, most);
        for (int i = 0; i < wrapped.size(); i++) to.add(new Line(i == 0 ? lead : "", wrapped.get(i), warns));
    }

    private static String missing(Plot plot) {
        List<String> all = plot.missing();
        String first = String.join(" ", all.subList(0, Math.min(SENTENCES, all.size())));
        return all.size() > SENTENCES ? first + " … and " + (all.size() - SENTENCES) + " more." : first;
    }

    /** What the signs at the axis' foot mean, if there are any. */
    private static List<String> marks(Plot plot) {
        if (plot.figure().kind() == Figure.Kind.TABLE) return List.of();
        var marks = new ArrayList<String>();
        var points = plot.series().stream()
                .flatMap(series -> series.points().stream())
                .toList();
        long failed = points.stream()
                .filter(point -> point.y().isEmpty() && !point.failed().isEmpty())
                .count();
        if (failed > 0) {
            String first = points.stream()
                    .filter(point -> point.y().isEmpty() && !point.failed().isEmpty())
                    .findFirst()
                    .map(Plot.Point::failed)
                    .orElse("");
            marks.add("× marks " + (failed == 1 ? "a measurement" : failed + " measurements") + " that failed: " + first
                    + (failed == 1 ? "." : ", …"));
        }
        long below = Extents.logarithmic(plot)
                ? points.stream()
                        .filter(point -> point.centre(plot.view()) <= 0)
                        .count()
                : 0;
        if (below > 0)
            marks.add(below + (below == 1 ? " value" : " values")
                    + " of zero or less cannot stand on a logarithmic axis; a ∨ at its foot marks each.");
        return marks;
    }
}
