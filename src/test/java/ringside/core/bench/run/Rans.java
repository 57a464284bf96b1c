package ringside.core.bench.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Value;

/** Runs that nobody made. */
final class Rans {
    private Rans() {}

    static Ran empty(Slot slot) {
        var sample = new Sample(Metric.lower("latency", "us"), Parameters.NONE, 1, Value.of(1), 1);
        return of(slot, Run.Outcome.COMPLETED, List.of(sample));
    }

    static Ran of(Slot slot, Run.Outcome outcome, List<Sample> samples) {
        return new Ran(
                slot,
                slot.toString(),
                "tiny",
                Parameters.NONE,
                List.of(),
                Instant.EPOCH,
                Instant.EPOCH,
                Duration.ofMillis(1),
                outcome,
                Optional.empty(),
                samples.isEmpty() ? List.of() : List.of(new Ran.Part("tiny", samples, "")),
                Map.of(),
                "");
    }
}
