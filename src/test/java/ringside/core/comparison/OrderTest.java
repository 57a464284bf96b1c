package ringside.core.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ringside.core.comparison.Asked.CPU;
import static ringside.core.comparison.Asked.RATE;
import static ringside.core.comparison.Asked.findings;
import static ringside.core.comparison.Asked.ranked;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.Results;
import ringside.Results.Row;
import ringside.core.feature.Era;
import ringside.core.json.Json;
import ringside.core.result.Configuration;
import ringside.core.result.Environment;
import ringside.core.stats.Bootstrap;
import ringside.core.stats.Verdict;

/** Who is put before whom, and by what. */
class OrderTest {
    private static final List<String> PROGRAMS = List.of("hpl", "lmbench-ctx", "linpack");
    private static final Bootstrap QUICK = new Bootstrap(1_000, 0.95, 1);

    private static double number(Map<?, ?> map, String key) {
        return Double.parseDouble(String.valueOf(map.get(key)));
    }

    private static List<?> list(Map<?, ?> map, String key) {
        return map.get(key) instanceof List<?> items ? items : List.of();
    }

    private static boolean says(Ranked ranked, String start) {
        return ranked.reasons().stream().anyMatch(reason -> reason.startsWith(start));
    }

    @Test
    void whereNothingIsNeededAPlatformOutsideTheMatrixStandsWhereMeasurementsPutIt() {
        try (var asked = new Asked()) {
            for (String program : PROGRAMS)
                for (String platform : List.of("host", "docker", "qemu"))
                    asked.add("a", platform, program, RATE, 10, platform.equals("qemu") ? 60 : 990, 0.005);
            Answer answer = asked.answer(CPU);
            assertEquals(1, ranked(answer, "docker").rank());
            assertTrue(ranked(answer, "qemu").rank() > 1);
            assertTrue(answer.summary().contains("Behind by measurements on one machine: QEMU (TCG)."));
            assertTrue(
                    answer.summary().stream().noneMatch(text -> text.contains("needed")), answer.summary()::toString);
        }
    }

    @Test
    void aPlatformHasEveryRankThatNothingShowsItNotToHave() {
        try (var asked = new Asked()) {
            for (String program : PROGRAMS) {
                for (String platform : List.of("host", "kvm", "qemu"))
                    asked.add("a", platform, program, RATE, 10, platform.equals("qemu") ? 60 : 990, 0.005);
                // Never beside anything but the host, which orders it before nothing and behind nothing
                asked.add("b", "host", program, RATE, 10, 1000, 0.005);
                asked.add("b", "docker", program, RATE, 10, 500, 0.005);
            }
            Answer answer = asked.answer(CPU);
            int all = answer.ranking().size();
            assertEquals(new RankSpan(1, all - 1), ranked(answer, "kvm").span());
            assertEquals(new RankSpan(1, all), ranked(answer, "docker").span());
            assertEquals(new RankSpan(2, all), ranked(answer, "qemu").span());
            for (Ranked ranked : answer.ranking())
                assertTrue(
                        ranked.span().first() <= ranked.rank()
                                && ranked.rank() <= ranked.span().last(),
                        ranked::toString);
        }
    }

    @Test
    void whatTheMatrixDoesNotKnowIsNotPutBehindForTheFeaturesThatAreWelcome() {
        try (var asked = new Asked()) {
            for (String platform : List.of("host", "kvm", "docker"))
                asked.add("a", platform, "hpl", RATE, 10, 990, 0.005);
            Answer answer = asked.answer(CPU.withFeatures(Need.needs(List.of(), List.of("huge-pages"), Era.NOW)));
            assertEquals(ranked(answer, "kvm").rank(), ranked(answer, "docker").rank());
        }
    }

    @Test
    void singleValuesOrderNobodyInsideTheMatrixOrOutside() {
        try (var asked = new Asked()) {
            for (String platform : List.of("host", "kvm", "docker", "firecracker"))
                asked.add("a", platform, "hpl", RATE, 1, platform.equals("kvm") ? 990 : 900, 0);
            Answer answer = asked.answer(CPU);
            for (String platform : List.of("kvm", "docker", "firecracker"))
                assertEquals(1, ranked(answer, platform).rank());
            assertTrue(answer.summary().getFirst().contains("none of these is shown to be ahead of the others"));
        }
    }

