package ringside.core.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    public Verdict verify(String set) {
        var faults = new ArrayList<>(store.damages(set));
        Map<String, List<Run>> byRaw = new LinkedHashMap<>();
        for (Run run : store.runs(set))
            run.raw().ifPresent(raw -> byRaw.computeIfAbsent(raw.sha256(), sha -> new ArrayList<>()).add(run));
        Map<String, Map<Reread, Integer>> stored = new HashMap<>();
        long[] counts = new long[2];
        store.samples(Selection.ofSets(Set.of(set)), (name, run, sample) -> {
            counts[0]++;
            if (run.raw().isEmpty()) return;
            counts[1]++;
            stored.computeIfAbsent(run.raw().get().sha256(), sha -> new HashMap<>())
                    .merge(key(run.benchmark(), sample), 1, Integer::sum);
        });
        byRaw.forEach((sha, runs) -> check(sha, runs, stored.getOrDefault(sha, Map.of()), faults));
        return new Verdict(set, counts[0], counts[1], byRaw.size(), List.copyOf(faults));
    }

    private static Reread key(String benchmark, Sample sample) {
        return new Reread(benchmark, sample.metric(), sample.parameters(), sample.value(), sample.line());
    }

    private void check(String sha, List<Run> runs, Map<Reread, Integer> stored, List<String> faults) {
        Run.Raw raw = runs.getFirst().raw().orElseThrow();
        byte[] bytes = store.raw(sha).orElse(null);
        if (bytes == null) {
            faults.add("the raw output " + raw.name() + " is not in the store");
        } else if (!Sha256.of(bytes).equals(sha)) {
            faults.add("the raw output " + raw.name() + " is not what was stored");
        } else if (formats.byId(raw.format()).orElse(null) instanceof ToolFormat format) {
            Map<Reread, Integer> found = new HashMap<>();
            for (Reading.ToolRun run : format.read(bytes, runs.getFirst().given()).runs())
                for (Sample sample : run.samples()) found.merge(key(run.benchmark(), sample), 1, Integer::sum);
            if (!found.equals(stored))
                faults.add("the raw output " + raw.name() + " gives other samples than those stored"
                        + " (it may have been imported by another version of Ringside)");
        } else {
            faults.add("the raw output " + raw.name() + " is of a format that is not known, " + raw.format());
        }
    }
}
