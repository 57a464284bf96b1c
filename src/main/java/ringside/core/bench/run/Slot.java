package ringside.core.bench.run;

/**
 * One call of one measurement's command on one subject.
 *
 * @param subject its place among the session's subjects, from 0
 * @param measurement {@link ringside.core.bench.Measurement#id}
 * @param warmUp whether it only warms up, and its samples do not count
 * @param repetition from 1, warm-ups and counted ones each for themselves
 */
public record Slot(int subject, String measurement, boolean warmUp, int repetition) {
    public Slot {
        if (subject < 0) throw new IllegalArgumentException("subjects count from 0, not " + subject);
        if (repetition < 1) throw new IllegalArgumentException("repetitions count from 1, not " + repetition);
    }

    static Slot counted(int subject, String measurement, int repetition) {
        return new Slot(subject, measurement, false, repetition);
    }

    /** What it is to be repeated of: the same for all calls of the measurement on the subject. */
    Cell cell() {
        return new Cell(subject, measurement);
    }

    /** A measurement on a subject. */
    record Cell(int subject, String measurement) {}
}
