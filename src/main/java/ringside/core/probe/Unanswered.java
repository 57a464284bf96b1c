package ringside.core.probe;

/** A question could not be put to a host: no tool, no permission, no answer in time, or none that can be read. */
public final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String command;
    private final String problem;
    private final String remedy;

    /**
     * @param command what was tried
     * @param problem why it gave no answer
     * @param remedy what a person can do about it
     */
    public Unanswered(String command, String problem, String remedy) {
        super(problem, null, false, false);
        this.command = command;
        this.problem = problem;
        this.remedy = remedy;
    }

    public String command() {
        return command;
    }

    public String problem() {
        return problem;
    }

    public String remedy() {
        return remedy;
    }
}
