package ringside.core.result;

/**
 * One value of one metric at one point of a sweep.
 *
 * @param repetition counts from 1 within the same configuration, metric and parameters
 * @param line the line of the raw output that printed it, from 1; 0 where no line is known
 */
public record Sample(Metric metric, Parameters parameters, int repetition, Value value, int line) {
    public Sample {
        if (repetition < 1) throw new IllegalArgumentException("repetitions count from 1, not " + repetition);
        if (line < 0) throw new IllegalArgumentException("lines count from 1, or 0 for unknown, not " + line);
    }

    /** A residual check that failed: the number is kept and shown, and never counts as a score. */
    public boolean counts() {
        return value instanceof Value.Measured && passes(parameters);
    }

    /** Whether the tool's own check of the result, where it has one, did not fail. */
    public static boolean passes(Parameters parameters) {
        return !"false".equals(parameters.get("passed"));
    }

    public Sample repeated(int number) {
        return new Sample(metric, parameters, number, value, line);
    }
}
