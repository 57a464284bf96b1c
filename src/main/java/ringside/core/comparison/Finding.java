package ringside.core.comparison;

import java.util.List;

/**
 * Something that a reader must know before believing a number.
 *
 * @param set the result set; empty where it concerns several
 * @param text what was found and what follows from it, in sentences
 * @param cells ids of the cells it is about; empty where it is about measurements that have no counterpart
 * @param subjects labels of the configurations it is about
 * @param series names of the measurements it is about, also of those that have no cell; empty where the cells say it
 */
public record Finding(
        Kind kind, String set, String text, List<String> cells, List<String> subjects, List<String> series) {

    /** What was looked for. */
    public enum Kind {
        TOO_GOOD(
                "too good to be true",
                "A guest cannot do the same work faster than the machine it runs on. Where it seems to, something else was"
                        + " measured: a cache, a slow clock, other software.",
                true),
        IMPLAUSIBLE(
                "not the platform",
                "A program that only computes runs on the bare processor under every platform that uses hardware"
                        + " virtualization. Where it differs much, the set-up differs: clock rate, CPU model, topology.",
                true),
        LARGE(
                "large overhead",
                "Hardware virtualization costs a program that only computes a few percent. Where it costs much more, and"
                        + " repetitions on one machine show it, it counts; whether the set-up or the platform is the cause is"
                        + " worth a look.",
                false),
        OTHER_MACHINE("different machines", "Only what ran on one machine can be held against each other.", true),
        INSIDE_EMULATION(
                "inside an emulated machine",
                "Where the machine itself is emulated, a number shows how much work each platform adds, not how fast hardware"
                        + " does it.",
                true),
        MACHINE_UNSTATED(
                "machine not stated",
                "Only what ran on one machine can be held against each other: where that is not stated, nobody can check it.",
                false),
        NOT_ALONE(
                "not only the platform differs",
                "Configurations can be compared for their platform only if nothing else differs that bends the result.",
                false),
        SETTINGS(
                "settings matter",
                "One platform, set up in two ways, differs from itself: the set-up may then matter more than the name.",
                false),
        MIXED_MACHINES(
                "mixed machines or years",
                "Numbers of different machines and years are only compared as percent of each set's own host.",
                false),
        NO_HOST(
                "no host",
                "Percent of native needs the bare machine measured in the same set; without it none is given.",
                false),
        OTHER_CELLS(
                "not over the same measurements",
                "Two means can be read against each other only where they are taken over the same measurements.",
                false),
        SINGLE_RUNS(
                "single runs", "One value says nothing of what the next run would give: there is no interval.", false),
        FEW_RUNS(
                "few repetitions",
                "Of two or three values chance alone gives any order often: they cannot show a difference.",
                false),
        ONE_FIGURE(
                "one figure each",
                "A published figure may stand for one run or for many: where that is not stated, nor how far they spread,"
                        + " there is no interval.",
                false),
        SUMMARIES(
                "means without their runs",
                "A published mean, even with a deviation, does not allow an interval of a ratio or a test of ranks.",
                false),
        DRIFT(
                "drift",
                "Values that rise or fall with time measure the session too: warming up, filling, slowing.",
                false),
        STEAL(
                "stolen time",
                "Another guest, or the provider, had the processor while this was measured (steal time).",
                false),
        OUTLIERS("outliers", "Values far from the rest are marked, and never left out.", false),
        FAILED("failed measurements", "What failed is not zero: it is missing.", false),
        UNMATCHED(
                "not held against anything",
                "A measurement is compared only where the reference gave the same one: same point, unit and direction.",
                false),
        UNKNOWN("unknown program", "Ringside does not know what part of a machine the program loads.", false);

        private final String title;
        private final String says;
        private final boolean takesAway;

        Kind(String title, String says, boolean takesAway) {
            this.title = title;
            this.says = says;
            this.takesAway = takesAway;
        }

        /** As files, scripts and people read it. */
        public String title() {
            return title;
        }

        /** Why it matters, for somebody who never heard of it. */
        public String says() {
            return says;
        }

        /** Whether what it is about no longer counts in ranking and claims. */
        public boolean takesAway() {
            return takesAway;
        }
    }

    public Finding {
        cells = List.copyOf(cells);
        subjects = List.copyOf(subjects);
        series = List.copyOf(series);
    }

    Finding(Kind kind, String set, String text, List<String> cells, List<String> subjects) {
        this(kind, set, text, cells, subjects, List.of());
    }

    /** The first few measurements it is about, for people; empty where its text names them. */
    public String where() {
        if (!series.isEmpty())
            return "Measurements: "
                    + String.join("; ", series.subList(0, Math.min(MOST_NAMED, series.size())))
                    + (series.size() > MOST_NAMED ? "; and " + (series.size() - MOST_NAMED) + " more" : "") + ".";
        return cells.isEmpty() ? "" : "Cells: " + Phrases.some(cells, 6) + ".";
    }

    private static final int MOST_NAMED = 4;
}
