package ringside.core.bench.run;

import java.time.Instant;
import java.util.Map;
import ringside.core.result.Configuration;

/** A line of a session's journal. */
sealed interface Entry permits Ran, Entry.Expanded, Entry.Skipped, Entry.Noted, Entry.Finished {
    /**
     * The plan has become measurements of a subject; from then on these are its, whatever the machine is like later.
     *
     * @param configuration with what was found of the machine
     * @param programs where its programs are, by their names
     * @param sha256 of the file that has the measurements
     * @param cores and memory that the sweep was made for
     */
    record Expanded(
            int subject,
            Configuration configuration,
            Map<String, String> programs,
            String sha256,
            int cores,
            long memory)
            implements Entry {
        public Expanded {
            programs = Map.copyOf(programs);
        }
    }

    record Skipped(int subject, String measurement) implements Entry {}

    /** Words of a person; the next counted run has them too. */
    record Noted(Instant time, String text) implements Entry {}

    /** All that the plan asks for was there. */
    record Finished(Instant time) implements Entry {}
}
