package ringside.core.bench;

import java.util.List;
import ringside.core.format.ToolFormat;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;

/**
 * One benchmark: what it needs, how a sweep over its settings becomes measurements, and which format reads what they
 * print. The importer reads with the same format, so a live run and an imported file give the same samples.
 */
public interface Benchmark {
    /** The id of its samples, such as {@code lmbench-ctx}. */
    String id();

    String title();

    /** What it tells about a platform, in a sentence. */
    String summary();

    /**
     * What reads the output of its measurements. The runs that it gives need not all be of this benchmark: hpcc measures
     * more than HPL.
     */
    ToolFormat format(Programs programs);

    /** Whether the kind of disk is of account to what it measures. */
    default boolean usesDisk() {
        return false;
    }

    /** The programs that must be on the host that is measured; of the optional ones, one. */
    List<Need> needs();

    /** What a host has to get before this can be measured there: nothing, or the needs that are not met. */
    default List<Need> lacking(Programs found) {
        boolean alternative = needs().stream().anyMatch(need -> need.optional() && found.has(need.program()));
        return needs().stream()
                .filter(need -> !found.has(need.program()))
                .filter(need -> !(need.optional() && alternative))
                .toList();
    }

    /** What a plan may set, with the defaults. */
    List<Knob> knobs();

    /**
     * The sweep, in the order of its points; the runner shuffles.
     *
     * @param settings checked against the knobs
     * @param machine sizes what depends on cores, memory or caches
     * @param programs where the needs were found on that host
     */
    List<Measurement> measurements(Settings settings, Machine machine, Programs programs);

    /** What a sound call of one of its measurements gives samples of, at the least: a failed one lacks these. */
    List<Result> results(Measurement measurement);

    /** A metric at a point, as the format gives it, without what only the tool knows, such as its version. */
    record Result(Metric metric, Parameters parameters) {}
}
