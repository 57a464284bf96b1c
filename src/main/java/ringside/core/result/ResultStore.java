package ringside.core.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** Keeps result sets. Every method may be slow; none may be called on the interface's thread. */
public interface ResultStore extends AutoCloseable {
    /** Before the old name of a renamed set: {@link #recall} of both gives the new one. */
    String RENAMED = "renamed/";

    /** All sets by name, discarded ones left out. */
    List<StoredSet> sets();

    default Optional<StoredSet> find(String name) {
        return sets().stream()
                .filter(stored -> stored.set().name().equals(name))
                .findFirst();
    }

    /** The configurations of one set, in the order in which they came. */
    List<Configuration> configurations(String set);

    /** The runs of one set, in the order in which they came. */
    List<Run> runs(String set);

    /** Every matching sample, set by set, configuration by configuration. Its order is the same at every call. */
    void samples(Selection selection, Visitor visitor);

    /** How many samples match; a selection by facets is counted without reading them. */
    long count(Selection selection);

    /** The tool's output as it was printed. */
    Optional<byte[]> raw(String sha256);

    /** Where a tool's output was kept: a set that has it, and the file it came from; empty if none has. */
    Optional<Kept> kept(String sha256);

    /** Starts writing. Nothing is seen by anybody until {@link Writing#commit}. */
    Writing write();

    /** Hides a set so that it can be brought back until {@link #purge} or the next start. */
    Discarded discard(String set);

    /** Brings a discarded set back, under its own name. */
    void restore(Discarded discarded);

    /**
     * Of a store that others write to as well: a text that differs after each change of its sets, whoever made it. Empty
     * where nobody else can write.
     */
    default Optional<String> stamp() {
        return Optional.empty();
    }

    /** Removes discarded sets for good; in a shared store those that were discarded here. */
    void purge();

    /** Remembers the old name under {@link #RENAMED}, for figures that are about a set by its name. */
    void rename(String set, String newName);

    /** What was remembered under a name about this store; empty if nothing. */
    Optional<String> recall(String name);

    void remember(String name, String text);

    /** Checks what is on disk against the checksums written with it; a line for each damage found. */
    List<String> damages(String set);

    @Override
    void close();

    /** Receives samples. Runs and sets are the same objects for successive samples of the same run. */
    @FunctionalInterface
    interface Visitor {
        void sample(String set, Run run, Sample sample);
    }

    /**
     * A tool's output as a set has it.
     *
     * @param name the file it came from, for people
     */
    record Kept(String set, String name) {}

    /** Proof that a set was discarded, to bring it back with. */
    record Discarded(long key, String name) {}

    /**
     * A set as the store lists it.
     *
     * @param fingerprint 32 hex digits over its samples, whatever their order and wherever they are stored
     */
    record StoredSet(
            ResultSet set,
            long runs,
            long samples,
            long missing,
            SortedSet<String> platforms,
            SortedSet<String> benchmarks,
            String fingerprint) {}

    /** One transaction of new sets. Closing it without a commit leaves the store as it was. */
    interface Writing extends AutoCloseable {
        /**
         * Begins a set: runs announced from now on are its.
         *
         * @throws ringside.core.RingsideException if the store has a set of this name
         */
        void set(ResultSet set);

        /** Goes on with a set of this writing or of the store: runs announced from now on are its. */
        void append(String set);

        /** Keeps a tool's output and says how to refer to it; the same bytes are kept once. */
        String raw(byte[] bytes);

        /** Announces a run of the set begun or gone on with last. Its configuration is told apart by platform and label. */
        void run(Run run);

        /** What an announced run turned out to be once its samples were known. */
        void end(Run run, Run.Outcome outcome);

        /** A sample of the run, which must have been announced. */
        void sample(Run run, Sample sample);

        /** Of each set that this writing touches, as it would be after the commit. */
        Map<String, String> fingerprints();

        void commit();

        @Override
        void close();
    }
}
