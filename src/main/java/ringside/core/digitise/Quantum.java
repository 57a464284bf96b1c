package ringside.core.digitise;

import java.util.List;
import java.util.stream.DoubleStream;

/** The step in which a program wrote coordinates down: no path is more exact than that. */
final class Quantum {
    private static final double[] STEPS = {1, 0.5, 0.25, 0.2, 0.1, 0.05, 0.025, 0.02};

    /** PDFs are read in single precision. */
    private static final double LEAST = 2e-4;

    /** Programs that draw round before they write: to about a hundredth of a point. */
    private static final double USUAL = 0.01;

    private Quantum() {}

    static double of(List<Outline> outlines) {
        double[] all = outlines.stream()
                .flatMap(outline -> outline.corners().stream())
                .limit(2_000)
                .flatMapToDouble(place -> DoubleStream.of(place.x(), place.y()))
                .toArray();
        if (all.length < 8) return USUAL;
        for (double step : STEPS) {
            boolean fits = DoubleStream.of(all).allMatch(one -> Math.abs(Math.IEEEremainder(one, step)) < LEAST);
            if (fits) return Math.max(step, USUAL);
        }
        return USUAL;
    }
}
