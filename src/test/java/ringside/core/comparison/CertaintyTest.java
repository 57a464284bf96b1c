package ringside.core.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ringside.core.comparison.Asked.RATE;
import static ringside.core.comparison.Asked.findings;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.Results;
import ringside.core.result.Metric;

/** No word is surer than what it rests on; all numbers are made up. */
class CertaintyTest {
    private static final List<String> PROGRAMS = List.of("hpl", "lmbench-ctx", "lmbench-mem", "iozone");

    /** Equals in four programs at six points each: what differs is noise of 5 %. */
    private static Asked equals(int n) {
        var asked = new Asked();
        for (String program : PROGRAMS)
            for (int at = 1; at <= 6; at++)
                for (String platform : List.of("host", "kvm", "xen-hvm", "virtualbox"))
                    asked.add("equals", platform, program, RATE, n, 1000, 0.05, "x", at);
        return asked;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 10})
    void equalsAreNeverTooGoodToBeTrue(int n) {
        try (Asked asked = equals(n)) {
            assertEquals(List.of(), findings(asked.answer(Need.DEFAULT), Finding.Kind.TOO_GOOD));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aGuestFarBeyondItsHostIsCalledSoFromTheFirstValueOn(int n) {
        try (var asked = new Asked()) {
            asked.add("made-up", "host", "iozone", RATE, n, 100, 0.02);
            asked.add("made-up", "kvm", "iozone", RATE, n, 400, 0.02);
            assertEquals(
                    1,
                    findings(asked.answer(Need.DEFAULT), Finding.Kind.TOO_GOOD).size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void equalsThatWereHardlyRepeatedTestNoClaim(int n) {
        try (Asked asked = equals(n)) {
            for (Claim.Tested claim : asked.answer(Need.DEFAULT).claims()) {
                assertEquals(Claim.Verdict.NOT_TESTED, claim.verdict(), claim::toString);
                if (n > 1)
                    assertTrue(
                            claim.sets().stream().noneMatch(by -> by.text().contains("Single values")),
                            claim::toString);
            }
        }
    }

    @Test
    void twoOrThreeRepetitionsAreSaidToBeFew() {
        try (Asked asked = equals(3)) {
            Finding few =
                    findings(asked.answer(Need.DEFAULT), Finding.Kind.FEW_RUNS).getFirst();
            assertEquals(72, few.cells().size());
            assertTrue(few.text().startsWith("All 72 cells rest on fewer than 4 repetitions"), few::text);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void oneProgramIsNotMostHoweverOftenItWasRepeated(int n) {
        try (var asked = new Asked()) {
            for (String platform : List.of("host", "kvm", "xen-hvm"))
                asked.add(
                        "made-up", platform, "hpl", RATE, n, platform.equals("xen-hvm") ? 900 : 990, 0.002, "cores", 2);
            Claim.Tested first = asked.answer(Need.DEFAULT).claims().getFirst();
            assertEquals(Claim.Verdict.NOT_TESTED, first.verdict());
            assertEquals(
                    "It measured 1 program of these classes on both, at 1 point: \"most\" needs at least 3 programs, or 10"
                            + " points.",
                    first.sets().getFirst().text());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void metricsOfOneProgramAreOneProgramHoweverManyItGives(int n) {
        try (var asked = new Asked()) {
            for (String metric : List.of("copy", "scale", "sum", "triad"))
                for (int at = 1; at <= 4; at++)
                    for (String platform : List.of("host", "kvm", "xen-hvm"))
                        asked.add(
                                "made-up",
                                platform,
                                "stream",
                                Metric.higher(metric, "MB/s"),
                                n,
                                platform.equals("xen-hvm") ? 900 : 990,
                                0.002,
                                "threads",
                                at);
            Claim.Tested memory = asked.answer(Need.DEFAULT).claims().get(1);
            assertEquals(Claim.Verdict.NOT_TESTED, memory.verdict());
            assertEquals(
                    "It measured 1 program of these classes on both, at 4 points: \"most\" needs at least 3 programs, or 10"
                            + " points.",
                    memory.sets().getFirst().text());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void benchmarksThatRunTheSameProgramAreOne(int n) {
        try (var asked = new Asked()) {
            for (String hash : List.of("blowfish", "des", "md5"))
                for (String platform : List.of("host", "kvm", "xen-hvm"))
                    asked.add(
                            "made-up",
                            platform,
                            "pts/john-the-ripper-" + hash,
                            RATE,
                            n,
                            platform.equals("xen-hvm") ? 900 : 990,
                            0.002);
            Answer answer = asked.answer(Need.DEFAULT);
            assertTrue(
                    answer.claims().getFirst().sets().getFirst().text().startsWith("It measured 1 program of"),
                    answer.claims()::toString);
            assertEquals(1, answer.map().at("kvm", Area.CPU).orElseThrow().programs());
        }
    }

    /** Metrics of one run move together: four that say the same do not make it surer. */
    @Test
    void metricsOfOneRunDoNotMakeAProgramSurer() {
        var once = new Level(0.1, 0.04, 1, 1);
        assertEquals(0.04, Level.ofOneRun(List.of(once, once, once, once)).error(), 1e-12);
        assertEquals(0.02, Level.ofPoints(List.of(once, once, once, once)).error(), 1e-12);
    }

    @Test
    void severalSetUpsThatMeetAtOnePointAreNoMorePoints() {
        try (var asked = new Asked()) {
            for (int at = 1; at <= 6; at++) {
                for (String platform : List.of("host", "xen-hvm"))
                    asked.add("made-up", platform, "hpl", RATE, 10, 900, 0.002, "cores", at);
                for (String label : List.of("KVM one", "KVM two"))
                    asked.add(
                            "made-up",
                            Results.configuration("kvm", label, "machine of made-up"),
                            "hpl",
                            RATE,
                            10,
                            890,
                            0.002,
                            "cores",
                            at);
            }
            Claim.BySet by =
                    asked.answer(Need.DEFAULT).claims().getFirst().sets().getFirst();
            assertTrue(by.text().startsWith("It measured 1 program of these classes on both, at 6 points"), by::text);
        }
    }

    @Test
    void manyPointsOfOneProgramCountAsSuch() {
        try (var asked = new Asked()) {
            for (int at = 1; at <= 12; at++)
                for (String platform : List.of("host", "kvm", "xen-hvm"))
                    asked.add(
                            "made-up",
                            platform,
                            "hpl",
                            RATE,
                            10,
                            platform.equals("xen-hvm") ? 900 : 990,
                            0.002,
                            "cores",
                            at);
            Claim.BySet by =
                    asked.answer(Need.DEFAULT).claims().getFirst().sets().getFirst();
            assertEquals(Claim.Verdict.SUPPORTED, by.verdict());
            assertEquals("Ahead in 12, behind in 0, level in 0 and open in 0 of 12 points of 1 program.", by.text());
        }
    }

    @Test
    void whatFailedAndWhatStandsFarOutIsNamed() {
        try (var asked = new Asked()) {
            for (int at = 1; at <= 6; at++) {
                asked.add("made-up", "host", "hpl", RATE, 8, 1000, 0.01, "cores", at);
                asked.add("made-up", "kvm", "hpl", RATE, 8, 990, 0.01, "cores", at);
                asked.add("made-up", "kvm", "hpl", RATE, 1, 100, 0, "cores", at);
                asked.fail("made-up", "xen-hvm", "hpl", RATE, "cores", at);
            }
            Answer answer = asked.answer(Need.DEFAULT);
            Finding far = findings(answer, Finding.Kind.OUTLIERS).getFirst();
            assertEquals(6, far.cells().size());
            assertTrue(far.series().contains("kvm in hpl performance, cores 3"), far::toString);
            Finding failed = findings(answer, Finding.Kind.FAILED).getFirst();
            assertEquals(6, failed.series().size());
            assertEquals(
                    "Measurements: xen-hvm in hpl performance, cores 1; xen-hvm in hpl performance, cores 2; xen-hvm in hpl"
                            + " performance, cores 3; xen-hvm in hpl performance, cores 4; and 2 more.",
                    failed.where());
        }
    }
}
