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
                    Texts.of("feature.nothing.you-have-not-marked"),
                    Texts.of("feature.nothing.mark-what-matters"),
                    Texts.of("feature.nothing.show-all-features"),
                    () -> model.choose(now -> now.withMarked(false)));
        if (!query.isEmpty())
            return new Nothing(
                    Texts.of("feature.nothing.no-feature-matches", query),
                    Texts.of("feature.nothing.search-looks-at-names"),
                    Texts.of("feature.nothing.clear-the-search"),
                    () -> model.queryProperty().set(""));
        if (chosen.differences())
            return new Nothing(
                    Texts.of("feature.nothing.these-platforms-do"),
                    Texts.of("feature.nothing.every-feature"),
                    Texts.of("feature.nothing.show-what-they-agree"),
                    () -> model.choose(now -> now.withDifferences(false)));
        return new Nothing(
                Texts.of("feature.nothing.nothing-is-left"),
                Texts.of("feature.nothing.what-was-chosen-above"),
                Texts.of("feature.nothing.show-everything"),
                () -> model.choose(now -> now.withMarked(false).withStudy(false).withPeriod(Period.NOW)));
    }
}