    @Test
    void measurementsThatContradictEachOtherInACircleOrderNothingAndAreNamed() {
        try (var asked = new Asked()) {
            for (List<String> pair :
                    List.of(List.of("kvm", "xen-hvm"), List.of("xen-hvm", "virtualbox"), List.of("virtualbox", "kvm")))
                for (String program : PROGRAMS) {
                    String set = pair.getFirst() + "-first";
                    asked.add(set, "host", program, RATE, 10, 1000, 0.005);
                    asked.add(set, pair.getFirst(), program, RATE, 10, 970, 0.005);
                    asked.add(set, pair.getLast(), program, RATE, 10, 750, 0.005);
                }
            Answer answer = asked.answer(CPU);
            for (Ranked ranked : answer.ranking()) assertEquals(1, ranked.rank(), ranked::toString);
            assertTrue(
                    answer.summary()
                            .contains(
                                    "The measurements contradict each other about KVM, Xen HVM and VirtualBox, each of"
                                            + " which is ahead of one and behind another of them: they are not ordered."),
                    answer.summary()::toString);
            for (String platform : List.of("kvm", "xen-hvm", "virtualbox")) {
                Ranked ranked = ranked(answer, platform);
                assertTrue(
                        says(
                                ranked,
                                "The measurements contradict each other: KVM ahead of Xen HVM in kvm-first, Xen HVM ahead of"
                                        + " VirtualBox in xen-hvm-first and VirtualBox ahead of KVM in virtualbox-first."),
                        ranked.reasons()::toString);
                assertTrue(!says(ranked, "Ahead of ") && !says(ranked, "Behind "), ranked.reasons()::toString);
                assertTrue(!says(ranked, "Not told apart from KVM"), ranked.reasons()::toString);
            }
            assertEquals(
                    List.of("contradicted", "contradicted", "contradicted"),
                    answer.pairs().stream().map(Pairing::verdict).toList());
        }
    }

    @Test
    void whereNoCellTellsNothingIsOrdered() {
        try (var asked = new Asked()) {
            for (int cores = 1; cores <= 4; cores++)
                for (var platform :
                        Map.of("host", 1.0, "kvm", 0.95, "xen-hvm", 0.7).entrySet())
                    asked.add("a", platform.getKey(), "hpl", RATE, 4, 1000 * platform.getValue(), 0.01, "cores", cores);
            Answer answer = asked.answer(CPU);
            for (Cell cell : answer.evidence().cells()) assertEquals(Verdict.CANNOT_TELL, cell.verdict());
            assertEquals(ranked(answer, "kvm").rank(), ranked(answer, "xen-hvm").rank());
            Pairing pair = answer.pairs().getFirst();
            assertEquals("not told apart", pair.verdict());
            assertTrue(
                    pair.reason()
                            .contains(
                                    "the repetitions are too few for the number of pairs and cells that are read together"),
                    pair::reason);
        }
    }

    @Test
    void everyPairThatTheOrderRestsOnStandsInTheFileWithItsMeasurements() {
        try (var asked = new Asked()) {
            for (String program : PROGRAMS)
                for (var platform :
                        Map.of("host", 1.0, "kvm", 0.95, "xen-hvm", 0.8).entrySet())
                    asked.add("a", platform.getKey(), program, RATE, 10, 1000 * platform.getValue(), 0.01);
            Answer answer = asked.answer(CPU);
            Map<?, ?> pair = (Map<?, ?>)
                    ((List<?>) Json.object(AnswerJson.write(answer)).getOrDefault("pairs", List.of())).getFirst();
            assertEquals("kvm", pair.get("platform"));
            assertEquals("xen-hvm", pair.get("other"));
            assertEquals("ahead", pair.get("verdict"));
            assertEquals(1.1875, number(pair, "ratio"), 0.02);
            assertTrue(number(pair, "low") > 1);
            assertTrue(number(pair, "p") < 0.001);
            List<?> measurements = list(pair, "measurements");
            assertEquals(3, measurements.size());
            for (Object each : measurements) {
                Map<?, ?> one = (Map<?, ?>) each;
                assertEquals(true, one.get("tells"));
                assertEquals(2, list(one, "cells").size());
                assertEquals(10, one.get("n"));
            }
        }
    }

