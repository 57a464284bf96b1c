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
import ringside.Results;
import ringside.Results.Row;
import ringside.core.json.Json;
import ringside.core.result.Configuration;
import ringside.core.result.Environment;
import ringside.core.result.Metric;

/** What has to stand beside an answer so that nobody reads more out of it than is in it. */
class CaveatTest {
    private static final List<String> PROGRAMS = List.of("hpl", "lmbench-ctx", "linpack");

    @Test
    void whatElseDiffersBetweenGuestsStandsInTheHeadlineAndIsNotDeniedByAFinding() {
        try (var asked = new Asked()) {
            for (String program : PROGRAMS) {
                asked.add("a", "host", program, RATE, 10, 1000, 0.005);
                asked.add("a", guest("kvm", "4", "8 GiB", "raw"), program, RATE, 10, 970, 0.005);
                asked.add("a", guest("xen-hvm", "2", "4 GiB", "qcow2"), program, RATE, 10, 800, 0.005);
            }
            Answer answer = asked.answer(CPU);
            assertTrue(
                    answer.summary()
                            .contains(
                                    "What these measurements show need not be the platforms' doing: the guests are stated"
                                            + " to differ in virtual CPUs, memory and disk as well."),
                    answer.summary()::toString);
            for (Finding finding : answer.findings())
                assertTrue(!finding.text().contains("nothing else is stated to differ"), finding::text);
            assertTrue(
                    findings(answer, Finding.Kind.LARGE)
                            .getFirst()
                            .text()
                            .contains("the guests of this set are stated to differ in virtual CPUs, memory and disk"),
                    findings(answer, Finding.Kind.LARGE)::toString);
        }
    }

    private static Configuration guest(String platform, String vcpus, String memory, String disk) {
        return new Configuration(
                platform,
                platform,
                Map.of(),
                Map.of("vcpus", vcpus, "memory", memory, "disk", disk),
                new Environment("machine of a", Map.of()));
    }

    @Test
    void driftIsTheReasonWhereItKeepsTwoFromBeingToldApart() {
        try (var asked = new Asked()) {
            for (String program : PROGRAMS)
                for (String platform : List.of("host", "kvm", "xen-hvm")) {
                    Configuration one = Results.configuration(platform, platform, "machine of a");
                    double centre = platform.equals("xen-hvm") ? 900 : 1000;
                    var run = Results.run(platform + program, one, program);
                    for (int i = 1; i <= 20; i++)
                        asked.rows.add(new Row("a", run, Results.sample(RATE, centre * (1 - 0.0095 * i), i)));
                }
            List<String> reasons = ranked(asked.answer(CPU), "kvm").reasons();
            assertTrue(
                    reasons.contains("Not told apart from Xen HVM: in a the values drift by more than the two differ,"
                            + " against which no number of repetitions helps."),
                    reasons::toString);
        }
    }

    @Test
    void whatWasMeasuredInsideAnEmulatedMachineIsShownAndCountsForNoPlatform() {
        try (var asked = new Asked()) {
            for (String program : PROGRAMS)
                for (String platform : List.of("host", "kvm", "xen-hvm"))
                    asked.add("a", emulated(platform), program, RATE, 10, platform.equals("kvm") ? 900 : 1000, 0.005);
            Answer answer = asked.answer(CPU);
            assertEquals(
                    "Measured inside an emulated machine: shows that everything works and how much work each hypervisor"
                            + " adds, not the speed of hardware. Its machine is emulated by QEMU. It counts for no platform.",
                    findings(answer, Finding.Kind.INSIDE_EMULATION).getFirst().text());
            assertEquals(6, answer.evidence().cells().size(), "they can be looked at");
            assertEquals(List.of(), answer.map().entries());
            assertEquals(ranked(answer, "kvm").rank(), ranked(answer, "xen-hvm").rank());
        }
    }

    private static Configuration emulated(String platform) {
        return new Configuration(
                platform,
                platform,
                Map.of(),
                Map.of(),
                new Environment("machine of a", Map.of(Environment.EMULATED, "by QEMU")));
    }

