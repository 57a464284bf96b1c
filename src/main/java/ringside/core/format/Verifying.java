package ringside.core.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import ringside.core.RingsideException;
import ringside.core.Sha256;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Selection;
import ringside.core.result.Value;

/** Holds a set against what it was made of: checksums, and the raw outputs read once more. */
public final class Verifying {
    private final ResultStore store;
    private final Formats formats;

    public Verifying(ResultStore store, Formats formats) {
        this.store = store;
        this.formats = formats;
    }

    /**
     * @param samples how many samples the set has
     * @param reread how many of them come from raw outputs and were read from these again
     * @param raws how many raw outputs were checked
     * @param faults a sentence for each thing that is not as it should be
     */
    public record Verdict(String set, long samples, long reread, int raws, List<String> faults) {
        public boolean sound() {
            return faults.isEmpty();
        }
    }

    /** What two readings of one output must agree in. A repetition's number depends on what was there before. */
    private record Reread(String benchmark, Metric metric, Parameters parameters, Value value, int line) {}

    /** The output of such a run is kept for people; samples of it that are in no line are those it lacks. */
    private static boolean hasFailed(Run run) {
        return run.outcome() instanceof Run.Outcome.Failed;
    }

    /** An output as it was read: short ones can be the same to the byte for different sizes or operations. */
    private record Output(Run.Raw raw, Parameters given) {
        static Optional<Output> of(Run run) {
            return run.raw().map(raw -> new Output(new Run.Raw(raw.sha256(), raw.format(), ""), run.given()));
        }
    }

    public Verdict verify(String set) {
        var faults = new ArrayList<>(store.damages(set));
        Map<Output, Map<Reread, Integer>> stored = new HashMap<>();
        var printed = new HashSet<String>();
        long[] counts = new long[2];
        store.samples(Selection.ofSets(Set.of(set)), (name, run, sample) -> {
            counts[0]++;
            if (hasFailed(run) && sample.line() == 0) return;
            if (hasFailed(run)) printed.add(run.id());
            Output.of(run).ifPresent(output -> {
                counts[1]++;
                stored.computeIfAbsent(output, o -> new HashMap<>())
                        .merge(key(run.benchmark(), sample), 1, Integer::sum);
            });
        });
        Map<Output, List<Run>> byRaw = new LinkedHashMap<>();
        var unread = new TreeMap<String, String>();
        for (Run run : store.runs(set)) {
            if (hasFailed(run) && !printed.contains(run.id()))
                run.raw().ifPresent(raw -> unread.put(raw.sha256(), raw.name()));
            else
                Output.of(run)
                        .ifPresent(output -> byRaw.computeIfAbsent(output, o -> new ArrayList<>())
                                .add(run));
        }
        byRaw.forEach((output, runs) -> check(output, runs, stored.getOrDefault(output, Map.of()), faults));
        unread.forEach((sha, name) -> bytes(sha, name, faults));
        return new Verdict(set, counts[0], counts[1], byRaw.size(), List.copyOf(faults));
    }

    private static Reread key(String benchmark, Sample sample) {
        return new Reread(benchmark, sample.metric(), sample.parameters(), sample.value(), sample.line());
    }

    private void check(Output output, List<Run> runs, Map<Reread, Integer> stored, List<String> faults) {
        String sha = output.raw().sha256();
        String name = runs.getFirst().raw().map(Run.Raw::name).orElse(sha);
        Optional<byte[]> bytes = bytes(sha, name, faults);
        if (bytes.isEmpty()) return;
        boolean same;
        try {
            same = isSame(output, bytes.get(), runs, stored, name);
        } catch (RingsideException | Unsound refused) {
            faults.add("the raw output " + name + " cannot be read any more (" + refused.getMessage() + ")");
            return;
        }
        if (formats.reader(output.raw()).isEmpty())
            faults.add("the raw output " + name + " is of a format that is not known, "
                    + output.raw().format());
        else if (!same)
            faults.add("the raw output " + name + " gives other samples than those stored"
                    + " (it may have been imported by another version of Ringside)");
    }

    /** An output that is there and is what was stored. */
    private Optional<byte[]> bytes(String sha, String name, List<String> faults) {
        Optional<byte[]> bytes = store.raw(sha);
        if (bytes.isEmpty()) faults.add("the raw output " + name + " is not in the store");
        else if (!Sha256.of(bytes.get()).equals(sha)) faults.add("the raw output " + name + " is not what was stored");
        else return bytes;
        return Optional.empty();
    }

    private boolean isSame(Output output, byte[] bytes, List<Run> runs, Map<Reread, Integer> stored, String name) {
        return switch (formats.reader(output.raw()).orElse(null)) {
            case ToolFormat format ->
                again(format.read(bytes, output.given()), runs.size()).equals(stored);
            case StreamFormat format ->
                again(format, name, bytes, output.given(), runs.size()).equals(stored);
            case SetFormat format -> true; // what it holds is stored as it is, and nothing raw of it
            case null -> false;
        };
    }

    private static Map<Reread, Integer> again(
            StreamFormat format, String name, byte[] bytes, Parameters given, int storedRuns) {
        var found = new Counting();
        try {
            format.read(Content.of(name, bytes), given, found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int times = Math.max(1, storedRuns / Math.max(1, found.runs.size()));
        found.samples.replaceAll((sample, count) -> count * times);
        return found.samples;
    }

    /** Counts what a stream holds, as {@link Verifying} counts what is stored. */
    private static final class Counting implements Intake {
        private final Map<Reread, Integer> samples = new HashMap<>();
        private final Set<Found> runs = Collections.newSetFromMap(new IdentityHashMap<>());

        @Override
        public void run(Found run) {
            runs.add(run);
        }

        @Override
        public void sample(Found run, Sample sample) {
            runs.add(run);
            samples.merge(key(run.benchmark(), sample), 1, Integer::sum);
        }

        @Override
        public void skip(long line, String reason) {}

        @Override
        public void warn(String warning) {}
    }

    /** What as many runs as are stored must have given: outputs that are the same to the byte are kept once. */
    private static Map<Reread, Integer> again(Reading reading, int storedRuns) {
        int times = Math.max(1, storedRuns / Math.max(1, reading.runs().size()));
        Map<Reread, Integer> found = new HashMap<>();
        for (Reading.ToolRun run : reading.runs())
            for (Sample sample : run.samples()) found.merge(key(run.benchmark(), sample), times, Integer::sum);
        return found;
    }
}
