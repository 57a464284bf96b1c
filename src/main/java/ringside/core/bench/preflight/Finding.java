package ringside.core.bench.preflight;

import java.util.Locale;
import ringside.core.bench.preflight.Distribution.Remedy;

/**
 * Something about a host that a person should know before measuring there.
 *
 * @param seen what the host says
 * @param effect what it can do to which metric
 */
public record Finding(Kind kind, String seen, String effect, Remedy remedy) {
    public enum Weight {
        /** What the plan asks for cannot be measured, or not all of it. */
        STOPS,
        /** It can be measured, and the numbers will not be what they are taken for. */
        DISTORTS,
        /** To be kept in mind. */
        NOTE
    }

    /** All there is to find. */
    public enum Kind {
        TOOL_MISSING(Weight.STOPS),
        COMPILER_MISSING(Weight.STOPS),
        TASKSET_MISSING(Weight.STOPS),
        NO_SUCH_CORE(Weight.STOPS),
        DIRECTORY(Weight.STOPS),
        DISK_SPACE(Weight.STOPS),
        DISK_IS_MEMORY(Weight.DISTORTS),
        PAGE_CACHE(Weight.DISTORTS),
        FEW_CORES(Weight.NOTE),
        MEMORY(Weight.DISTORTS),
        SWAP(Weight.DISTORTS),
        GOVERNOR(Weight.DISTORTS),
        BOOST(Weight.NOTE),
        SMT(Weight.NOTE),
        BUSY(Weight.DISTORTS),
        STEAL(Weight.DISTORTS),
        THROTTLED(Weight.DISTORTS),
        HOT(Weight.DISTORTS),
        CLOCK_SOURCE(Weight.DISTORTS);

        private final Weight weight;

        Kind(Weight weight) {
            this.weight = weight;
        }

        /** In files and scripts. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Weight weight() {
        return kind.weight;
    }
}
