package ringside.core.format;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ringside.core.result.Run;
import ringside.core.result.Sample;

/** What takes the runs and samples of a {@link StreamFormat} as they pass. */
public interface Intake {
    /** Takes a run, also one without samples. A run taken already is not taken again. */
    void run(Found run);

    /** Takes a sample of the run, and the run with it. */
    void sample(Found run, Sample sample);

    void skip(long line, String reason);

    /** Said once, however often it is met. */
    void warn(String warning);

    /**
     * A run as the file tells it. Runs are told apart by being different objects.
     *
     * @param note what a reader of its samples should know; may be empty
     */
    record Found(Machine machine, String benchmark, List<String> command, Run.Outcome outcome, String note) {
        public Found {
            command = List.copyOf(command);
        }
    }

    /**
     * A machine as the file describes it.
     *
     * @param label its name in the file
     * @param where on which platform it ran
     * @param versions program → version
     * @param facts of its hardware and system
     */
    record Machine(String label, Whereabouts where, Map<String, String> versions, Map<String, String> facts) {
        public Machine {
            versions = new TreeMap<>(versions);
            facts = new TreeMap<>(facts);
        }
    }
}
