package ringside.core.comparison;

import java.util.List;
import java.util.OptionalDouble;
import ringside.core.feature.Fit;

/**
 * A platform's place in the answer.
 *
 * @param rank from 1; platforms that nothing tells apart share one, and the next has as many more
 * @param span the ranks it can have, of which that is one
 * @param share of native, weighted, over what was measured of it beside its host
 * @param reasons in sentences: every word of them rests on a cell of the matrix or on measurements that they name
 * @param tiedWith ids of the platforms of the same rank
 */
public record Ranked(
        Candidate candidate,
        int rank,
        RankSpan span,
        OptionalDouble share,
        List<String> reasons,
        List<String> tiedWith) {
    public Ranked {
        reasons = List.copyOf(reasons);
        tiedWith = List.copyOf(tiedWith);
    }

    public String platform() {
        return candidate.platform();
    }

    public Fit.Verdict fits() {
        return candidate.fits();
    }
}
