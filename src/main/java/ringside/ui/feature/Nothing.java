package ringside.ui.feature;

/** Why the table has no rows, and what to do about it. */
record Nothing(String what, String next, String action, Runnable mend) {

    /** @param model whose choices left no row */
    static Nothing of(MatrixModel model) {
        Choices chosen = model.choicesProperty().get();
        String query = model.queryProperty().get().strip();
        if (chosen.marked() && chosen.marks().isEmpty())
            return new Nothing(
                    "You have not marked a feature yet",
                    "Mark what matters to you: the star before a feature's name, or Space. The columns then say which"
                            + " platform fits.",
                    "Show all features",
                    () -> model.choose(now -> now.withMarked(false)));
        if (!query.isEmpty())
            return new Nothing(
                    "No feature matches “" + query + "”",
                    "The search looks at names, descriptions, groups and the conditions in the cells of the columns"
                            + " shown, and all words have to occur.",
                    "Clear the search",
                    () -> model.queryProperty().set(""));
        if (chosen.differences())
            return new Nothing(
                    "These platforms do not differ here",
                    "Every feature that is left says the same of all columns shown.",
                    "Show what they agree on too",
                    () -> model.choose(now -> now.withDifferences(false)));
        return new Nothing(
                "Nothing is left to show",
                "What was chosen above leaves no feature.",
                "Show everything",
                () -> model.choose(now -> now.withMarked(false).withStudy(false).withPeriod(Period.NOW)));
    }
}
