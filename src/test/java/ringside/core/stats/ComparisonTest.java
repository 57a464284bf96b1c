package ringside.core.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    private static final Comparison.Rule QUICK = new Comparison.Rule(0.03, 0.05, new Bootstrap(1_000, 0.95, 1));

    private static double[] around(double centre, double deviation, int n, Random random) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) values[i] = centre * (1 + deviation * random.nextGaussian());
        return values;
    }

    @Test
    void aLowerLatencyIsFaster() {
        var random = new Random(1);
        double[] host = around(10, 0.01, 10, random);
        double[] guest = around(12, 0.01, 10, random);
        Comparison of = Comparison.of(new Contest(guest, host, true), QUICK);
        assertEquals(Verdict.SLOWER, of.verdict());
        assertEquals(10.0 / 12, of.ratio(), 0.01);
        assertTrue(of.interval().orElseThrow().contains(of.ratio()));
        assertEquals(
                Verdict.FASTER,
                Comparison.of(new Contest(host, guest, true), QUICK).verdict());
        assertEquals(
                Verdict.FASTER,
                Comparison.of(new Contest(guest, host, false), QUICK).verdict());
    }

    @Test
    void quietEqualsAreTheSameAndLoudOnesCannotBeTold() {
        var random = new Random(2);
        Contest quiet = new Contest(around(5, 0.002, 10, random), around(5, 0.002, 10, random), false);
        assertEquals(Verdict.SAME, Comparison.of(quiet, QUICK).verdict());
        Contest loud = new Contest(around(5, 0.3, 10, random), around(5, 0.3, 10, random), false);
        Comparison untold = Comparison.of(loud, QUICK);
        assertEquals(Verdict.CANNOT_TELL, untold.verdict());
        assertTrue(untold.wanted().orElse(0) > 10, untold::toString);
    }

    @Test
    void roundedValuesAreNotKnownBetterThanTheirLastDigit() {
        double[] tens = {10, 10, 10, 10, 10, 10};
        Comparison coarse = Comparison.of(new Contest(tens, tens, false), QUICK);
        assertEquals(9.5 / 10.5, coarse.interval().orElseThrow().low(), 1e-12);
        assertEquals(10.5 / 9.5, coarse.interval().orElseThrow().high(), 1e-12);
        assertEquals(Verdict.CANNOT_TELL, coarse.verdict());
        double[] fine = {10.01, 10, 10, 10, 10, 10};
        Comparison exact = Comparison.of(new Contest(fine, fine, true), QUICK);
        assertEquals(9.995 / 10.005, exact.interval().orElseThrow().low(), 1e-12);
        assertEquals(Verdict.SAME, exact.verdict());
    }

    @Test
    void aLargeFamilyWantsMoreRepetitionsAndSaysSo() {
        var random = new Random(8);
        var contests = new ArrayList<Contest>();
        for (int i = 0; i < 40; i++)
            contests.add(new Contest(around(150, 0.01, 5, random), around(100, 0.01, 5, random), false));
        for (Comparison of : Comparison.family(contests, QUICK)) {
            assertEquals(Verdict.CANNOT_TELL, of.verdict());
            assertEquals("too few repetitions for 40 comparisons that are read together", of.reason());
            assertEquals(7, of.wanted().orElseThrow(), "the rarest order of 7 and 7 comes once in 1716");
        }
    }

    /** Of what cannot be told, as many repetitions as are wanted tell most, if ratio and spread are as they seem. */
    @ParameterizedTest
    @CsvSource({"100, 5", "105, 10", "110, 5"})
    void asManyRepetitionsAsAreWantedTellInAboutFourOfFiveCases(double centre, int n) {
        var random = new Random(n);
        int told = 0;
        int open = 0;
        for (int i = 0; i < 400; i++) {
            double[] values = around(centre, 0.05, n, random);
            double[] reference = around(100, 0.05, n, random);
            var wanted =
                    Comparison.of(new Contest(values, reference, false), QUICK).wanted();
            if (wanted.isEmpty() || wanted.getAsInt() > 200) continue;
            open++;
            Contest then = new Contest(
                    like(values, wanted.getAsInt(), random), like(reference, wanted.getAsInt(), random), false);
            if (Comparison.of(then, QUICK).verdict() != Verdict.CANNOT_TELL) told++;
        }
        double share = (double) told / open;
        assertTrue(open > 50 && share >= 0.7 && share <= 0.95, share + " of " + open);
    }

    private static double[] like(double[] values, int n, Random random) {
        Spread spread = Spread.of(values);
        return around(spread.median(), spread.relative(), n, random);
    }

    @Test
    void whereTheRatioSeemsToBeTheDifferenceThatIsCaredAboutNobodyCanSayWhatWouldTell() {
        assertEquals(OptionalInt.empty(), new Power(0.0297, 0.03, 0.05, 1.96, 1.6).wanted(5, 10_000));
        assertTrue(new Power(0.06, 0.03, 0.05, 1.96, 1.6).wanted(5, 10_000).orElse(0) < 20);
        assertEquals(0.8, new Power(0, 0.03, 0.05, 1.96, 1.6).at(29), 0.02);
    }

    @ParameterizedTest
    @CsvSource({"1, one value tells nothing of its spread", "3, too few repetitions"})
    void fewRunsTellNothingHoweverFarApart(int n, String reason) {
        var random = new Random(3);
        Comparison of =
                Comparison.of(new Contest(around(100, 0.001, n, random), around(1, 0.001, n, random), false), QUICK);
        assertEquals(Verdict.CANNOT_TELL, of.verdict());
        assertEquals(reason, of.reason());
    }

    @Test
    void whatWasNotMeasuredOrIsNegativeHasNoRatio() {
        Comparison missing = Comparison.of(new Contest(new double[0], new double[] {1, 2}, false), QUICK);
        assertEquals("one of them was not measured", missing.reason());
        Comparison negative = Comparison.of(new Contest(new double[] {-1, 2}, new double[] {1, 2}, true), QUICK);
        assertEquals("not all values are above zero", negative.reason());
        assertTrue(Double.isNaN(negative.ratio()));
    }

    @Test
    void aDriftLargerThanTheDifferenceForbidsAVerdict() {
        double[] first = {100, 102, 104, 106, 108, 110, 112, 114};
        double[] second = {113, 115, 117, 119, 121, 123, 125, 127};
        Comparison of = Comparison.of(new Contest(second, first, false), QUICK);
        assertEquals(Verdict.CANNOT_TELL, of.verdict());
        assertEquals(
                "the values drift by more than they differ: more repetitions do not help, a machine that holds still does",
                of.reason());
    }

    @Test
    void aFamilyIsHarderToPleaseThanOneOfIt() {
        var random = new Random(5);
        double[] reference = around(100, 0.04, 6, random);
        double[] other = around(110, 0.04, 6, random);
        Contest contest = new Contest(other, reference, false);
        double alone = Comparison.of(contest, QUICK).p();
        var family = new ArrayList<>(List.of(contest));
        for (int i = 0; i < 40; i++)
            family.add(new Contest(around(100, 0.04, 6, random), around(100, 0.04, 6, random), false));
        assertEquals(
                Math.min(1, alone * 41),
                Comparison.family(family, QUICK).getFirst().p(),
                1e-12);
    }

    @Test
    void holmKeepsTheOrderAndNeverFallsBelowAnEarlierOne() {
        assertArrayEquals(new double[] {0.03, 0.06, 0.06, 0.02}, Holm.adjust(0.01, 0.04, 0.03, 0.005), 1e-12);
    }

    /** A thousandth part of what the simulation command does, enough to notice a broken rule. */
    @ParameterizedTest
    @CsvSource({"5", "10", "30"})
    void equalsAreCalledDifferentInAtMostOneOfTwenty(int n) {
        for (Map.Entry<String, IntFunction<double[]>> noise :
                noises(new Random(n)).entrySet()) {
            int different = 0;
            int rounds = 1_000;
            for (int i = 0; i < rounds; i++) {
                Contest contest =
                        new Contest(noise.getValue().apply(n), noise.getValue().apply(n), false);
                Verdict verdict = Comparison.of(contest, QUICK).verdict();
                if (verdict == Verdict.FASTER || verdict == Verdict.SLOWER) different++;
            }
            int found = different;
            assertTrue(found <= 70, () -> noise.getKey() + ", n = " + n + ": " + found + " of " + rounds);
        }
    }

    private static Map<String, IntFunction<double[]>> noises(Random random) {
        var noises = new TreeMap<String, IntFunction<double[]>>();
        noises.put("normal", n -> around(100, 0.05, n, random));
        noises.put(
                "skewed",
                n -> random.doubles(n).map(u -> 100 - 20 * Math.log(1 - u)).toArray());
        noises.put(
                "bimodal",
                n -> random.doubles(n)
                        .map(u -> (u < 0.4 ? 90 : 110) + random.nextGaussian())
                        .toArray());
        return noises;
    }

    @Test
    void fivePercentAreFoundInOnePercentOfNoise() {
        var random = new Random(7);
        int found = 0;
        for (int i = 0; i < 500; i++) {
            Contest contest = new Contest(around(105, 0.01, 10, random), around(100, 0.01, 10, random), false);
            if (Comparison.of(contest, QUICK).verdict() == Verdict.FASTER) found++;
        }
        int of = found;
        assertTrue(of >= 475, () -> of + " of 500");
    }

    @Test
    void meansAreOverTheCellsThatAllHave() {
        var ratios = Ratios.of(Map.of("kvm", Map.of("hpl", 0.9, "ctx", 0.4), "xen", Map.of("hpl", 0.8)));
        assertEquals(Set.of("hpl"), ratios.cells());
        assertEquals(0.9, ratios.means().getOrDefault("kvm", 0.0), 1e-12);
        assertEquals(0.8, ratios.means().getOrDefault("xen", 0.0), 1e-12);
        assertEquals(Map.of("kvm", Set.of("ctx")), ratios.leftOut());
        assertEquals(
                Map.of(),
                Ratios.of(Map.of("a", Map.of("x", 1.0), "b", Map.of("y", 1.0))).means());
    }

    @Test
    void curvesThatChangePlacesCrossWhereTheyDo() {
        var random = new Random(9);
        var flat = new TreeMap<Double, double[]>();
        var falling = new TreeMap<Double, double[]>();
        for (int bits = 0; bits < 8; bits++) {
            flat.put((double) (1 << bits), around(100, 0.002, 10, random));
            falling.put((double) (1 << bits), around(180 - 20.0 * bits, 0.002, 10, random)); // equal at bits = 4
        }
        List<Crossing> crossings = Crossing.of(flat, falling, QUICK.bootstrap());
        assertTrue(
                crossings.stream().anyMatch(one -> one.low() <= 16 && one.high() >= 15 && one.x() > 14 && one.x() < 18),
                crossings::toString);
        assertEquals(List.of(), Crossing.of(flat, flat, QUICK.bootstrap()));
    }

    @Test
    void aSeriesThatClimbsDriftsAndOneThatScattersDoesNot() {
        Drift climbing = Drift.of(1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6);
        assertTrue(climbing.p() < 0.01, climbing::toString);
        assertEquals(0.6 / 1.3, climbing.change(), 1e-9);
        assertTrue(Drift.of(1, 3, 2, 1, 3, 2, 1, 3).p() > 0.5);
        assertEquals(1, Drift.of(5, 5, 5, 5, 5, 5).p());
    }
}
