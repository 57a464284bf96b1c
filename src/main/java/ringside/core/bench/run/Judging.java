package ringside.core.bench.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringside.core.bench.Benchmark;
import ringside.core.bench.Measurement;
import ringside.core.result.Parameters;
import ringside.core.result.Sample;
import ringside.core.result.Value;
import ringside.core.stats.Spread;

/** What to think of a run, beside those before it. */
final class Judging {
    private final Going going;
    private final Slot slot;
    private final Measurement measurement;

    Judging(Going going, Slot slot, Measurement measurement) {
        this.going = going;
        this.slot = slot;
        this.measurement = measurement;
    }

    /**
     * A failed run has a missing sample for each that a sound run of the measurement has given; before there is one, for
     * each that its benchmark promises.
     */
    Ran completed(Ran ran, Benchmark benchmark) {
        if (ran.isSound() || !ran.parts().isEmpty()) return ran;
        String reason = ran.outcome().reason();
        Optional<Ran> sound = going.callsAnywhere(slot.measurement()).stream()
                .filter(Ran::isSound)
                .findFirst();
        if (sound.isEmpty()) return ran.lacking(List.of(promised(benchmark, reason)));
        return ran.lacking(sound.get().parts().stream()
                .map(part -> new Ran.Part(
                        part.benchmark(),
                        part.samples().stream()
                                .map(sample -> missing(sample, reason))
                                .toList(),
                        ""))
                .toList());
    }

    private Ran.Part promised(Benchmark benchmark, String reason) {
        return new Ran.Part(
                benchmark.id(),
                benchmark.results(measurement).stream()
                        .map(result ->
                                new Sample(result.metric(), result.parameters().point(), 1, Value.missing(reason), 0))
                        .toList(),
                "");
    }

    private static Sample missing(Sample like, String reason) {
        return new Sample(like.metric(), like.parameters().point(), like.repetition(), Value.missing(reason), 0);
    }

    List<Caution> cautions(Ran ran, @Nullable Conditions conditions) {
        var cautions = new ArrayList<Caution>();
        if (conditions != null) cautions.addAll(conditions.cautions(spread()));
        negativeSwitch(ran).ifPresent(cautions::add);
        withinPageCache().ifPresent(cautions::add);
        return cautions;
    }

    /** What earlier repetitions differ by, or may; as a share. */
    private double spread() {
        double wanted = going.session().plan().repetitions().target();
        Map<Parameters, List<Double>> values = new LinkedHashMap<>();
        for (Ran call : going.calls(slot.cell()))
            for (Sample sample : call.samples())
                if (sample.value() instanceof Value.Measured(var number))
                    values.computeIfAbsent(sample.parameters().point(), point -> new ArrayList<>())
                            .add(number);
        double widest = values.values().stream()
                .filter(list -> list.size() >= 3)
                .mapToDouble(list -> Spread.of(
                                list.stream().mapToDouble(Double::doubleValue).toArray())
                        .relative())
                .filter(Double::isFinite)
                .max()
                .orElse(wanted);
        return Math.max(widest, wanted);
    }

    private static Optional<Caution> negativeSwitch(Ran ran) {
        if (!ran.benchmark().equals("context-switch")) return Optional.empty();
        return ran.samples().stream()
                .map(Sample::value)
                .filter(value -> value instanceof Value.Measured(var number) && number < 0)
                .map(value -> ((Value.Measured) value).number())
                .min(Double::compare)
                .map(Caution.NegativeSwitch::new);
    }

    private Optional<Caution> withinPageCache() {
        Parameters known = measurement.given().with(measurement.point());
        String file = known.get("file_kb");
        boolean cached = "page-cache".equals(known.get("caching"));
        if (!cached || file == null || !file.matches("\\d{1,15}")) return Optional.empty();
        long memory = going.memory(slot.subject());
        return Long.parseLong(file) << 10 < memory
                ? Optional.of(new Caution.WithinPageCache(Long.parseLong(file), memory))
                : Optional.empty();
    }
}
