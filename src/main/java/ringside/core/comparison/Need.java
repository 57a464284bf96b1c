package ringside.core.comparison;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import ringside.core.feature.Era;
import ringside.core.feature.Needs;

/**
 * What a person wants to know: the question that a comparison answers.
 *
 * @param purpose the id of the {@link Purpose} it began with; empty for one's own weights
 * @param features must-haves and nice-to-haves, and the time that is asked about
 * @param difference that is cared about, a share: 0.03 for three percent
 * @param sets names of the result sets that count; empty for all
 * @param reference label of the configuration that all others are held against; empty for each set's host, or else its
 *     first configuration
 */
public record Need(
        String purpose,
        Weights weights,
        Needs features,
        double difference,
        SortedSet<String> sets,
        Optional<String> reference) {
    public static final double USUAL_DIFFERENCE = 0.03;

    /** What is compared where nobody says what for. */
    public static final Need DEFAULT = of(Purpose.BALANCED);

    public Need {
        if (!(difference > 0 && difference < 1))
            throw new IllegalArgumentException("a difference between 0 and 100 %, not " + difference);
        sets = Collections.unmodifiableSortedSet(new TreeSet<>(sets));
    }

    public static Need of(Purpose purpose) {
        return new Need(
                purpose.word(),
                purpose.weights(),
                needs(purpose.must(), purpose.nice(), Era.NOW),
                USUAL_DIFFERENCE,
                new TreeSet<>(),
                Optional.empty());
    }

    static Needs needs(List<String> must, List<String> nice, Era era) {
        return new Needs(new LinkedHashSet<>(must), new LinkedHashSet<>(nice), era);
    }

    /** For people: the purpose's title, or that the weights are one's own. */
    public String title() {
        return isOwn()
                ? "Your own weights"
                : Purpose.of(purpose).map(Purpose::title).orElseThrow();
    }

    /** Whether the weights are still those of the purpose. */
    public boolean isOwn() {
        return Purpose.of(purpose)
                .filter(known -> known.weights().equals(weights))
                .isEmpty();
    }

    public Need withWeights(Weights other) {
        return new Need(purpose, other, features, difference, sets, reference);
    }

    public Need withFeatures(Needs other) {
        return new Need(purpose, weights, other, difference, sets, reference);
    }

    public Need withDifference(double other) {
        return new Need(purpose, weights, features, other, sets, reference);
    }

    public Need withSets(SortedSet<String> other) {
        return new Need(purpose, weights, features, difference, other, reference);
    }

    public Need withReference(Optional<String> other) {
        return new Need(purpose, weights, features, difference, sets, other);
    }
}
