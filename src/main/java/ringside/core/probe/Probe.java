package ringside.core.probe;

import java.util.List;
import ringside.core.host.Command;
import ringside.core.host.Shell;

/**
 * Asks a host one thing and answers some cells of the matrix by it. It changes nothing on the host, and needs no more
 * rights than it says when they are missing.
 */
public interface Probe {
    /** In lower case with hyphens. */
    String id();

    /** The cells it answers; no other probe answers any of them. */
    List<Question> questions();

    /**
     * Cheap commands that it will give in any case, and that read no input. Those of all probes go to the host as one,
     * since far away each costs a way there and back; the probe finds their answers when it gives them.
     */
    default List<Command> first() {
        return List.of();
    }

    /**
     * Asks. Runs beside other probes on the same shell.
     *
     * @return a finding for each question; one that is left out counts as not asked
     * @throws Unanswered if the host could not be asked: all questions then count as not asked
     */
    Findings ask(Shell host);
}
