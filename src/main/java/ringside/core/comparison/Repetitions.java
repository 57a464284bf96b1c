package ringside.core.comparison;

import java.util.List;
import java.util.Optional;
import ringside.core.stats.Spread;

/**
 * What was measured of one configuration at one point of a sweep.
 *
 * @param values in the order in which they were measured; owned by this record, not to be changed
 * @param reported what a publication says of the spread of the one value it gives
 * @param failures why measurements gave nothing, each reason once
 * @param stolen the largest share of processor time that the machine under the measured one took away; NaN if not known
 */
public record Repetitions(double[] values, Optional<Reported> reported, List<String> failures, double stolen) {

    /**
     * The spread that stands beside a published value.
     *
     * @param n of how many runs; 0 where it is not said
     * @param deviation in the value's unit
     * @param kind over what, in the source's words
     */
    public record Reported(int n, double deviation, String kind) {
        /** How far requests of one run spread, or a drawn point was misread, says nothing of what another run would give. */
        boolean isOverRuns() {
            return !kind.contains("requests") && !kind.equals("reading");
        }
    }

    public Repetitions {
        failures = List.copyOf(failures);
    }

    public int n() {
        return values.length;
    }

    /** Whether only a mean of several is known. */
    boolean isSummary() {
        return values.length == 1
                && reported.filter(spread -> spread.isOverRuns() || spread.n > 1)
                        .isPresent();
    }

    /** Whether one value is there, and nothing says of how many runs. */
    boolean isUnsaid() {
        return values.length == 1 && reported.filter(spread -> spread.n > 0).isEmpty();
    }

    public double median() {
        return Spread.of(values).median();
    }

    /** How uncertain the centre is, as a share of it; NaN where nothing is known of that. */
    double noise() {
        if (values.length > 1) {
            Spread spread = Spread.of(values);
            return spread.relative() / Math.sqrt(values.length);
        }
        return reported.filter(Reported::isOverRuns)
                .map(spread -> spread.deviation / Math.abs(values[0]) / Math.sqrt(Math.max(1, spread.n)))
                .orElse(Double.NaN);
    }
}
