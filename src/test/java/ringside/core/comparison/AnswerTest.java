package ringside.core.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ringside.core.comparison.Asked.CPU;
import static ringside.core.comparison.Asked.RATE;
import static ringside.core.comparison.Asked.TIME;
import static ringside.core.comparison.Asked.findings;
import static ringside.core.comparison.Asked.ranked;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.bench.Plan;
import ringside.core.bench.plan.Plans;
import ringside.core.feature.Era;
import ringside.core.feature.Fit;
import ringside.core.json.Json;
import ringside.core.result.Configuration;
import ringside.core.result.Environment;
import ringside.core.stats.Verdict;

class AnswerTest {
    private final Asked asked = new Asked();

    @AfterEach
    void close() {
        asked.close();
    }

    private void hpl(String set, String platform, double centre) {
        for (int cores : new int[] {1, 2, 4, 8})
            asked.add(set, platform, "hpl", RATE, 10, centre * cores, 0.01, "cores", cores);
    }

    private static Need needing(List<String> must, List<String> nice) {
        return CPU.withFeatures(Need.needs(must, nice, Era.NOW));
    }

    @Test
    void whatIsMeasuredOnOneMachineWithRepetitionsIsOrderedAndSaysWhy() {
        hpl("a", "host", 20);
        hpl("a", "kvm", 19.4);
        hpl("a", "virtualbox", 17.8);
        Answer answer = asked.answer(CPU);
        Ranked kvm = ranked(answer, "kvm");
        Ranked virtualbox = ranked(answer, "virtualbox");
        assertEquals(1, kvm.rank());
        assertTrue(virtualbox.rank() > 1, virtualbox::toString);
        assertTrue(
                kvm.reasons().stream().anyMatch(reason -> reason.startsWith("Ahead of VirtualBox on one machine: ")),
                kvm.reasons()::toString);
        assertTrue(virtualbox.reasons().stream().anyMatch(reason -> reason.startsWith("Behind KVM on one machine: ")));
        assertEquals(0.97, kvm.share().orElseThrow(), 0.01);
        for (Cell cell : answer.evidence().cells())
            if (cell.configuration().platform().equals("virtualbox")) assertEquals(Verdict.SLOWER, cell.verdict());
    }