    @Test
    void whatRanOnAnotherMachineIsNotCalledALargeOverheadAsWell() {
        try (var asked = new Asked()) {
            var there = new Environment("another machine", Map.of("cpu", "slower", "hardware", "other"));
            var here = new Environment("one machine", Map.of("cpu", "faster", "hardware", "this"));
            for (String program : PROGRAMS) {
                asked.add(
                        "a",
                        new Configuration("host", "host", Map.of(), Map.of(), here),
                        program,
                        RATE,
                        10,
                        1000,
                        0.005);
                asked.add(
                        "a", new Configuration("kvm", "KVM", Map.of(), Map.of(), there), program, RATE, 10, 700, 0.005);
            }
            Answer answer = asked.answer(CPU);
            assertEquals(1, findings(answer, Finding.Kind.OTHER_MACHINE).size());
            assertEquals(List.of(), findings(answer, Finding.Kind.LARGE));
            assertEquals(List.of(), findings(answer, Finding.Kind.IMPLAUSIBLE));
        }
    }

    @Test
    void sharesOverDifferentMeasurementsAreSaidToBeSoAndGivenOverTheSame() {
        try (var asked = new Asked()) {
            for (int size = 1; size <= 4; size++)
                for (String platform : List.of("host", "kvm", "xen-hvm")) {
                    if (platform.equals("xen-hvm") && size > 2) continue;
                    double share = platform.equals("host") ? 1 : size > 2 ? 0.3 : 0.9;
                    asked.add("a", platform, "iozone", RATE, 10, 1000 * share, 0.001, "file_kb", size);
                }
            Answer answer = asked.answer(Need.of(Purpose.PROFILE_IO));
            Finding finding = findings(answer, Finding.Kind.OTHER_CELLS).getFirst();
            assertTrue(
                    finding.text()
                            .matches(
                                    "Disk: .*KVM 5\\S+ % over 4 and Xen HVM \\S+ % over 2.* Over the 2 measurements that all of"
                                            + " them have, points counting alike: KVM \\S+ % and Xen HVM \\S+ %\\."),
                    finding::text);
            assertEquals(6, finding.cells().size());
            assertTrue(
                    answer.summary()
                            .contains(
                                    "Shares of native are means over different measurements here, so they are not to be read"
                                            + " against each other: see the findings."),
                    answer.summary()::toString);
        }
    }

    @Test
    void aGuestBeyondItsHostIsFoundAlsoWhereItsValuesDrift() {
        try (var asked = new Asked()) {
            asked.add("a", "host", "fio", RATE, 20, 1000, 0.01);
            Configuration kvm = Results.configuration("kvm", "kvm", "machine of a");
            var run = Results.run("drifting", kvm, "fio");
            for (int i = 1; i <= 20; i++) asked.rows.add(new Row("a", run, Results.sample(RATE, 1050 + 40 * i, i)));
            Answer answer = asked.answer(Need.of(Purpose.PROFILE_IO));
            Cell cell = answer.evidence().cells().getFirst();
            assertEquals(
                    "the values drift by more than they differ: more repetitions do not help, a machine that holds still"
                            + " does",
                    cell.reason());
            assertTrue(cell.comparison().wanted().isEmpty());
            Finding finding = findings(answer, Finding.Kind.TOO_GOOD).getFirst();
            assertTrue(finding.text().contains(" of the host, while the values drift."), finding::text);
            assertEquals(List.of(), answer.map().entries());
        }
    }

    @Test
    void whatDiffersInUnitOrDirectionIsNamedAndCounted() {
        try (var asked = new Asked()) {
            asked.add("a", "host", "hpl", Metric.higher("performance", "GFLOPS"), 10, 20, 0.01, "cores", 1);
            asked.add("a", "kvm", "hpl", Metric.higher("performance", "MFLOPS"), 10, 19_000, 0.01, "cores", 1);
            asked.add("a", "host", "linpack", Metric.higher("result", "x"), 10, 20, 0.01);
            asked.add("a", "kvm", "linpack", Metric.lower("result", "x"), 10, 20, 0.01);
            Answer answer = asked.answer(CPU);
            assertEquals(List.of(), answer.evidence().cells());
            Finding finding = findings(answer, Finding.Kind.UNMATCHED).getFirst();
            assertTrue(finding.text().startsWith("4 measurements are held against nothing"), finding::text);
            assertTrue(
                    finding.text()
                            .contains(
                                    "hpl performance in GFLOPS, higher is better (host) and MFLOPS, higher is better (kvm)"),
                    finding::text);
            assertTrue(
                    finding.text()
                            .contains("linpack result in x, higher is better (host) and x, lower is better (kvm)"),
                    finding::text);
            assertEquals(4, finding.series().size());
            Map<?, ?> set = (Map<?, ?>)
                    ((List<?>) Json.object(AnswerJson.write(answer)).getOrDefault("sets", List.of())).getFirst();
            assertEquals(4, set.get("unmatched"));
        }
    }