    /**
     * Ten guests whose values come from one distribution, in three programs, again and again. Of twenty such comparisons one
     * may err, and chance lets more than three err once in sixty times.
     */
    @ParameterizedTest
    @CsvSource({
        "bimodal, 4",
        "bimodal, 5",
        "exponential, 4",
        "exponential, 5",
        "lognormal, 4",
        "lognormal, 5",
        "normal, 10"
    })
    void ofTenEqualsNobodyIsRankedInMoreThanOneComparisonOfTwenty(String shape, int n) {
        int sets = 20;
        var random = new Random(shape.hashCode() + n);
        DoubleUnaryOperator draw = switch (shape) {
            case "bimodal" -> any -> random.nextBoolean() ? 1 : 1.2;
            case "exponential" -> any -> 1 - 0.2 * Math.log(random.nextDouble());
            case "lognormal" -> any -> Math.exp(0.2 * random.nextGaussian());
            default -> any -> 1 + 0.05 * random.nextGaussian();
        };
        List<String> guests = List.of(
                "kvm",
                "qemu",
                "xen-pv",
                "xen-hvm",
                "xen-pvh",
                "virtualbox",
                "libvirt-kvm",
                "docker",
                "firecracker",
                "gvisor");
        try (var asked = new Asked()) {
            for (int set = 0; set < sets; set++)
                for (String platform :
                        Stream.concat(Stream.of("host"), guests.stream()).toList())
                    for (String program : PROGRAMS) {
                        Configuration one = Results.configuration(platform, platform, "machine " + set);
                        var run = Results.run(set + platform + program, one, program);
                        for (int i = 1; i <= n; i++) {
                            double value = 1000 * draw.applyAsDouble(0) * (1 + 1e-6 * random.nextGaussian());
                            asked.rows.add(new Row("s" + set, run, Results.sample(RATE, value, i)));
                        }
                    }
            asked.store();
            int ranked = 0;
            int suspected = 0;
            for (int set = 0; set < sets; set++) {
                Need need = CPU.withSets(new TreeSet<>(List.of("s" + set)));
                Answer answer = Answer.of(
                        need, asked.sources(), Evidence.read(asked.sources().store(), need, QUICK));
                if (answer.pairs().stream()
                        .anyMatch(pair ->
                                pair.verdict().equals("ahead") || pair.verdict().equals("behind"))) ranked++;
                if (!findings(answer, Finding.Kind.IMPLAUSIBLE).isEmpty()
                        || !findings(answer, Finding.Kind.LARGE).isEmpty()) suspected++;
            }
            assertTrue(ranked <= 3, ranked + " of " + sets + " comparisons of equals rank somebody");
            assertTrue(suspected <= 3, suspected + " of " + sets + " comparisons of equals suspect somebody");
        }
    }

    @Test
    void onlySetsThatContributeAreNamedAndProgramsAreCountedOnce() {
        try (var asked = new Asked()) {
            for (String set : List.of("a", "b"))
                for (var platform :
                        Map.of("host", 1.0, "kvm", 0.95, "xen-hvm", 0.8).entrySet())
                    asked.add(set, platform.getKey(), "hpl", RATE, 10, 1000 * platform.getValue(), 0.01);
            for (var platform : Map.of("host", 1.0, "kvm", 0.95, "xen-hvm", 0.8).entrySet())
                asked.add("single", platform.getKey(), "hpl", RATE, 1, 1000 * platform.getValue(), 0);
            Ranked kvm = ranked(asked.answer(CPU), "kvm");
            assertTrue(
                    kvm.reasons().stream()
                            .anyMatch(reason -> reason.startsWith("Ahead of Xen HVM")
                                    && reason.contains("by 2 measurements of 1 program of a and b, which cover")),
                    kvm.reasons()::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 15})
    void aLeadThatMayBeSmallerThanWhatMattersIsWordedSo(int percent) {
        try (var asked = new Asked()) {
            for (String platform : List.of("host", "kvm", "xen-hvm"))
                asked.add("a", platform, "hpl", RATE, 30, platform.equals("xen-hvm") ? 850 : 990, 0.02);
            Need need = new Need("", CPU.weights(), CPU.features(), percent / 100.0, new TreeSet<>(), CPU.reference());
            Ranked kvm = ranked(asked.answer(need), "kvm");
            String lead = kvm.reasons().stream()
                    .filter(reason -> reason.startsWith("Ahead of Xen HVM"))
                    .findFirst()
                    .orElse("");
            boolean less = lead.contains("perhaps by less than the " + percent + " % that are cared about");
            assertEquals(percent == 15, less, kvm.reasons()::toString);
        }
    }

    @Test
    void whatIsNotStatedToBeOneMachineIsNotSaidToBeOne() {
        try (var asked = new Asked()) {
            for (String program : PROGRAMS)
                for (var platform :
                        Map.of("host", 1.0, "kvm", 0.95, "xen-hvm", 0.8).entrySet()) {
                    var nowhere = new Configuration(
                            platform.getKey(), platform.getKey(), Map.of(), Map.of(), Environment.UNKNOWN);
                    asked.add("a", nowhere, program, RATE, 10, 1000 * platform.getValue(), 0.01);
                }
            Answer answer = asked.answer(CPU);
            assertTrue(
                    answer.summary()
                            .contains("Behind by measurements, if these were made on one machine, which is not stated:"
                                    + " Xen HVM."),
                    answer.summary()::toString);
            assertTrue(says(ranked(answer, "kvm"), "Ahead of Xen HVM, if it was one machine, which is not stated: "));
            Finding finding = findings(answer, Finding.Kind.MACHINE_UNSTATED).getFirst();
            assertEquals(List.of("host", "kvm", "xen-hvm"), finding.subjects());
            assertTrue(findings(answer, Finding.Kind.LARGE)
                    .getFirst()
                    .text()
                    .contains("repeated, though not stated to be on one machine, so it counts"));
        }
    }
}