    private static Change missing(Answer answer) {
        return answer.changes().stream()
                .filter(change -> change.kind() == Change.Kind.MEASUREMENT)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theMeasurementThatIsMissedMostComesWithThePlanAndTheCommandsThatMakeIt() {
        asked.add("a", "host", "fio", RATE, 1, 100, 0).add("a", "kvm", "fio", RATE, 1, 90, 0);
        Change missing = missing(asked.answer(Need.of(Purpose.PROFILE_IO)));
        Plan plan = Plans.byId("opsahl-2013-small").orElseThrow();
        assertTrue(
                missing.text()
                        .contains(
                                "with at least 10 repetitions. The plan opsahl-2013-small measures it by IOzone, run 2"
                                        + " times into the same set: in about "),
                missing::text);
        assertTrue(2 * plan.repetitions().atLeast() >= 10);
        assertEquals(
                "ringside bench run --plan opsahl-2013-small --set compare-disk --platform host",
                missing.commands().getFirst());
        assertTrue(
                missing.commands()
                        .contains("ringside bench run --plan opsahl-2013-small --set compare-disk --platform kvm"
                                + " --target ssh://USER@GUEST"),
                missing.commands()::toString);
    }

    @Test
    void whatNoBundledPlanMeasuresIsSaidToBeSo() {
        Change missing = missing(asked.answer(Need.DEFAULT.withWeights(Weights.of(Area.START, 1))));
        assertTrue(missing.text().contains("No bundled plan measures it"), missing::text);
        assertEquals(List.of(), missing.commands());
    }

    @Test
    void anAnswerThatNobodyWaitsForAnyMoreEnds() {
        hpl("a", "host", 20);
        hpl("a", "kvm", 19.4);
        Answer answer = asked.answer(CPU);
        Thread.currentThread().interrupt();
        try {
            assertThrows(Progress.Cancelled.class, () -> Answer.of(CPU, asked.sources(), answer.evidence()));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void whatNothingTellsApartSharesARank() {
        hpl("a", "host", 20);
        hpl("a", "kvm", 19.4);
        hpl("a", "xen-hvm", 19.4);
        Answer answer = asked.answer(CPU);
        assertEquals(ranked(answer, "kvm").rank(), ranked(answer, "xen-hvm").rank());
        assertTrue(ranked(answer, "kvm").tiedWith().contains("xen-hvm"));
        assertTrue(ranked(answer, "xen-hvm").tiedWith().contains("kvm"));
        assertTrue(
                ranked(answer, "kvm").reasons().stream()
                        .anyMatch(
                                reason -> reason.equals(
                                        "Not told apart from Xen HVM: they are level in a, within the difference that is cared about.")));
    }

    @Test
    void setsOfTwoMachinesNeverOrderTwoPlatforms() {
        hpl("a", "host", 20);
        hpl("a", "kvm", 19.8);
        hpl("b", "host", 20);
        hpl("b", "virtualbox", 10);
        Answer answer = asked.answer(CPU);
        assertEquals(ranked(answer, "kvm").rank(), ranked(answer, "virtualbox").rank());
        assertEquals(1, findings(answer, Finding.Kind.MIXED_MACHINES).size());
    }

    @Test
    void singleRunsGiveNoIntervalNoVerdictAndNoOrder() {
        asked.add("a", "host", "hpl", RATE, 1, 20, 0).add("a", "kvm", "hpl", RATE, 1, 19, 0);
        asked.add("a", "xen-hvm", "hpl", RATE, 1, 18.2, 0);
        Answer answer = asked.answer(CPU);
        for (Cell cell : answer.evidence().cells()) {
            assertEquals(Verdict.CANNOT_TELL, cell.verdict());
            assertEquals(Optional.empty(), cell.interval());
            assertEquals("one value tells nothing of its spread", cell.reason());
        }
        assertEquals(ranked(answer, "kvm").rank(), ranked(answer, "xen-hvm").rank());
        assertEquals(
                2, findings(answer, Finding.Kind.SINGLE_RUNS).getFirst().cells().size());
    }

    @Test
    void comparisonsOfEqualsAreNotCalledDifferent() {
        var random = new Random(3);
        int families = 0;
        int wrong = 0;
        for (int set = 0; set < 60; set++) {
            double centre = 1 + 99 * random.nextDouble();
            for (String platform : List.of("host", "kvm", "xen-hvm"))
                for (int size = 1; size <= 5; size++)
                    asked.add(
                            "s" + set, platform, "lmbench-ctx", TIME, 5 + 5 * (set % 3), centre, 0.04, "size_kb", size);
        }
        Answer answer = asked.answer(CPU);
        for (Studied set : answer.evidence().sets()) {
            families++;
            if (set.cells().stream()
                    .anyMatch(cell -> cell.verdict() == Verdict.FASTER || cell.verdict() == Verdict.SLOWER)) wrong++;
        }
        assertEquals(60, families);
        assertTrue(wrong <= 3, wrong + " of " + families + " families of equals hold a difference");
        assertEquals(List.of(), findings(answer, Finding.Kind.IMPLAUSIBLE));
        assertEquals(ranked(answer, "kvm").rank(), ranked(answer, "xen-hvm").rank());
    }

    @Test
    void fivePercentAreFoundInOnePercentOfNoise() {
        for (int set = 0; set < 40; set++)
            asked.add("s" + set, "host", "hpl", RATE, 10, 20, 0.01).add("s" + set, "kvm", "hpl", RATE, 10, 19, 0.01);
        List<Cell> cells = asked.answer(CPU).evidence().cells();
        long found =
                cells.stream().filter(cell -> cell.verdict() == Verdict.SLOWER).count();
        assertTrue(found >= 38, found + " of 40 found");
    }

    @Test
    void aSetWithoutItsHostNeverGivesPercentOfNativeAndTestsNoClaim() {
        hpl("a", "kvm", 20);
        hpl("a", "xen-hvm", 10);
        Answer answer = asked.answer(CPU);
        assertEquals(List.of(), answer.map().entries());
        for (Ranked ranked : answer.ranking()) assertTrue(ranked.share().isEmpty());
        for (Claim.Tested claim : answer.claims()) assertEquals(Claim.Verdict.NOT_TESTED, claim.verdict());
        assertEquals(1, findings(answer, Finding.Kind.NO_HOST).size());
    }

    @Test
    void aGuestThatBeatsItsHostIsSaidAndDoesNotCountForAnybody() {
        asked.add("a", "host", "iozone", RATE, 10, 100, 0.01, "operation", "read");
        asked.add("a", "kvm", "iozone", RATE, 10, 500, 0.01, "operation", "read");
        asked.add("a", "xen-hvm", "iozone", RATE, 10, 95, 0.01, "operation", "read");
        Answer answer = asked.answer(Need.of(Purpose.PROFILE_IO));
        Finding finding = findings(answer, Finding.Kind.TOO_GOOD).getFirst();
        assertEquals(List.of("kvm"), finding.subjects());
        assertEquals(1, finding.cells().size());
        assertEquals(List.of(), answer.map().entries());
        assertEquals(ranked(answer, "kvm").rank(), ranked(answer, "xen-hvm").rank());
    }

    @Test
    void withoutMeasurementsItAnswersFromFeaturesAndSaysSo() {
        Answer answer = asked.answer(needing(List.of("live-migration"), List.of("post-copy", "web-console")));
        assertTrue(answer.summary().stream()
                .anyMatch(text -> text.startsWith("This rests on the matrix of features alone")));
        assertEquals(1, ranked(answer, "kvm").rank());
        assertTrue(answer.ranking().getFirst().reasons().stream()
                .anyMatch(reason -> reason.startsWith("Has all that is needed: Live migration")));
        for (Ranked ranked : answer.ranking()) if (ranked.fits() != Fit.Verdict.FITS) assertTrue(ranked.rank() > 1);
    }

    @Test
    void whatIsNeededRulesOutBeforeSpeedIsAsked() {
        hpl("a", "host", 20);
        hpl("a", "virtualbox", 19.8);
        hpl("a", "kvm", 18);
        Answer answer = asked.answer(needing(List.of("huge-pages", "numa-pinning", "sriov"), List.of()));
        assertTrue(ranked(answer, "kvm").rank() < ranked(answer, "virtualbox").rank());
        assertEquals(Fit.Verdict.DOES_NOT, ranked(answer, "virtualbox").fits());
        assertEquals(
                3,
                answer.changes().stream()
                        .filter(change -> change.kind() == Change.Kind.MUST_HAVE)
                        .count());
    }

    @Test
    void featuresAloneDoNotPutWhatWasNotMeasuredBeforeWhatWas() {
        hpl("a", "host", 20);
        hpl("a", "kvm", 19.8);
        hpl("a", "xen-hvm", 19.8);
        // libvirt has a remote interface and a graphical program of its own, KVM alone has not
        Answer answer = asked.answer(needing(List.of(), List.of("remote-api", "gui", "nested-virt")));
        assertEquals(1, ranked(answer, "kvm").rank());
        assertEquals(1, ranked(answer, "libvirt-kvm").rank());
        assertTrue(ranked(answer, "libvirt-kvm").candidate().niceMet()
                > ranked(answer, "kvm").candidate().niceMet());
        assertTrue(ranked(answer, "xen-hvm").rank() > 1, "measured alike, with fewer of the welcome features");
    }

    /** Weights as they stand in what an answer says, so that they can be typed into the next need. */
    private static Need typed(Need need, String numbers) {
        return NeedFile.read(
                "typed",
                NeedFile.write(need)
                        .replaceAll(
                                "(?m)^weights:\\n(  .*\\n)+",
                                "weights: {"
                                        + numbers.toLowerCase(java.util.Locale.ROOT)
                                                .replaceAll(" (\\d)", ": $1") + "}\n"),
                Asked.MATRIX);
    }

    private static List<Integer> ranks(Answer answer) {
        return answer.ranking().stream()
                .sorted(java.util.Comparator.comparing(Ranked::platform))
                .map(Ranked::rank)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"90, 10", "1, 1", "62, 38", "7, 2"})
    void theChangeOfWeightsThatIsSaidChangesTheOrderAndOnePercentLessDoesNot(int cpu, int disk) {
        for (String benchmark : List.of("hpl", "iozone")) {
            asked.add("a", "host", benchmark, RATE, 10, 100, 0.002);
            asked.add("a", "kvm", benchmark, RATE, 10, benchmark.equals("hpl") ? 97 : 60, 0.002);
            asked.add("a", "virtualbox", benchmark, RATE, 10, 90, 0.002);
        }
        Need need = CPU.withWeights(Weights.of(Area.CPU, cpu, Area.DISK, disk));
        Answer answer = asked.answer(need);
        String text = answer.changes().getFirst().text();
        var said = java.util.regex.Pattern.compile(
                        "If (\\w+) counted (\\d+) % instead of (\\d+) % \\(weights: ([^)]+)\\), .* would have rank .*The order would be: first .*(; then |, tied\\.)")
                .matcher(text);
        assertTrue(said.find(), text);
        assertNotEquals(ranks(answer), ranks(Answer.of(typed(need, said.group(4)), asked.sources())), text);
        int then = Integer.parseInt(said.group(2));
        int now = Integer.parseInt(said.group(3));
        int less = then - Integer.signum(then - now);
        String numbers = said.group(1).equals("CPU")
                ? "CPU " + less + ", Disk " + (100 - less)
                : "CPU " + (100 - less) + ", Disk " + less;
        assertEquals(ranks(answer), ranks(Answer.of(typed(need, numbers), asked.sources())), text);
    }

    @Test
    void theFileHasTheKeysThatScriptsRelyOn() {
        hpl("a", "host", 20);
        hpl("a", "kvm", 19);
        Map<String, Object> json = Json.object(AnswerJson.write(asked.answer(CPU)));
        assertTrue(json.keySet()
                .containsAll(Set.of(
                        "need", "sets", "ranking", "cells", "findings", "claims", "would_change", "summary", "map")));
        assertTrue(keys(json, "ranking").containsAll(Set.of("platform", "rank", "fits", "reasons", "tied_with")));
        assertTrue(keys(json, "cells")
                .containsAll(Set.of(
                        "set",
                        "benchmark",
                        "metric",
                        "parameters",
                        "configuration",
                        "platform",
                        "reference",
                        "n",
                        "n_reference",
                        "ratio",
                        "low",
                        "high",
                        "verdict")));
        assertTrue(keys(json, "claims").containsAll(Set.of("id", "verdict", "figures")));
        Map<?, ?> cell = (Map<?, ?>) ((List<?>) json.getOrDefault("cells", List.of())).getFirst();
        assertEquals("slower", cell.get("verdict"));
        assertEquals("host", cell.get("reference"));
        assertEquals(Map.of("cores", 1), cell.get("parameters"));
        assertEquals(10, cell.get("n_reference"));
    }

    private static Set<?> keys(Map<String, Object> json, String list) {
        return ((Map<?, ?>) ((List<?>) json.getOrDefault(list, List.of())).getFirst()).keySet();
    }

    @Test
    void theOrderOfRowsAndSetsDoesNotChangeAByte() {
        for (String set : List.of("b", "a", "c"))
            for (String platform : List.of("host", "xen-pv", "kvm")) {
                hpl(set, platform, 20);
                asked.add(set, platform, "iozone", RATE, 4, 90, 0.2, "file_kb", 64, "operation", "read");
            }
        var rows = List.copyOf(asked.rows);
        String first = AnswerJson.write(asked.answer(Need.DEFAULT));
        for (int seed = 0; seed < 3; seed++)
            try (var again = new Asked()) {
                again.rows.addAll(rows);
                Collections.shuffle(again.rows, new Random(seed));
                assertEquals(first, AnswerJson.write(again.answer(Need.DEFAULT)));
            }
    }

    @Test
    void configurationsOfTwoMachinesInOneSetAreNotHeldAgainstEachOther() {
        hpl("a", "host", 20);
        var elsewhere = new Configuration(
                "kvm", "KVM", Map.of(), Map.of(), new Environment("another", Map.of("cpu", "faster")));
        asked.add("a", elsewhere, "hpl", RATE, 10, 19, 0.01, "cores", 1);
        Answer answer = asked.answer(CPU);
        assertEquals(1, findings(answer, Finding.Kind.OTHER_MACHINE).size());
        assertEquals(List.of(), answer.map().entries());
    }

    @Test
    void whatAGuestSeesOfItsMachineIsNotAnotherMachineButItsKernelIsItsOwn() {
        hpl("a", "host", 20);
        for (String platform : List.of("kvm", "xen-hvm")) {
            var seen = Map.of(
                    "virtual_machine", "yes",
                    "cpu", "QEMU Virtual CPU version 2.5+",
                    "kernel", platform.equals("kvm") ? "Linux 6.1.0" : "Linux 5.10.0",
                    "cpus", "2");
            var guest = new Configuration(platform, platform, Map.of(), Map.of(), new Environment(platform, seen));
            asked.add("a", guest, "hpl", RATE, 10, 19, 0.01, "cores", 1);
        }
        Answer answer = asked.answer(CPU);
        assertEquals(List.of(), findings(answer, Finding.Kind.OTHER_MACHINE));
        assertEquals(2, answer.map().entries().size());
        String text = findings(answer, Finding.Kind.NOT_ALONE).getFirst().text();
        assertTrue(text.contains("kernel: 6.1"), text);
        assertTrue(text.contains("5.10.0 (xen-hvm)"), text);
    }

    @Test
    void aSetOrReferenceThatIsNotThereIsRefused() {
        hpl("a", "host", 20);
        asked.answer(CPU);
        assertThrows(RingsideException.class, () -> Answer.of(Asked.about(CPU, "b"), asked.sources()));
        assertThrows(
                RingsideException.class, () -> Answer.of(CPU.withReference(Optional.of("nobody")), asked.sources()));
    }

    @Test
    void theReferenceIsTheHostElseTheFirstElseTheOneThatIsNamed() {
        hpl("a", "kvm", 19);
        hpl("a", "host", 20);
        hpl("b", "xen-pv", 20);
        hpl("b", "kvm", 20);
        Answer answer = asked.answer(CPU);
        assertEquals(
                "host",
                answer.evidence()
                        .set("a")
                        .orElseThrow()
                        .reference()
                        .orElseThrow()
                        .label());
        assertEquals(
                "xen-pv",
                answer.evidence()
                        .set("b")
                        .orElseThrow()
                        .reference()
                        .orElseThrow()
                        .label());
        Answer named = Answer.of(CPU.withReference(Optional.of("kvm")), asked.sources());
        for (Studied set : named.evidence().sets())
            assertEquals("kvm", set.reference().orElseThrow().label());
    }

    @Test
    void theStudysFirstClaimIsTestedByRepetitionsOfBothOnOneMachine() {
        for (String benchmark : List.of("hpl", "lmbench-ctx", "linpack"))
            for (String platform : List.of("host", "kvm", "xen-hvm"))
                asked.add("a", platform, benchmark, RATE, 10, platform.equals("xen-hvm") ? 90 : 99, 0.005);
        Answer answer = asked.answer(CPU);
        Claim.Tested first = answer.claims().getFirst();
        assertEquals(Claim.Verdict.SUPPORTED, first.verdict(), first::toString);
        assertEquals(
                "Ahead in 3, behind in 0, level in 0 and open in 0 of 3 programs with repetitions.",
                first.sets().getFirst().text());
        assertEquals(6, first.sets().getFirst().cells().size());
        assertEquals(Claim.Verdict.NOT_TESTED, answer.claims().get(1).verdict());
    }
}