    @Test
    void ofSeveralSettingsThatDifferNobodyIsSaidToHaveDecided() {
        var machine = new Environment("machine of a", Map.of());
        try (var asked = new Asked()) {
            asked.add("a", "host", "iozone", RATE, 1, 1000, 0);
            asked.add(
                    "a",
                    new Configuration("kvm", "KVM 1", Map.of(), Map.of("cache", "none", "disk", "raw"), machine),
                    "iozone",
                    RATE,
                    1,
                    900,
                    0);
            asked.add(
                    "a",
                    new Configuration("kvm", "KVM 2", Map.of(), Map.of("cache", "writeback", "disk", "qcow2"), machine),
                    "iozone",
                    RATE,
                    1,
                    500,
                    0);
            String text = findings(asked.answer(Need.of(Purpose.PROFILE_IO)), Finding.Kind.SETTINGS)
                    .getFirst()
                    .text();
            assertTrue(
                    text.endsWith(
                            "which of these does is not known. How far one more run would be from these values is not"
                                    + " known either."),
                    text);
        }
    }

    @Test
    void whatDoesNotCountAndSaysOtherwiseIsNamedBesideTheOrder() {
        try (var asked = new Asked()) {
            for (String program : PROGRAMS)
                for (var platform :
                        Map.of("host", 1.0, "kvm", 0.8, "xen-hvm", 0.95).entrySet())
                    asked.add("a", platform.getKey(), program, RATE, 10, 1000 * platform.getValue(), 0.005);
            for (var platform : Map.of("host", 1.0, "kvm", 1.4, "xen-hvm", 0.9).entrySet())
                asked.add("a", platform.getKey(), "iozone", RATE, 10, 1000 * platform.getValue(), 0.005);
            Answer answer = asked.answer(
                    Need.of(Purpose.BALANCED).withWeights(Weights.of(Map.of(Area.CPU, 60, Area.DISK, 40))));
            assertTrue(
                    answer.summary().contains("Measurements that do not count say otherwise in Disk: see the reasons."),
                    answer.summary()::toString);
            for (String platform : List.of("kvm", "xen-hvm"))
                assertTrue(
                        ranked(answer, platform).reasons().stream()
                                .anyMatch(reason -> reason.endsWith(
                                        "Measurements that do not count say otherwise in Disk: KVM is faster there.")),
                        ranked(answer, platform).reasons()::toString);
        }
    }

    @Test
    void theSameNumberOfGuestsInOtherWordsIsNoDifference() {
        try (var asked = new Asked()) {
            var machine = new Environment("machine of a", Map.of());
            for (String program : PROGRAMS) {
                asked.add("a", "host", program, RATE, 10, 1000, 0.005);
                asked.add(
                        "a",
                        new Configuration("kvm", "KVM", Map.of(), Map.of("guests", "3 VMs x 5 runs"), machine),
                        program,
                        RATE,
                        10,
                        970,
                        0.005);
                asked.add(
                        "a",
                        new Configuration("xen-hvm", "Xen", Map.of(), Map.of("guests", "the same 3 VMs"), machine),
                        program,
                        RATE,
                        10,
                        800,
                        0.005);
            }
            Answer answer = asked.answer(CPU);
            assertEquals(List.of(), findings(answer, Finding.Kind.NOT_ALONE));
        }
    }

    @Test
    void theEndsOfAnIntervalAreToldAsItsMiddleIs() {
        assertEquals("1.05 times", Phrases.times(1.053, 1.24));
        assertEquals("25.0 %", Phrases.times(1.25, 1.1));
    }

    @Test
    void aShareOfNativeCountsItsProgramsAndNotTheirMetrics() {
        try (var asked = new Asked()) {
            for (String metric : List.of("one", "two", "three"))
                for (String platform : List.of("host", "kvm"))
                    asked.add(
                            "a",
                            platform,
                            "hpl",
                            Metric.higher(metric, "x"),
                            10,
                            platform.equals("host") ? 100 : 97,
                            0.005);
            Ranked kvm = ranked(asked.answer(CPU), "kvm");
            assertTrue(
                    kvm.reasons().stream().anyMatch(reason -> reason.contains("by 3 measurements of 1 program of a")),
                    kvm.reasons()::toString);
        }
    }
}
