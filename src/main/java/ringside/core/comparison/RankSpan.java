package ringside.core.comparison;

/**
 * The ranks that a platform can have by what is known: behind all that are shown to be ahead of it, before all that it is
 * shown to be ahead of. Ranks without their uncertainty say more than data do: H. Goldstein, D. J. Spiegelhalter, "League
 * tables and their limitations", Journal of the Royal Statistical Society A 159 (1996).
 *
 * @param first from 1
 * @param last not before the first
 */
public record RankSpan(int first, int last) {
    public RankSpan {
        if (first < 1 || last < first) throw new IllegalArgumentException("no ranks: " + first + " to " + last);
    }

    /** As people read it. */
    public String text() {
        return first == last ? Integer.toString(first) : first + "–" + last;
    }
}
