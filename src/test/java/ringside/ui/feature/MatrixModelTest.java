package ringside.ui.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.core.RingsideException;
import ringside.core.feature.Catalogue;
import ringside.core.feature.Column;
import ringside.core.feature.Era;
import ringside.core.feature.FeatureMatrix;
import ringside.core.feature.Fit;
import ringside.core.feature.Probed;
import ringside.core.feature.Support;
import ringside.ui.kit.Background;

class MatrixModelTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled();
    private static final FeatureMatrix MATRIX = CATALOGUE.matrix();

    @TempDir
    Path folder;

    private final MatrixModel model = model(Map.of());

    private static MatrixModel model(Map<String, String> kept) {
        var model = new MatrixModel(new Background(Runnable::run, Runnable::run), () -> CATALOGUE, kept);
        model.load();
        return model;
    }

    private Shown shown() {
        return Objects.requireNonNull(model.shownProperty().get());
    }

    private List<String> features() {
        return shown().rows().stream()
                .filter(row -> row instanceof Row.Line)
                .map(row -> ((Row.Line) row).feature().id())
                .toList();
    }

    private List<String> columns() {
        return shown().columns().stream().map(Column::id).toList();
    }

    private String command() {
        return String.join(" ", model.arguments("html"));
    }

    @Test
    void allFeaturesAreThereWithWhatTheStudyComparedFirst() {
        assertEquals(MATRIX.features().size(), features().size());
        assertEquals(
                new Row.Group(FeatureMatrix.BASIC, 3, false), shown().rows().getFirst());
        assertEquals(
                List.of("live-migration", "snapshots", "pci-passthrough"),
                features().subList(0, 3));
        assertEquals(Choices.USUAL, columns());
    }

    @Test
    void aSearchLooksAtNamesAndAtConditionsOfTheColumnsShown() {
        model.queryProperty().set("teleporting");
        assertTrue(features().contains("live-migration"), () -> features().toString());

        model.choose(now -> now.withColumns(List.of("kvm")));
        assertEquals(List.of(), features());
        assertEquals(
                "No feature matches “teleporting”",
                model.nothing().orElseThrow().what());

        model.nothing().orElseThrow().mend().run();
        assertEquals(MATRIX.features().size(), features().size());
    }

    @Test
    void onlyDifferencesLeavesOutWhatTheShownColumnsAgreeOn() {
        model.choose(now -> now.withDifferences(true));

        assertFalse(features().isEmpty());
        for (String feature : features())
            assertTrue(
                    columns().stream()
                                    .map(column -> MATRIX.cell(feature, column, Era.NOW)
                                            .support())
                                    .distinct()
                                    .count()
                            > 1,
                    feature);
    }

    @Test
    void whereThePlatformsAgreeItSaysSoAndOffersTheRest() {
        model.choose(now -> now.withColumns(List.of("kvm")).withDifferences(true));

        var nothing = model.nothing().orElseThrow();
        assertEquals("These platforms do not differ here", nothing.what());
        nothing.mend().run();
        assertEquals(MATRIX.features().size(), features().size());
    }

    @Test
    void whatChangedSinceShowsBothAnswersInOneCell() {
        model.choose(now -> now.withPeriod(Period.CHANGES));

        assertTrue(features().size() < MATRIX.features().size());
        CellText text = shown().text(
                        MATRIX.feature("cpu-hotplug").orElseThrow(),
                        MATRIX.column("kvm").orElseThrow());
        assertEquals("✗ No → ✓ Yes", text.says());
        assertTrue(text.spoken().contains("in spring 2013 no, now yes"), text::spoken);
    }

    @Test
    void theStudysViewIsItsThreeRowsOfSpring2013() {
        model.choose(now -> now.withPeriod(Period.SPRING_2013).withStudy(true));

        assertEquals(List.of("live-migration", "snapshots", "pci-passthrough"), features());
        assertEquals(
                "features list --platform qemu --platform kvm --platform xen --platform libvirt --platform virtualbox"
                        + " --feature live-migration --feature snapshots --feature pci-passthrough --year 2013"
                        + " --format html",
                command());
    }

    @Test
    void marksSayWhoFitsAndWhichCellDecides() {
        model.mark("pci-passthrough", Marks.Mark.MUST);
        model.mark("tpm", Marks.Mark.NICE);

        Fit virtualbox = Objects.requireNonNull(shown().fits().get("virtualbox"));
        assertEquals(Fit.Verdict.DOES_NOT, virtualbox.verdict());
        assertEquals("✗ Does not fit: PCI passthrough (VT-d / AMD-Vi)", FitText.brief(virtualbox));
        assertEquals(
                "✓ Fits, 1 of 1 nice to have",
                FitText.brief(Objects.requireNonNull(shown().fits().get("kvm"))));
        assertTrue(FitText.full(virtualbox).contains("Dropped in 6.1.0"), () -> FitText.full(virtualbox));
    }

    @Test
    void onlyWhatIMarkedShowsThatAndTellsWhoMarkedNothingHowToMark() {
        model.choose(now -> now.withMarked(true));
        assertEquals(
                "You have not marked a feature yet",
                model.nothing().orElseThrow().what());

        model.mark("trim", Marks.Mark.NICE);
        model.mark("tpm", Marks.Mark.MUST);
        assertEquals(Set.of("trim", "tpm"), Set.copyOf(features()));

        model.mark("trim", Marks.Mark.NONE);
        assertEquals(List.of("tpm"), features());
    }

    @Test
    void aFoldedGroupIsOpenWhereOnlyWhatIMarkedIsShown() {
        model.mark("tpm", Marks.Mark.MUST);
        model.foldAll(true);
        assertEquals(List.of(), features());

        model.choose(now -> now.withMarked(true));
        assertEquals(List.of("tpm"), features());
    }

    private MatrixModel withOwn(Map<String, String> kept) throws IOException {
        Files.writeString(folder.resolve("bhyve.json"), "{\"platforms\": [{\"id\": \"bhyve\", \"name\": \"bhyve\"}]}");
        var own = new MatrixModel(
                new Background(Runnable::run, Runnable::run), () -> Catalogue.load(List.of(folder)), kept);
        own.load();
        return own;
    }

    @Test
    void aPlatformOfOnesOwnIsAmongTheUsualOnes() throws IOException {
        assertEquals(
                List.of("qemu", "kvm", "xen", "libvirt", "virtualbox", "bhyve"),
                withOwn(Map.of()).columns());
    }

    @Test
    void aPlatformOfOnesOwnComesToChosenColumnsOnceAndCanBeHidden() throws IOException {
        MatrixModel own = withOwn(Map.of("columns", "kvm xen-hvm"));
        assertEquals(List.of("kvm", "xen-hvm", "bhyve"), own.columns());

        own.hide("bhyve");
        assertEquals(List.of("kvm", "xen-hvm"), withOwn(own.kept()).columns());
    }

    @Test
    void aMarkOfAFeatureThatIsGoneIsNoTrouble() {
        var kept = model(Map.of("must", "no-such-feature live-migration"));

        assertEquals(
                Fit.Verdict.FITS,
                Objects.requireNonNull(
                                Objects.requireNonNull(kept.shownProperty().get())
                                        .fits()
                                        .get("kvm"))
                        .verdict());
    }

    @Test
    void aFoldedGroupKeepsItsHeadingAndASearchOpensIt() {
        model.toggle("Mobility");
        assertFalse(features().contains("post-copy"));
        assertTrue(shown().rows().stream()
                .anyMatch(row -> row instanceof Row.Group group && group.title().equals("Mobility") && group.folded()));

        model.queryProperty().set("post-copy");
        assertTrue(features().contains("post-copy"));

        model.queryProperty().set("");
        model.foldAll(false);
        assertTrue(features().contains("post-copy"));
    }

    @Test
    void columnsAreChosenMovedAndHiddenButNeverAll() {
        model.choose(now -> now.withColumns(List.of("kvm", "xen-hvm", "virtualbox")));
        model.move("virtualbox", -2);
        assertEquals(List.of("virtualbox", "kvm", "xen-hvm"), columns());

        model.hide("kvm");
        model.hide("xen-hvm");
        model.hide("virtualbox");
        assertEquals(List.of("virtualbox"), columns());
    }

    @Test
    void twoPlatformsStandSideBySideAndTheChoiceOfColumnsStays() {
        model.choose(now -> now.withPair(List.of("kvm", "libvirt-kvm")));
        assertEquals(List.of("kvm", "libvirt-kvm"), columns());

        model.choose(now -> now.withPair(List.of()));
        assertEquals(Choices.USUAL, columns());
    }

    @Test
    void whatWasChosenIsFoundAgain() {
        model.mark("tpm", Marks.Mark.MUST);
        model.mark("trim", Marks.Mark.NICE);
        model.toggle("Mobility");
        model.choose(now -> now.withColumns(List.of("xen-hvm", "kvm"))
                .withPair(List.of("kvm", "qemu"))
                .withPeriod(Period.CHANGES)
                .withDifferences(true)
                .withNotes(false));

        assertEquals(
                model.choicesProperty().get(),
                model(model.kept()).choicesProperty().get());
    }

    @Test
    void aStateThatSomebodyEditedIsTakenAsNeverChosen() {
        var odd = model(Map.of("columns", "nonsense", "pair", "kvm", "period", "1999", "differences", "maybe"));

        assertEquals(
                Choices.USUAL,
                Objects.requireNonNull(odd.shownProperty().get()).columns().stream()
                        .map(Column::id)
                        .toList());
    }

    @Test
    void theCommandSaysTheSameAsTheTable() {
        model.choose(
                now -> now.withColumns(MATRIX.columns().stream().map(Column::id).toList())
                        .withDifferences(true)
                        .withPeriod(Period.CHANGES));
        model.queryProperty().set(" live migration ");

        assertEquals("features list --search live migration --differences --changes --format html", command());
    }

    @Test
    void aCellIsRevealedWhateverHidIt() {
        model.queryProperty().set("tpm");
        model.choose(now -> now.withDifferences(true).withFolded(Set.of("Mobility")));

        model.reveal(new Place("post-copy", "xen-pvh"));

        assertTrue(features().contains("post-copy"));
        assertTrue(columns().contains("xen-pvh"));
        assertEquals(new Place("post-copy", "xen-pvh"), model.openProperty().get());
    }

    @Test
    void weakerEvidenceAndWhatIsStatedForTheWholeProductAreFlagged() {
        Column pvh = MATRIX.column("xen-pvh").orElseThrow();

        CellText text = shown().text(MATRIX.feature("snapshots").orElseThrow(), pvh);

        assertEquals(List.of(CellText.Flag.WEAK, CellText.Flag.WHOLE), text.flags());
        assertTrue(text.spoken().contains("weaker than a statement"), text::spoken);
        assertTrue(text.spoken().contains("Stated for the product as a whole"), text::spoken);
    }

    @Test
    void everySupportHasASignAndAWordOfItsOwn() {
        assertEquals(
                Support.values().length,
                Set.copyOf(List.of(Support.values()).stream()
                                .map(CellText::says)
                                .toList())
                        .size());
    }

    @Test
    void theNewestAnswerOfAHostIsShownAndTheOthersAreKept() {
        var place = new Place("nested-virt", "kvm");
        model.probed(List.of(
                answer("old", Probed.Verdict.NOT_HERE, "2026-11-01T00:00:00Z"),
                answer("new", Probed.Verdict.VERIFIED, "2026-11-02T00:00:00Z")));

        assertEquals(
                List.of("new", "old"),
                model.probed(place).stream().map(Probed::host).toList());
        var feature = MATRIX.feature("nested-virt").orElseThrow();
        var kvm = MATRIX.column("kvm").orElseThrow();
        assertTrue(shown().text(feature, kvm).flags().contains(CellText.Flag.VERIFIED));

        model.choose(now -> now.withPeriod(Period.SPRING_2013));
        assertFalse(shown().text(feature, kvm).flags().contains(CellText.Flag.VERIFIED), "a host is of today");
    }

    private static Probed answer(String host, Probed.Verdict verdict, String time) {
        return new Probed("nested-virt", "kvm", verdict, "cat nested", "Y", host, Instant.parse(time));
    }

    @Test
    void aRefusedFileOfTheUsersLeavesAllElse() throws IOException {
        Files.writeString(folder.resolve("bad.json"), "{\"cells\": {\"kvm\": {\"trim\": {\"now\": 3}}}}");
        var own = new MatrixModel(
                new Background(Runnable::run, Runnable::run), () -> Catalogue.load(List.of(folder)), Map.of());
        own.load();

        assertEquals("bad.json", own.faultsProperty().get().getFirst().file());
        assertEquals(
                MATRIX.features().size(),
                Objects.requireNonNull(own.shownProperty().get()).rows().stream()
                        .filter(row -> row instanceof Row.Line)
                        .count());
    }

    @Test
    void aCatalogueThatCannotBeReadIsTrouble() {
        var broken = new MatrixModel(
                new Background(Runnable::run, Runnable::run),
                () -> {
                    throw new RingsideException("the folder is gone", "bring it back");
                },
                Map.of());
        broken.load();

        assertEquals(
                "the folder is gone",
                Objects.requireNonNull(broken.troubleProperty().get()).problem());
    }
}
