package ringside.core.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ringside.core.comparison.Asked.findings;
import static ringside.core.comparison.Asked.ranked;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.core.archive.Bundled;
import ringside.core.feature.Column;
import ringside.core.feature.Era;
import ringside.core.feature.Feature;
import ringside.core.feature.Fit;
import ringside.core.result.Origin;
import ringside.core.result.ResultStore;
import ringside.core.stats.Comparison;
import ringside.core.stats.Verdict;
import ringside.workbench.Workbench;

/** What the sets that come with the program let one say, and what they do not. */
class BundledAnswersTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/answer");
    private static Workbench workbench;
    private static Answer.Sources sources;

    @BeforeAll
    static void open() {
        workbench = Workbench.open("jdbc:h2:mem:" + UUID.randomUUID());
        sources = new Answer.Sources(workbench.store(), Asked.MATRIX, workbench.figures(), ClaimFile.bundled());
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    static List<String> sets() {
        return Bundled.names().stream()
                .map(name -> name.replace(".ringside", ""))
                .toList();
    }

    private static Answer answer(String set) {
        return Answer.of(Asked.about(Need.DEFAULT, set), sources);
    }

    @ParameterizedTest
    @MethodSource("sets")
    void answersWhatTheGoldenFileSays(String set) throws IOException {
        Path file = GOLDEN.resolve(set + ".txt");
        String now = text(answer(set));
        if ("write".equals(System.getProperty("golden"))) Files.writeString(file, now);
        else assertEquals(Files.readString(file), now);
    }

    @Test
    void allTogetherAnswerWhatTheGoldenFileSays() throws IOException {
        Path file = GOLDEN.resolve("all.txt");
        String now = text(Answer.of(Need.DEFAULT, sources));
        if ("write".equals(System.getProperty("golden"))) Files.writeString(file, now);
        else assertEquals(Files.readString(file), now);
    }

    private static String text(Answer answer) {
        var text = new StringBuilder();
        answer.summary().forEach(line -> text.append(line).append('\n'));
        for (Ranked ranked : answer.ranking())
            text.append('\n')
                    .append(ranked.rank() + " " + ranked.platform() + " ("
                            + ranked.fits().word() + ")\n  ")
                    .append(String.join("\n  ", ranked.reasons()))
                    .append('\n');
        text.append("\nfindings\n");
        answer.findings()
                .forEach(finding -> text.append("- " + finding.kind().title() + ", " + finding.set() + ", "
                        + finding.cells().size() + " cells: " + finding.text() + "\n"));
        text.append("\nmap\n");
        answer.map()
                .entries()
                .forEach(entry -> text.append(String.format(
                        Locale.ROOT,
                        "- %s %s %.4g%% of native, %d programs of %s%n",
                        entry.platform(),
                        entry.area().word(),
                        100 * entry.share(),
                        entry.programs(),
                        entry.sets())));
        text.append("\nclaims\n");
        for (Claim.Tested claim : answer.claims()) {
            text.append("- " + claim.claim().id() + " " + claim.verdict().word() + "\n");
            claim.sets()
                    .forEach(by ->
                            text.append("    " + by.set() + " " + by.verdict().word() + ": " + by.text() + "\n"));
        }
        text.append("\nwould change\n");
        answer.changes()
                .forEach(change -> text.append("- " + change.kind().word() + ": " + change.text() + "\n"
                        + change.commands().stream()
                                .map(command -> "    " + command + "\n")
                                .collect(Collectors.joining())));
        var verdicts = answer.evidence().cells().stream()
                .collect(Collectors.groupingBy(cell -> cell.verdict().word(), TreeMap::new, Collectors.counting()));
        return text.append("\ncells " + verdicts + "\n").toString();
    }

    @Test
    void theSetThatMustNotBeReadAsKvmAgainstXenIsFoundOutByItsOwnNumbers() {
        Answer answer = answer("dentis-2021");
        assertEquals(
                List.of("KVM", "Xen"),
                findings(answer, Finding.Kind.IMPLAUSIBLE).getFirst().subjects(),
                "a program that only computes differs by a third");
        assertTrue(findings(answer, Finding.Kind.NOT_ALONE)
                .getFirst()
                .text()
                .contains("kernel: 5.13.6 (KVM) against 5.3.18 (Xen); clock governor: powersave (KVM)"));
        assertEquals(1, findings(answer, Finding.Kind.NO_HOST).size());
        for (Cell cell : answer.evidence().cells()) assertEquals(Verdict.CANNOT_TELL, cell.verdict());
        assertEquals(ranked(answer, "kvm").rank(), ranked(answer, "xen").rank());
        assertEquals(List.of(), answer.map().entries());
        assertEquals(List.of(), findings(answer, Finding.Kind.LARGE), "a suspicion, not an overhead");
        for (Claim.Tested claim : answer.claims()) assertEquals(Claim.Verdict.NOT_TESTED, claim.verdict());
    }

    @Test
    void underAnotherNameTheSameSetIsStillFoundOut() {
        // Nothing looks at names: the numbers under another name give the same findings
        var kinds = answer("dentis-2021").findings().stream()
                .map(Finding::kind)
                .filter(Finding.Kind::takesAway)
                .toList();
        ResultStore store = workbench.store();
        store.rename("dentis-2021", "renamed");
        try {
            assertEquals(
                    kinds,
                    answer("renamed").findings().stream()
                            .map(Finding::kind)
                            .filter(Finding.Kind::takesAway)
                            .toList());
        } finally {
            store.rename("renamed", "dentis-2021");
        }
    }

    @Test
    void programsOfOneValueEachSupportTheClaimByTheirNumberAndOrderNothing() {
        Answer answer = answer("hayden-2014");
        assertEquals(Claim.Verdict.SUPPORTED, answer.claims().getFirst().verdict());
        assertEquals(
                List.of("P.hayden-time", "P.hayden-score"),
                answer.claims().getFirst().figures());
        assertEquals(ranked(answer, "kvm").rank(), ranked(answer, "xen-hvm").rank());
        // The table that was transcribed says neither how often anything was run nor how far it spread
        assertEquals(1, findings(answer, Finding.Kind.ONE_FIGURE).size());
        assertEquals(List.of(), findings(answer, Finding.Kind.SINGLE_RUNS));
    }

    @Test
    void aDiskThatBeatsItsHostIsCalledACacheAndLeavesTheClaimOpen() {
        Answer answer = answer("nakano-2013");
        List<Finding> good = findings(answer, Finding.Kind.TOO_GOOD);
        assertEquals(
                List.of("KVM writethrough", "Xen"),
                good.stream().flatMap(finding -> finding.subjects().stream()).toList());
        assertTrue(good.getLast().text().contains("Look for a cache between the guest and the disk"));
        assertEquals(Claim.Verdict.MIXED, answer.claims().get(2).verdict());
    }

    @Test
    void tuningMattersMoreThanThePlatform() {
        Answer answer = answer("felter-2014");
        Finding contrast = findings(answer, Finding.Kind.SETTINGS).getFirst();
        assertTrue(contrast.text().contains("KVM tuned (20 Aug) reaches 97.7 % and KVM untuned 44.8 % of Host"));
        assertTrue(contrast.text().contains("CPU topology"));
    }

    @Test
    void emulationIsBehindHardwareVirtualizationByFarAndForSure() {
        Answer answer = answer("tub-2018-a");
        assertEquals(1, ranked(answer, "kvm").rank());
        assertNotEquals(1, ranked(answer, "qemu").rank());
        assertTrue(ranked(answer, "kvm").reasons().stream()
                .anyMatch(reason -> reason.startsWith("Ahead of QEMU (TCG) on one machine: ")));
    }

    @Test
    void twoDisksThatDisagreeDoNotHideThatEmulationIsFarBehindInAllElse() {
        Answer answer = Answer.of(Need.of(Purpose.CONSOLIDATION), sources);
        Ranked kvm = ranked(answer, "kvm");
        assertTrue(kvm.rank() < ranked(answer, "qemu").rank());
        assertTrue(
                kvm.reasons().stream().anyMatch(reason -> reason.startsWith("Ahead of QEMU (TCG) on one machine: ")),
                kvm.reasons()::toString);
    }

    @Test
    void everyCandidateThatAMustRulesOutIsNamedBesideIt() {
        Evidence evidence = Evidence.read(workbench.store(), Need.DEFAULT);
        for (Feature feature : Asked.MATRIX.features())
            for (Era era : Era.values()) {
                List<String> named = Fit.ruledOut(Asked.MATRIX, feature.id(), era).stream()
                        .map(Column::id)
                        .toList();
                Candidate.of(Asked.MATRIX, Need.needs(List.of(feature.id()), List.of(), era), evidence).stream()
                        .filter(candidate -> candidate.fits() == Fit.Verdict.DOES_NOT)
                        .forEach(out -> assertTrue(named.contains(out.platform()), feature.id() + " " + out));
            }
    }

    /** What the conventions for values that were hardly repeated say of the bundled sets. */
    @Test
    void computingProgramsAreAsFarApartAsTheConventionSays() {
        var apart = new ArrayList<Double>();
        for (Cell cell :
                published().stream().flatMap(set -> set.cells().stream()).toList())
            if (Program.of(cell.task()).computes()
                    && cell.hasRatio()
                    && !cell.isSure()
                    && !Subjects.isEmulated(cell.configuration())) apart.add(Math.max(cell.ratio(), 1 / cell.ratio()));
        for (double each : apart) assertTrue(each <= 1.08 || each >= 1.31, apart::toString);
        assertTrue(apart.size() >= 20, apart::toString);

        var series = new ArrayList<Double>();
        for (Studied set : published())
            set.measured()
                    .forEach((task, by) -> by.forEach((configuration, repetitions) -> {
                        if (!Program.of(task).computes() || Subjects.isEmulated(configuration) || repetitions.n() < 3)
                            return;
                        DoubleSummaryStatistics values =
                                Arrays.stream(repetitions.values()).summaryStatistics();
                        series.add(values.getMax() / values.getMin());
                    }));
        long close = series.stream().filter(each -> each <= 1.13).count();
        assertEquals(0.8, (double) close / series.size(), 0.05, series::toString);
        assertTrue(series.stream().allMatch(each -> each <= 1.51), series::toString);
    }

    @Test
    void twoRunsOfOneMeasurementAreObviouslyApartInOneOfSixCases() {
        var shares = new ArrayList<Double>();
        for (Studied set : published())
            set.measured()
                    .values()
                    .forEach(by -> by.values().forEach(repetitions -> {
                        if (repetitions.n() >= Comparison.FEWEST) shares.add(farApart(repetitions.values()));
                    }));
        double mean = shares.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        assertEquals(1 / 6.0, mean, 0.02);
    }

    private static List<Studied> published() {
        return Evidence.read(workbench.store(), Need.DEFAULT).sets().stream()
                .filter(set -> set.stored().set().origin() == Origin.PUBLISHED)
                .toList();
    }

    private static double farApart(double[] values) {
        int far = 0;
        int all = 0;
        for (int i = 0; i < values.length; i++)
            for (int j = 0; j < i; j++) {
                all++;
                if (Math.max(values[i], values[j]) >= Obvious.FAR * Math.min(values[i], values[j])) far++;
            }
        return (double) far / all;
    }

    @Test
    void everyProgramOfTheBundledSetsHasItsClass() {
        Answer answer = Answer.of(Need.DEFAULT, sources);
        assertEquals(List.of(), findings(answer, Finding.Kind.UNKNOWN));
        for (Studied set : answer.evidence().sets())
            for (Task task : set.measured().keySet())
                assertNotEquals(
                        Area.OTHER,
                        Program.of(task.benchmark(), task.metric(), task.point())
                                .area(),
                        task::text);
    }
}
