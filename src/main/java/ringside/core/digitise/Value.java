package ringside.core.digitise;

/**
 * What a point of a series says.
 *
 * @param series index into the figure's
 * @param mark index into the series' marks
 * @param x the category, or the value along the x axis with the digits it is sure of
 */
public record Value(int series, int mark, String x, Uncertain y) {
    static Value of(Digitisation figure, int series, int index) {
        Mark mark = figure.series().get(series).marks().get(index);
        return switch (mark) {
            case Mark.Printed printed -> new Value(series, index, printed.x(), printed.uncertain());
            case Mark.Seen seen -> new Value(series, index, x(figure, seen), y(figure.calibration(), seen));
        };
    }

    private static Uncertain y(Calibration axes, Mark.Seen seen) {
        return seen.base()
                .map(base -> axes.between(base, seen.place(), seen.blur()))
                .orElseGet(() -> axes.y(seen.place(), seen.blur()));
    }

    private static String x(Digitisation figure, Mark.Seen seen) {
        if (!seen.x().isEmpty()) return seen.x();
        Calibration calibration = figure.calibration();
        return calibration.x().scale() instanceof Scale.Categories categories
                ? categories.nearest(calibration.shares(seen.place()).x())
                : calibration.x(seen.place(), seen.blur()).text();
    }
}
