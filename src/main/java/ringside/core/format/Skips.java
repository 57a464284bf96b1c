package ringside.core.format;

import java.util.ArrayList;
import java.util.List;

/** Lines that were not taken. The first are kept one by one; of a file full of them the rest are counted. */
public final class Skips {
    private static final int MOST = 200;

    private final List<Reading.Skipped> first = new ArrayList<>();
    private long more;

    public void add(long line, String reason) {
        if (first.size() < MOST) first.add(new Reading.Skipped(line, reason));
        else more++;
    }

    public List<Reading.Skipped> list() {
        return List.copyOf(first);
    }

    /** A sentence on those not listed; empty if all are. */
    public List<String> warnings() {
        return more == 0 ? List.of() : List.of(more + " more lines were skipped and are not listed");
    }
}
