package ringside.ui.digitise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.digitise.Axis;
import ringside.core.digitise.Calibration;
import ringside.core.digitise.Colour;
import ringside.core.digitise.Digitisation;
import ringside.core.digitise.DigitisationFile;
import ringside.core.digitise.Mark;
import ringside.core.digitise.Picture;
import ringside.core.digitise.Place;
import ringside.core.digitise.Scale;
import ringside.core.digitise.Scan;
import ringside.core.digitise.Series;
import ringside.core.digitise.Subject;
import ringside.core.figure.Figures;
import ringside.core.format.Outcome;
import ringside.core.result.Citation;
import ringside.core.result.Parameters;
import ringside.ui.kit.Background;
import ringside.ui.kit.Changes;

class DigitiseModelTest {
    private static final String THESIS = "a".repeat(64);
    private static final String CHART = "b".repeat(64);
    private static final int PAGES = 80;

    private final List<String> opened = new ArrayList<>();
    private final List<RingsideException> refused = new ArrayList<>();
    private final DigitiseModel model = model(new Background(Runnable::run, Runnable::run));

    @TempDir
    Path folder;

    @Test
    void aSavedCalibrationOpensThePageItWasSaidOf() {
        model.open(Path.of("thesis.pdf"), 1, refused::add);
        model.openSaved(saved(source("thesis.pdf", THESIS, 57, true, 300)), refused::add);

        assertEquals(List.of(), refused);
        assertEquals(List.of("thesis.pdf 1 200", "thesis.pdf 57 300"), opened);
        assertEquals(57, model.scanProperty().get().orElseThrow().page());
        assertEquals(
                Optional.of(source("thesis.pdf", THESIS, 57, true, 300)),
                model.draft().source());
        assertEquals(List.of("KVM", "Xen"), names());
    }

    @Test
    void aSavedCalibrationWaitsForItsDocumentAndThenShowsItsPage() {
        model.openSaved(saved(source("thesis.pdf", THESIS, 57, true, 200)), refused::add);
        model.open(Path.of("thesis.pdf"), 1, refused::add);

        assertEquals(List.of(), refused);
        assertEquals(57, model.scanProperty().get().orElseThrow().page());
        assertEquals(57, model.draft().source().orElseThrow().page());
        assertEquals(List.of("KVM", "Xen"), names());
    }

    @Test
    void aCalibrationThatNamesNoFileTakesTheOneThatIsOpen() {
        model.openSaved(saved(source("", "", 57, true, 200)), refused::add);
        model.open(Path.of("thesis.pdf"), 1, refused::add);

        assertEquals(
                Optional.of(source("thesis.pdf", THESIS, 57, true, 200)),
                model.draft().source());
        assertEquals(List.of("KVM", "Xen"), names());
    }

    @Test
    void aSavedCalibrationOfAnotherDocumentIsRefusedAndChangesNothing() {
        model.open(Path.of("chart.png"), 1, refused::add);
        Draft before = model.draft();
        model.openSaved(saved(source("thesis.pdf", THESIS, 57, true, 200)), refused::add);
        model.openSaved(saved(source("other.png", "c".repeat(64), 1, false, 200)), refused::add);
        model.openSaved(saved(source("", "", 1, true, 200)), refused::add);

        assertEquals(
                List.of(
                        "saved.yaml was said of thesis.pdf, and chart.png is another file",
                        "saved.yaml was said of other.png, and chart.png is another file",
                        "saved.yaml was calibrated in points of a PDF's page, and chart.png is a picture"),
                refused.stream().map(RingsideException::problem).toList());
        assertEquals(
                "open thesis.pdf first, and then what was saved",
                refused.getFirst().remedy());
        assertEquals(before, model.draft());
    }

    @Test
    void aDocumentThatASavedCalibrationIsNotOfIsShownAndTheCalibrationNamed() {
        model.openSaved(saved(source("thesis.pdf", THESIS, 57, true, 200)), refused::add);
        model.open(Path.of("chart.png"), 1, refused::add);

        assertEquals(
                List.of("The saved calibration was said of thesis.pdf, and chart.png is another file"),
                refused.stream().map(RingsideException::problem).toList());
        assertEquals(CHART, model.draft().source().orElseThrow().sha256());
        assertEquals(List.of(), names());
    }

    @Test
    void aPageThatIsRefusedLeavesTheOneBeforeAndTheWayToAnother() {
        model.openSaved(saved(source("thesis.pdf", THESIS, PAGES, true, 200)), refused::add);
        model.open(Path.of("thesis.pdf"), PAGES, refused::add);
        Draft before = model.draft();
        model.turn(PAGES + 1, refused::add);

        assertEquals(1, refused.size());
        assertEquals(before, model.draft());

        model.turn(PAGES - 1, refused::add);
        assertEquals(1, refused.size());
        assertEquals(PAGES - 1, model.scanProperty().get().orElseThrow().page());
        assertEquals(List.of(), names());
        assertEquals("fio", model.draft().said().benchmark());
    }

