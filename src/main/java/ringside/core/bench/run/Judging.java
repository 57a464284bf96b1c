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
import ringside.core.result.Run;
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
     * Held against what its benchmark promises of the measurement: what is lacking becomes missing samples, and a run that
     * gives what nobody asked for is none of the measurement's. A failed run has a missing sample for each that a sound
     * one has given, or else for each that is promised.
     */
    Ran completed(Ran ran, Benchmark benchmark) {
        if (!ran.isSound()) return failed(ran, benchmark);
        var promised = new Promised(benchmark.results(measurement), ran);
        Optional<Sample> foreign = promised.foreign();
        if (foreign.isPresent())
            return failed(
                    ran.ended(new Run.Outcome.Failed("it gave a result for "
                                    + foreign.get().parameters().point() + ", which it was not asked for"))
                            .lacking(List.of()),
                    benchmark);
        List<Benchmark.Result> lacking = promised.lacking();
        if (lacking.isEmpty()) return ran;
        String why = ran.isWhole() ? Promised.words(lacking) : ran.outcome().reason();
        var parts = new ArrayList<>(ran.parts());
        parts.add(missing(benchmark, lacking, why));
        return ran.ended(new Run.Outcome.Incomplete(why)).lacking(parts);
    }

    private Ran failed(Ran ran, Benchmark benchmark) {
        if (!ran.parts().isEmpty()) return ran;
        String reason = ran.outcome().reason();
        Optional<Ran> sound = going.callsAnywhere(slot.measurement()).stream()
                .filter(Ran::isWhole)
                .findFirst();
        if (sound.isEmpty()) return ran.lacking(List.of(missing(benchmark, benchmark.results(measurement), reason)));
        return ran.lacking(sound.get().parts().stream()
                .map(part -> new Ran.Part(
                        part.benchmark(),
                        part.samples().stream()
                                .map(sample -> missing(sample, reason))
                                .toList(),
                        ""))
                .toList());
    }

    private static Ran.Part missing(Benchmark benchmark, List<Benchmark.Result> results, String reason) {
        return new Ran.Part(
                benchmark.id(),
                results.stream()
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
