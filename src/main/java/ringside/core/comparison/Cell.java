package ringside.core.comparison;

import java.util.Optional;
import ringside.core.result.Configuration;
import ringside.core.stats.Comparison;
import ringside.core.stats.Interval;
import ringside.core.stats.Verdict;

/**
 * One configuration held against its set's reference in one task.
 *
 * @param id names it in findings, claims and files: the set's name, # and its number there
 * @param own what the configuration gave
 * @param other what the reference gave
 * @param comparison ratio (above 1 is better whatever the metric's direction), interval, verdict
 * @param reason why the verdict is "cannot tell", for people; empty where it tells
 */
public record Cell(
        String id,
        Task task,
        Area area,
        Configuration configuration,
        Configuration reference,
        Repetitions own,
        Repetitions other,
        Comparison comparison,
        String reason) {

    public String set() {
        return task.set();
    }

    public double ratio() {
        return comparison.ratio();
    }

    public Verdict verdict() {
        return comparison.verdict();
    }

    public Optional<Interval> interval() {
        return comparison.interval();
    }

    public boolean hasRatio() {
        return ratio() > 0;
    }

    /** Whether its ratio is a share of what the bare machine gives. */
    public boolean isOfHost() {
        return reference.platform().equals(Subjects.HOST)
                && !configuration.platform().equals(Subjects.HOST);
    }

    /** Enough repetitions for an interval that means something. */
    public boolean isSure() {
        return interval().isPresent() && Math.min(own.n(), other.n()) >= Comparison.FEWEST;
    }

    /** {@code KVM in iozone throughput, operation read (set)}. */
    public String text() {
        return configuration.label() + " in " + task.text() + " (" + set() + ")";
    }
}