    @Test
    void whatIsMissingToReadASeriesIsSaidWithItsRemedy() {
        model.openSaved(saved(source("chart.png", CHART, 1, false, 200)), refused::add);
        model.open(Path.of("chart.png"), 1, refused::add);
        model.change(now -> now.with(0, colourless(now.series().getFirst())));
        model.read(0, refused::add);
        model.readAll(refused::add);
        model.change(now -> now.readAt("1, many"));
        model.read(1, refused::add);

        assertEquals(
                List.of("KVM has no colour", "KVM has no colour", "at: values of x are numbers, unlike \"many\""),
                refused.stream().map(RingsideException::problem).toList());
        assertTrue(refused.stream().allMatch(one -> one.remedy().equals("say it beside the page")));
    }

    @Test
    void aReadingIsDroppedWhenItsSeriesAreNoLongerThose() {
        for (Consumer<DigitiseModel> meanwhile :
                List.<Consumer<DigitiseModel>>of(one -> one.removeSeries(0), DigitiseModel::undo)) {
            var fx = new ArrayDeque<Runnable>();
            DigitiseModel slow = model(new Background(Runnable::run, fx::add));
            slow.openSaved(saved(source("chart.png", CHART, 1, false, 200)), refused::add);
            runAll(fx);
            slow.open(Path.of("chart.png"), 1, refused::add);
            runAll(fx);
            slow.change(now -> now.with(
                    0,
                    now.series()
                            .getFirst()
                            .by(Series.Method.CLICKS)
                            .with(List.of(new Mark.Seen(new Place(20, 20), 0.5, "")))));
            slow.readAll(refused::add);
            meanwhile.accept(slow);
            Draft kept = slow.draft();
            runAll(fx);

            assertEquals(kept.seen(true), slow.draft().seen(true));
        }
        assertEquals(List.of(), refused);
    }

    private static void runAll(Deque<Runnable> waiting) {
        while (!waiting.isEmpty()) waiting.removeFirst().run();
    }

    private static Series colourless(Series one) {
        return new Series(
                one.name(),
                one.platform(),
                one.parameters(),
                Optional.empty(),
                one.method(),
                one.tolerance(),
                one.marks(),
                one.doubts());
    }

    private List<String> names() {
        return model.draft().series().stream().map(Series::name).toList();
    }

    private Path saved(Digitisation.Source source) {
        Path file = folder.resolve("saved.yaml");
        DigitisationFile.save(figure(source), file);
        return file;
    }

    private static Digitisation.Source source(String name, String sha, int page, boolean pdf, int dpi) {
        return new Digitisation.Source(name, sha, page, pdf, dpi, "");
    }

    private static Digitisation figure(Digitisation.Source source) {
        var x = new Axis(new Scale.Linear(0, 10), new Place(5, 35), new Place(35, 35), 0.5);
        var y = new Axis(new Scale.Linear(0, 100), new Place(5, 35), new Place(5, 5), 0.5);
        return new Digitisation(
                Optional.empty(),
                source,
                Subject.FREE,
                new Subject.Said("fio", "Bandwidth", "MB/s", "higher", "size", Parameters.NONE),
                Map.of(),
                Citation.NONE,
                "",
                new Calibration(x, y),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(
                        Series.of("KVM", Colour.of(0xff0000), Series.Method.LINE),
                        Series.of("Xen", Colour.of(0x0000ff), Series.Method.LINE)));
    }

    private DigitiseModel model(Background background) {
        return new DigitiseModel(background, new Sources(), Figures.bundled(), new Changes());
    }

    /** White pages of forty by forty pixels. */
    private final class Sources implements DigitiseSources {
        @Override
        public Scan open(Path file, int page, int dpi) {
            opened.add(file + " " + page + " " + dpi);
            boolean pdf = file.toString().endsWith(".pdf");
            int pages = pdf ? PAGES : 1;
            if (page > pages) throw new RingsideException("There is no page " + page, "choose another one");
            int[] white = new int[40 * 40];
            Arrays.fill(white, 0xffffff);
            return new Scan(
                    file.toString(), pdf ? THESIS : CHART, page, pages, pdf, new Picture(40, 40, white, 1), List.of());
        }

        @Override
        public Outcome keep(Digitisation figure, Progress progress) {
            throw new UnsupportedOperationException("nothing is kept here");
        }
    }
}
