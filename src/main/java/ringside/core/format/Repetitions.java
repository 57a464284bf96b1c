package ringside.core.format;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Selection;

/** Counts on from what a set has, so that a second file's samples are further repetitions of the same points. */
final class Repetitions {
    private record Point(String platform, String label, String benchmark, Metric metric, Parameters point) {}

    private final Map<Point, Integer> counts = new HashMap<>();

    /** @param existing a set of the store; empty for a new one */
    Repetitions(ResultStore store, String existing) {
        if (!existing.isEmpty())
            store.samples(
                    Selection.ofSets(Set.of(existing)),
                    (set, run, sample) -> counts.merge(point(run, sample), sample.repetition(), Math::max));
    }

    /** The sample with the next number of its point. */
    Sample next(Run run, Sample sample) {
        return sample.repeated(counts.merge(point(run, sample), 1, Integer::sum));
    }

    /** The sample, which its file numbered, behind those the set had. */
    Sample behind(Run run, Sample sample) {
        if (counts.isEmpty()) return sample;
        return sample.repeated(counts.getOrDefault(point(run, sample), 0) + sample.repetition());
    }

    private static Point point(Run run, Sample sample) {
        return new Point(
                run.configuration().platform(),
                run.configuration().label(),
                run.benchmark(),
                sample.metric(),
                sample.parameters().point());
    }
}
