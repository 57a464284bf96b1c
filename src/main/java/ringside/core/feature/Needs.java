package ringside.core.feature;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * What a person wants of a platform.
 *
 * @param must ids of the features without which it is of no use
 * @param nice ids of the features that would be welcome
 * @param era which time is asked about
 */
public record Needs(SequencedSet<String> must, SequencedSet<String> nice, Era era) {
    public static final Needs NONE = new Needs(new LinkedHashSet<>(), new LinkedHashSet<>(), Era.NOW);

    /** A feature that must be there is not counted once more among the welcome ones. */
    public Needs {
        var all = new LinkedHashSet<>(must);
        var rest = new LinkedHashSet<>(nice);
        rest.removeAll(all);
        must = Collections.unmodifiableSequencedSet(all);
        nice = Collections.unmodifiableSequencedSet(rest);
    }

    public boolean isEmpty() {
        return must.isEmpty() && nice.isEmpty();
    }
}
