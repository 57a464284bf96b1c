package ringside.core.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.core.RingsideException;

class FitTest {
    private static final FeatureMatrix MATRIX = Catalogue.bundled().matrix();
    private static final List<String> ALL = Names.columns(MATRIX);

    private static Needs needs(List<String> must, List<String> nice) {
        return new Needs(new LinkedHashSet<>(must), new LinkedHashSet<>(nice), Era.NOW);
    }

    private static Fit fit(String platform, List<String> must, List<String> nice) {
        return Fit.of(MATRIX, needs(must, nice), List.of(platform)).getFirst();
    }

    @Test
    void onePlainNoRulesAPlatformOutAndIsNamedFirst() {
        Fit fit = fit("xen-pvh", List.of("live-migration", "tpm", "pci-passthrough"), List.of());
        assertEquals(Fit.Verdict.DOES_NOT, fit.verdict());
        assertEquals(
                List.of("pci-passthrough", "tpm", "live-migration"),
                fit.reasons().stream().map(reason -> reason.feature().id()).toList());
        assertEquals(
                List.of("PCI passthrough (VT-d / AMD-Vi) – no: libxl refuses it: not yet supported for x86 PVH guests"),
                fit.decisive().stream().map(Fit.Reason::text).toList());
    }

    @Test
    void whatAMustRulesOutIsNamedAsAWholeAndInParts() {
        List<String> now = Fit.ruledOut(MATRIX, "confidential", Era.NOW).stream()
                .map(Column::id)
                .toList();
        assertTrue(now.containsAll(List.of("xen", "xen-pv", "xen-hvm", "xen-pvh")), now::toString);
        assertTrue(!now.contains("kvm"), now::toString);
        List<String> then = Fit.ruledOut(MATRIX, "ballooning", Era.SPRING_2013).stream()
                .map(Column::id)
                .toList();
        assertTrue(then.contains("xen-pvh"), "it was not there yet: " + then);
    }

    @Test
    void conditionsAreTheNotesOfThePartialCells() {
        Fit fit = fit("virtualbox", List.of("live-migration", "snapshots"), List.of());
        assertEquals(Fit.Verdict.FITS_IF, fit.verdict());
        assertEquals(1, fit.decisive().size());
        assertTrue(fit.decisive().getFirst().text().startsWith("Live migration – partly: Teleporting: shared storage"));
    }

    @Test
    void whatIsNotKnownIsNoConditionAndSaysSo() {
        Fit fit = fit("xen-hvm", List.of("secure-boot"), List.of());
        assertEquals(Fit.Verdict.FITS_IF, fit.verdict());
        assertEquals(
                "UEFI Secure Boot for guests – unknown, nobody says whether it is there: OVMF is supported; nothing found on Secure Boot inside guests",
                fit.decisive().getFirst().text());
        assertEquals("Unknown", fit.title());
        assertTrue(fit.isUnknown());
    }

    @Test
    void aConditionStandsBeforeWhatNobodySays() {
        Fit fit = fit("xen-hvm", List.of("secure-boot", "nested-virt"), List.of());
        assertEquals("Fits if", fit.title());
        assertEquals(
                List.of("nested-virt", "secure-boot"),
                fit.decisive().stream().map(reason -> reason.feature().id()).toList());
    }

    @Test
    void aPlatformThatWasNotThereFitsNothing() {
        var needs = new Needs(new LinkedHashSet<>(List.of("live-migration")), new LinkedHashSet<>(), Era.SPRING_2013);
        Fit fit = Fit.of(MATRIX, needs, List.of("xen-pvh")).getFirst();
        assertEquals(Fit.Verdict.DOES_NOT, fit.verdict());
        assertTrue(
                fit.decisive()
                        .getFirst()
                        .text()
                        .startsWith("Live migration – the platform was not there yet: PVH guests"),
                fit.decisive().getFirst()::text);
    }

