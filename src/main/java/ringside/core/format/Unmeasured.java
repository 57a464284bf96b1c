package ringside.core.format;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Value;

/** The runs of a file that have samples and not one number among them: they failed, whatever their tool took them for. */
final class Unmeasured {
    /** The first reason; of a run that has a number, {@link #MEASURED}. */
    private final Map<Run, String> reasons = new IdentityHashMap<>();

    private static final String MEASURED = "";

    private @Nullable Run measured;

    void sample(Run run, Value value) {
        if (run == measured) return;
        switch (value) {
            case Value.Measured number -> {
                reasons.put(run, MEASURED);
                measured = run;
            }
            case Value.Missing(String reason) -> reasons.putIfAbsent(run, reason);
        }
    }

    /** Says so to the store, where nobody has said that they failed. @return what to say to the user, if there are any */
    Optional<String> tell(ResultStore.Writing writing) {
        int count = 0;
        for (var one : reasons.entrySet()) {
            boolean failed = !one.getValue().equals(MEASURED);
            if (!failed || !(one.getKey().outcome() instanceof Run.Outcome.Completed)) continue;
            writing.end(one.getKey(), new Run.Outcome.Failed(one.getValue()));
            count++;
        }
        if (count == 0) return Optional.empty();
        return Optional.of(
                count == 1
                        ? "a run has no value at all and stands as failed"
                        : count + " runs have no value at all and stand as failed");
    }

    /** How such a run of a tool's output ended. */
    static Reading.ToolRun judged(Reading.ToolRun run) {
        if (!(run.outcome() instanceof Run.Outcome.Completed) || run.samples().isEmpty()) return run;
        for (Sample sample : run.samples()) if (sample.value() instanceof Value.Measured) return run;
        return run.samples().getFirst().value() instanceof Value.Missing(String reason)
                ? run.ended(new Run.Outcome.Failed(reason))
                : run;
    }
}
