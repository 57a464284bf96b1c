package ringside.adapter.document;

import java.io.IOException;
import ringside.core.Progress;

/** How much of a page's drawing is waited for: a hostile one could go on for ever. */
final class Patience {
    private static final long MOST_OPERATORS = 5_000_000;
    private static final long SECONDS = 60;

    private final long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    private long operators;

    /** A page that is refused, with the end of a sentence that begins with its number. */
    static final class Over extends IOException {
        private static final long serialVersionUID = 1L;

        Over(String what) {
            super(what);
        }
    }

    void spend() throws Over {
        Progress.checkCancelled();
        if (++operators > MOST_OPERATORS)
            throw new Over("has more in it than " + MOST_OPERATORS + " drawing operators");
        if ((operators & 0xff) == 0 && System.nanoTime() > end) throw new Over("takes longer than a minute to draw");
    }
}
