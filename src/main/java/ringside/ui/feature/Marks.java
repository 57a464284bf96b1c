package ringside.ui.feature;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Predicate;
import ringside.core.feature.Era;
import ringside.core.feature.Needs;
import ringside.ui.kit.Texts;

/** Which features a person marked, in the order in which it happened. */
record Marks(SequencedSet<String> must, SequencedSet<String> nice) {
    static final Marks NONE = new Marks(new LinkedHashSet<>(), new LinkedHashSet<>());

    enum Mark {
        NONE("", Texts.of("feature.marks.not-marked")),
        MUST("★", Texts.of("feature.marks.must-have")),
        NICE("☆", Texts.of("feature.marks.nice-to-have"));

        private final String sign;
        private final String title;

        Mark(String sign, String title) {
            this.sign = sign;
            this.title = title;
        }

        String sign() {
            return sign;
        }

        String title() {
            return title;
        }

        /** None, must, nice, and again. */
        Mark next() {
            return values()[(ordinal() + 1) % values().length];
        }
    }

    Mark of(String feature) {
        return must.contains(feature) ? Mark.MUST : nice.contains(feature) ? Mark.NICE : Mark.NONE;
    }

    Marks with(String feature, Mark mark) {
        var musts = new LinkedHashSet<>(must);
        var nices = new LinkedHashSet<>(nice);
        musts.remove(feature);
        nices.remove(feature);
        switch (mark) {
            case MUST -> musts.add(feature);
            case NICE -> nices.add(feature);
            case NONE -> {}
        }
        return new Marks(musts, nices);
    }

    /** Without those that are not there: a file of the user's may have gone. */
    Marks only(Predicate<String> known) {
        var musts = new LinkedHashSet<>(must);
        var nices = new LinkedHashSet<>(nice);
        musts.removeIf(known.negate());
        nices.removeIf(known.negate());
        return new Marks(musts, nices);
    }

    Set<String> all() {
        var all = new LinkedHashSet<>(must);
        all.addAll(nice);
        return all;
    }

    boolean isEmpty() {
        return must.isEmpty() && nice.isEmpty();
    }

    Needs needs(Era era) {
        return new Needs(must, nice, era);
    }
}