    @Test
    void whatWasNotStatedOfTheVariantSaysSo() {
        String text = fit("xen-pv", List.of("post-copy"), List.of())
                .decisive()
                .getFirst()
                .text();
        assertTrue(text.contains("no, by its absence from a list"), text);
        assertTrue(text.endsWith("(stated for Xen as a whole)"), text);
    }

    @Test
    void whoeverNeedsNothingIsServedByAll() {
        for (Fit fit : Fit.of(MATRIX, Needs.NONE, ALL)) assertEquals(Fit.Verdict.FITS, fit.verdict());
    }

    @Test
    void welcomeFeaturesAreCountedAndNeverRuleOut() {
        Fit fit = fit(
                "kvm", List.of("live-migration"), List.of("nested-virt", "no-hw-virt", "pvh-guests", "live-migration"));
        assertEquals(Fit.Verdict.FITS, fit.verdict());
        assertEquals(
                List.of("nested-virt", "no-hw-virt", "pvh-guests"),
                fit.nice().stream().map(reason -> reason.feature().id()).toList(),
                "what must be there is not counted twice");
        assertEquals(1, fit.niceMet());
        assertEquals(1, fit.nicePartly());
    }

    @Test
    void theBestComesFirst() {
        List<String> order = Fit.of(
                        MATRIX,
                        needs(List.of("live-migration", "pci-passthrough"), List.of("post-copy")),
                        List.of("virtualbox", "qemu", "xen-pv", "kvm"))
                .stream()
                .sorted(Fit.BEST_FIRST)
                .map(fit -> fit.platform().id())
                .toList();
        assertEquals(List.of("kvm", "xen-pv", "qemu", "virtualbox"), order);
    }

    @Test
    void theYearThatIsAskedAboutDecides() {
        var must = new LinkedHashSet<>(List.of("post-copy"));
        assertEquals(
                Fit.Verdict.DOES_NOT,
                Fit.of(MATRIX, new Needs(must, new LinkedHashSet<>(), Era.SPRING_2013), List.of("kvm"))
                        .getFirst()
                        .verdict());
        assertEquals(
                Fit.Verdict.FITS, fit("kvm", List.of("post-copy"), List.of()).verdict());
    }

    @Test
    void theVerdictIsThatOfTheWorstCellWhateverIsNeeded() {
        for (Feature one : MATRIX.features())
            for (Feature two : MATRIX.features())
                for (Fit fit : Fit.of(MATRIX, needs(List.of(one.id(), two.id()), List.of()), ALL)) {
                    var cells = fit.reasons().stream()
                            .map(reason -> reason.cell().support())
                            .toList();
                    Fit.Verdict expected = cells.contains(Support.NO)
                            ? Fit.Verdict.DOES_NOT
                            : cells.stream().allMatch(Support.YES::equals) ? Fit.Verdict.FITS : Fit.Verdict.FITS_IF;
                    assertEquals(expected, fit.verdict());
                    assertTrue(!fit.decisive().isEmpty(), "a verdict without a reason");
                }
    }

    @Test
    void anUnknownFeatureIsRefusedWithThoseNearIt() {
        var refused = assertThrows(RingsideException.class, () -> fit("kvm", List.of("live-migraton"), List.of()));
        assertEquals("There is no feature 'live-migraton'", refused.problem());
        assertEquals("near it: live-migration", refused.remedy());
        assertThrows(RingsideException.class, () -> fit("nowhere", List.of(), List.of()));
    }

    @Test
    void nearNamesAreThoseThatHoldItAndThoseAFewLettersAway() {
        assertEquals(List.of("xen", "xen-pv", "xen-hvm", "xen-pvh"), Names.near("xen", ALL));
        assertEquals(List.of("kvm"), Names.near("kmv", ALL).subList(0, 1));
        assertEquals(List.of(), Names.near("solaris-zones-of-old", ALL));
    }
}
