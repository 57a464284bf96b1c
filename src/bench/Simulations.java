import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import ringside.core.stats.Bootstrap;
import ringside.core.stats.Comparison;
import ringside.core.stats.Contest;
import ringside.core.stats.Spread;
import ringside.core.stats.Verdict;

/**
 * How often the rule of comparison errs, by simulation: equals that are called different, and differences that are
 * found. Run by src/bench/run simulations.
 */
final class Simulations {
    private static final int ROUNDS = 10_000;
    private static final int TRIES = 1_000;
    private static final int MOST_WANTED = 200;
    private static final Comparison.Rule RULE = new Comparison.Rule(0.03, 0.05, new Bootstrap(2_000, 0.95, 1));

    /** One session: repetitions of two subjects, interleaved at random, as they were measured. */
    @FunctionalInterface
    private interface Noise {
        double value(Random random, double session);
    }

    private Simulations() {}

    static void measure(Path folder, Clock clock) throws IOException {
        var noises = new LinkedHashMap<String, Noise>();
        noises.put("normal, 5 %", (random, session) -> 1 + 0.05 * random.nextGaussian());
        noises.put("normal, 1 %", (random, session) -> 1 + 0.01 * random.nextGaussian());
        noises.put("skewed (exponential, 20 %)", (random, session) -> 1 - 0.2 * Math.log(1 - random.nextDouble()));
        noises.put("bimodal (two modes 20 % apart)",
                (random, session) -> (random.nextDouble() < 0.4 ? 0.9 : 1.1) + 0.01 * random.nextGaussian());
        noises.put("drifting (20 % over the session)",
                (random, session) -> 1 + 0.2 * session + 0.02 * random.nextGaussian());
        System.out.printf("| equals, %,d comparisons each | n = 5 | n = 10 | n = 30 |%n|---|---|---|---|%n", ROUNDS);
        noises.forEach((name, noise) -> row(name, noise, 1));
        System.out.printf("%n| a true difference, found as such | n = 5 | n = 10 | n = 30 |%n|---|---|---|---|%n");
        row("5 %, normal noise of 1 %", noises.getOrDefault("normal, 1 %", (r, s) -> 1), 1.05);
        row("10 %, normal noise of 5 %", noises.getOrDefault("normal, 5 %", (r, s) -> 1), 1.10);
        System.out.printf(
                "%n| open at first, %,d comparisons each | open, with a number of at most %d | half of them want at most"
                        + " | told then, if ratio and spread are what they seemed | told then, in truth |%n|---|---|---|---|---|%n",
                TRIES, MOST_WANTED);
        for (int n : new int[] {4, 5, 10}) {
            wanted("10 % apart, normal noise of 5 %", noises.getOrDefault("normal, 5 %", (r, s) -> 1), 1.10, n);
            wanted("5 % apart, normal noise of 5 %", noises.getOrDefault("normal, 5 %", (r, s) -> 1), 1.05, n);
            wanted("equal, normal noise of 5 %", noises.getOrDefault("normal, 5 %", (r, s) -> 1), 1, n);
        }
        wanted("20 % apart, skewed noise of 20 %",
                noises.getOrDefault("skewed (exponential, 20 %)", (r, s) -> 1), 1.2, 10);
        Equals.measure(folder);
        System.out.println();
    }

    private static void row(String name, Noise noise, double factor) {
        List<String> cells = new ArrayList<>();
        for (int n : new int[] {5, 10, 30}) {
            Map<Verdict, Long> counts = IntStream.range(0, ROUNDS).parallel()
                    .mapToObj(round -> Comparison.of(session(noise, n, factor, new Random(31L * round + n)), RULE).verdict())
                    .collect(Collectors.groupingByConcurrent(verdict -> verdict,
                            Collectors.counting()));
            long faster = counts.getOrDefault(Verdict.FASTER, 0L);
            long wanted = factor > 1 ? faster : faster + counts.getOrDefault(Verdict.SLOWER, 0L);
            cells.add("%.2f %%".formatted(100.0 * wanted / ROUNDS));
        }
        System.out.printf("| %s | %s |%n", name, String.join(" | ", cells));
    }

    /** @param seemed told by repetitions whose ratio and spread are what those before seemed to have; {@code truly} by more */
    private record Then(int wanted, boolean seemed, boolean truly) {}

    private static void wanted(String name, Noise noise, double factor, int n) {
        List<Then> then = IntStream.range(0, TRIES).parallel()
                .mapToObj(round -> then(noise, factor, n, new Random(17L * round + n)))
                .flatMap(Optional::stream)
                .toList();
        int[] wanted = then.stream().mapToInt(Then::wanted).sorted().toArray();
        System.out.printf("| %s, n = %d | %.1f %% | %d | %.1f %% | %.1f %% |%n", name, n,
                100.0 * then.size() / TRIES,
                wanted.length == 0 ? 0 : wanted[wanted.length / 2],
                100.0 * then.stream().filter(Then::seemed).count() / then.size(),
                100.0 * then.stream().filter(Then::truly).count() / then.size());
    }

    private static Optional<Then> then(Noise noise, double factor, int n, Random random) {
        Contest first = session(noise, n, factor, random);
        OptionalInt wanted = Comparison.of(first, RULE).wanted();
        if (wanted.isEmpty() || wanted.getAsInt() > MOST_WANTED) return Optional.empty();
        int all = wanted.getAsInt();
        Contest more = session(noise, all - n, factor, random);
        var truly = new Contest(
                both(first.values(), more.values()), both(first.reference(), more.reference()), false);
        var seemed = new Contest(
                like(first.values(), all, random), like(first.reference(), all, random), false);
        return Optional.of(new Then(all, isTold(seemed), isTold(truly)));
    }

    private static boolean isTold(Contest contest) {
        return Comparison.of(contest, RULE).verdict() != Verdict.CANNOT_TELL;
    }

    private static double[] both(double[] first, double[] more) {
        return DoubleStream.concat(Arrays.stream(first), Arrays.stream(more)).toArray();
    }

    /** As many normal values as wanted, with the median and the deviation of those that are there. */
    private static double[] like(double[] values, int n, Random random) {
        Spread spread = Spread.of(values);
        return IntStream.range(0, n)
                .mapToDouble(any -> spread.median() + spread.deviation() * random.nextGaussian())
                .map(value -> Math.max(value, spread.median() / 100))
                .toArray();
    }

    private static Contest session(Noise noise, int n, double factor, Random random) {
        var order = new ArrayList<Boolean>(Collections.nCopies(n, true));
        order.addAll(Collections.nCopies(n, false));
        Collections.shuffle(order, random);
        double[] first = new double[n];
        double[] second = new double[n];
        int a = 0;
        int b = 0;
        for (int i = 0; i < order.size(); i++) {
            double value = noise.value(random, (double) i / (2 * n));
            if (order.get(i)) first[a++] = value * factor;
            else second[b++] = value;
        }
        return new Contest(first, second, false);
    }
}
