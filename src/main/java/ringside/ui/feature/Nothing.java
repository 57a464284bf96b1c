package ringside.ui.feature;

import ringside.ui.kit.Texts;

/** Why the table has no rows, and what to do about it. */
record Nothing(String what, String next, String action, Runnable mend) {

    /** @param model whose choices left no row */
    static Nothing of(MatrixModel model) {
        Choices chosen = model.choicesProperty().get();
        String query = model.queryProperty().get().strip();
        if (chosen.marked() && chosen.marks().isEmpty())
            return new Nothing(
                    Texts.of("feature.nothing.not-marked"),
                    Texts.of("feature.nothing.not-marked-means"),
                    Texts.of("feature.nothing.not-marked-way"),
                    () -> model.choose(now -> now.withMarked(false)));
        if (!query.isEmpty())
            return new Nothing(
                    Texts.of("feature.nothing.no-match", query),
                    Texts.of("feature.nothing.no-match-means"),
                    Texts.of("feature.nothing.no-match-way"),
                    () -> model.queryProperty().set(""));
        if (chosen.differences())
            return new Nothing(
                    Texts.of("feature.nothing.no-difference"),
                    Texts.of("feature.nothing.no-difference-means"),
                    Texts.of("feature.nothing.no-difference-way"),
                    () -> model.choose(now -> now.withDifferences(false)));
        return new Nothing(
                Texts.of("feature.nothing.nothing"),
                Texts.of("feature.nothing.nothing-means"),
                Texts.of("feature.nothing.nothing-way"),
                () -> model.choose(now -> now.withMarked(false).withStudy(false).withPeriod(Period.NOW)));
    }
}
