package ringside.core.bench.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringside.core.bench.Benchmark;
import ringside.core.result.Sample;
import ringside.core.result.Value;

/** What a run gave, held against what its benchmark promises of the measurement. */
record Promised(List<Benchmark.Result> results, Ran ran) {
    /** Tools print sizes with few digits. */
    private static final double ROUNDED = 0.01;

    /** What has no value. */
    List<Benchmark.Result> lacking() {
        return results.stream()
                .filter(result -> ran.samples().stream()
                        .noneMatch(sample -> sample.value() instanceof Value.Measured && isOf(result, sample)))
                .toList();
    }

    /** A sample of a promised metric at a point that was not asked for. */
    Optional<Sample> foreign() {
        return ran.samples().stream()
                .filter(sample ->
                        results.stream().anyMatch(result -> result.metric().equals(sample.metric()))
                                && results.stream().noneMatch(result -> isOf(result, sample)))
                .findFirst();
    }

    private static boolean isOf(Benchmark.Result result, Sample sample) {
        Map<String, String> there = sample.parameters().point().asMap();
        return sample.metric().equals(result.metric())
                && result.parameters().asMap().entrySet().stream()
                        .allMatch(asked -> isSame(asked.getValue(), there.get(asked.getKey())));
    }

    private static boolean isSame(String asked, @Nullable String given) {
        if (asked.equals(given)) return true;
        if (given == null || !isNumber(asked) || !isNumber(given)) return false;
        double wanted = Double.parseDouble(asked);
        return Math.abs(wanted - Double.parseDouble(given)) <= ROUNDED * wanted;
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d{1,18}(\\.\\d{1,18})?");
    }

    /** Why a run is incomplete. */
    static String words(List<Benchmark.Result> lacking) {
        String first = "it printed no result for " + lacking.getFirst().parameters();
        return lacking.size() == 1 ? first : first + " and " + (lacking.size() - 1) + " more";
    }
}
