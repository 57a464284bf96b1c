package ringside.core.digitise;

import java.util.List;

/**
 * A straight line through some columns of a curve, asked what it has at another.
 *
 * @param slope pixels down per column
 * @param error how far off that is, as its standard error
 */
record Fit(double value, double slope, double error) {
    /** Neighbouring pixels are off together: so many of them count as one. */
    private static final double TOGETHER = 4;

    /** @param noise how far off the centre of one column is */
    static Fit of(List<Stretch> through, double column, double noise) {
        double n = through.size();
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (Stretch one : through) {
            double x = one.column() + 0.5 - column;
            sx += x;
            sy += one.centre();
            sxx += x * x;
            sxy += x * one.centre();
        }
        double spread = n * sxx - sx * sx;
        if (spread < 1e-9) return new Fit(sy / n, 0, noise);
        double error = noise * Math.sqrt(TOGETHER * sxx / spread);
        return new Fit((sy * sxx - sx * sxy) / spread, (n * sxy - sx * sy) / spread, error);
    }
}
