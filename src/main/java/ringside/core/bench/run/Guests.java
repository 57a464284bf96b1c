package ringside.core.bench.run;

import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.bench.Subject;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Shell;

/** The guests that a session starts and removes as its order of runs asks for them. */
public interface Guests {
    /** Where nothing is started. */
    Guests NONE = new Guests() {
        @Override
        public Entered enter(String name, Subject subject, AccessQuestions questions, Progress progress) {
            throw new RingsideException("No guests are started here", "measure hosts that are there");
        }

        @Override
        public boolean remove(String name, Subject subject, AccessQuestions questions) {
            return false;
        }
    };

    /**
     * A guest that runs.
     *
     * @param shell in it; to close it leaves the guest running
     * @param configuration what its hypervisor was given, to the letter: a command line, XML, a file
     */
    record Entered(Shell shell, String configuration) {}

    /**
     * Starts the guest of a subject, and waits until it lets us in. If that fails or is cancelled nothing is left of it.
     *
     * @param name nobody else's
     * @throws RingsideException saying why it does not start, or does not answer
     */
    Entered enter(String name, Subject subject, AccessQuestions questions, Progress progress);

    /**
     * Ends it and takes away all that was made for it.
     *
     * @return whether there was one of that name
     * @throws RingsideException if it cannot be ended: then it runs still
     */
    boolean remove(String name, Subject subject, AccessQuestions questions);
}
