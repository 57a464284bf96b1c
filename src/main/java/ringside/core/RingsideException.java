package ringside.core;

import org.jspecify.annotations.Nullable;

/** Trouble outside the program, in the user's words: what went wrong, and what to do about it. */
public final class RingsideException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String remedy;

    public RingsideException(String problem, String remedy) {
        this(problem, remedy, null);
    }

    public RingsideException(String problem, String remedy, @Nullable Throwable cause) {
        super(problem + ": " + remedy, cause);
        this.problem = problem;
        this.remedy = remedy;
    }

    /** What happened and where, without a final full stop. */
    public String problem() {
        return problem;
    }

    /** What the user can do now. */
    public String remedy() {
        return remedy;
    }

    /** The same trouble, or, for a fault nobody foresaw, one that says where its details are. */
    public static RingsideException from(Throwable fault) {
        return fault instanceof RingsideException known
                ? known
                : new RingsideException(
                        "Ringside met a fault it did not expect (" + fault + ")",
                        "run it again with --debug and report what it prints",
                        fault);
    }
}
