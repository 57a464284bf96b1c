package ringside.core.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ringside.core.comparison.Asked.CPU;
import static ringside.core.comparison.Asked.RATE;
import static ringside.core.comparison.Asked.findings;
import static ringside.core.comparison.Asked.ranked;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.core.feature.Era;
import ringside.core.result.Configuration;
import ringside.core.result.Environment;

/** Guests that are slower than a platform should make them; all numbers are made up. */
class PlausibilityTest {
    private static final Environment MACHINE = new Environment("made-up machine", Map.of());
    private static final List<String> ALL = List.of("hpl", "lmbench-mem", "iozone");

    private static Configuration guest(String platform, Map<String, String> settings) {
        return new Configuration(platform, platform, Map.of(), settings, MACHINE);
    }

    /** Host 1000, KVM 970, and a Xen guest that gives this share of the host in these programs. */
    private static Asked study(
            double share, List<String> programs, Configuration kvm, Configuration xen, boolean host) {
        var asked = new Asked();
        for (String program : programs) {
            if (host) asked.add("made-up", guest("host", Map.of()), program, RATE, 10, 1000, 0.005);
            asked.add("made-up", kvm, program, RATE, 10, 970, 0.005);
            asked.add("made-up", xen, program, RATE, 10, 1000 * share, 0.005);
        }
        return asked;
    }

    private static Answer answer(double share, List<String> programs, Map<String, String> xen, Need need) {
        try (Asked asked =
                study(share, programs, guest("kvm", Map.of("governor", "performance")), guest("xen-hvm", xen), true)) {
            return asked.answer(need);
        }
    }

    @Test
    void aGuestNeverComesFurtherUpForBeingSlower() {
        for (Map<String, String> settings : List.of(Map.<String, String>of(), Map.of("governor", "powersave")))
            for (List<String> programs : List.of(ALL, List.of("hpl")))
                for (Need need : List.of(Need.DEFAULT, CPU)) {
                    int before = 0;
                    for (double share : new double[] {0.96, 0.9, 0.87, 0.86, 0.84, 0.7, 0.3, 0.04}) {
                        Answer answer = answer(share, programs, settings, need);
                        int rank = ranked(answer, "xen-hvm").rank();
                        assertTrue(
                                rank >= before, () -> share + " of the host: rank " + rank + ", " + answer.summary());
                        before = rank;
                        assertEquals(1, ranked(answer, "kvm").rank());
                    }
                    // One class of three is too little to order anything
                    assertEquals(programs.equals(ALL) || need.equals(CPU), before > 1, "behind in the end");
                }
    }

    @Test
    void whatRepetitionsOfEqualSetUpsShowCountsHoweverLargeAndIsSaid() {
        Answer answer = answer(0.84, ALL, Map.of("governor", "performance"), Need.DEFAULT);
        assertEquals(List.of(), findings(answer, Finding.Kind.IMPLAUSIBLE));
        assertEquals(
                List.of("host", "xen-hvm"),
                findings(answer, Finding.Kind.LARGE).getFirst().subjects());
        assertEquals(0.84, answer.map().at("xen-hvm", Area.CPU).orElseThrow().share(), 0.01);
        assertTrue(
                ranked(answer, "xen-hvm").reasons().stream()
                        .anyMatch(reason -> reason.startsWith("Behind KVM on one machine")),
                ranked(answer, "xen-hvm").reasons()::toString);
    }

    @Test
    void ofSingleRunsTheCpuProgramsAloneAreSetAside() {
        try (var asked = new Asked()) {
            for (String program : ALL)
                for (String platform : List.of("host", "xen-hvm"))
                    asked.add("made-up", platform, program, RATE, 1, platform.equals("host") ? 1000 : 700, 0);
            Answer answer = asked.answer(Need.DEFAULT);
            Finding finding = findings(answer, Finding.Kind.IMPLAUSIBLE).getFirst();
            assertTrue(finding.text().contains("The CPU programs of xen-hvm therefore do not count"), finding::text);
            assertTrue(
                    finding.text()
                            .contains(
                                    "How far another run would be from these values is not known. Such a program runs on"
                                            + " the bare processor under both, so, unless it is chance, this points at"),
                    finding::text);
            assertEquals(List.of(Area.MEMORY, Area.DISK), answer.map().areas());
            assertTrue(ranked(answer, "xen-hvm")
                    .reasons()
                    .contains("CPU counts 33.3 %: measured, but not so that it counts: see the findings."));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 150})
    void aPublishedSpreadThatIsWiderThanTheGapSuspectsNobody(int spread) {
        try (var asked = new Asked()) {
            for (String platform : List.of("host", "xen-hvm"))
                asked.add(
                        "made-up",
                        platform,
                        "hpl",
                        RATE,
                        1,
                        platform.equals("host") ? 1000 : 800,
                        0,
                        "reported_n",
                        1,
                        "reported_spread",
                        spread);
            List<Finding> suspected = findings(asked.answer(CPU), Finding.Kind.IMPLAUSIBLE);
            assertEquals(spread == 5 ? 1 : 0, suspected.size());
            for (Finding finding : suspected) assertTrue(!finding.text().contains("chance"), finding::text);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.92, 0.87, 0.84, 0.6})
    void twoSetUpsWithoutABareHostAreNotTwoPlatformsHoweverOftenTheyWereMeasured(double share) {
        try (Asked asked = study(
                share,
                List.of("hpl"),
                guest("kvm", Map.of("governor", "performance")),
                guest("xen-hvm", Map.of("governor", "powersave")),
                false)) {
            Answer answer = asked.answer(CPU);
            assertEquals(ranked(answer, "kvm").rank(), ranked(answer, "xen-hvm").rank(), answer.summary()::toString);
        }
    }

    @Test
    void theSummarySaysWhatDecided() {
        Answer measured = answer(0.84, ALL, Map.of(), Need.DEFAULT);
        assertTrue(
                measured.summary().contains("Behind by measurements on one machine: Xen HVM."),
                measured.summary()::toString);
        try (var asked = new Asked()) {
            for (String platform : List.of("host", "kvm", "docker"))
                asked.add("made-up", platform, "hpl", RATE, 10, 1000, 0.005);
            Answer needed = asked.answer(CPU.withFeatures(Need.needs(List.of("huge-pages"), List.of(), Era.NOW)));
            assertTrue(
                    needed.summary()
                            .contains("Behind because it is not known whether they have what is needed, not by"
                                    + " measurements: Docker."),
                    needed.summary()::toString);
        }
        try (var asked = new Asked()) {
            for (String platform : List.of("host", "kvm", "xen-hvm"))
                asked.add("made-up", platform, "hpl", RATE, 1, platform.equals("xen-hvm") ? 700 : 1000, 0);
            Answer aside = asked.answer(CPU);
            assertTrue(
                    aside.summary()
                            .contains(
                                    "The first rank is also that of Xen HVM: what was measured of it does not count, as"
                                            + " the findings say."),
                    aside.summary()::toString);
        }
    }
}
