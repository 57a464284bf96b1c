package ringside.ui.digitise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import ringside.core.RingsideException;
import ringside.core.digitise.Area;
import ringside.core.digitise.Digitisation;
import ringside.core.digitise.DigitisationFile;
import ringside.core.digitise.Place;
import ringside.core.digitise.Scan;
import ringside.core.digitise.Series;
import ringside.core.digitise.Suggestion;
import ringside.ui.kit.Background;
import ringside.ui.kit.Texts;

/** The page that is open, and how it comes together with what was said of a figure: only on its own page does that count. */
final class Opening {
    private final Background background;
    private final Background.Latest latest;
    private final DigitiseSources sources;
    private final Drafting drafting;
    private final Consumer<Draft> show;
    private final ReadOnlyObjectWrapper<Optional<Scan>> scan = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Path> file = Optional.empty();

    /** @param show given what is said of the page that was opened */
    Opening(Background background, DigitiseSources sources, Drafting drafting, Consumer<Draft> show) {
        this.background = background;
        this.latest = background.latest();
        this.sources = sources;
        this.drafting = drafting;
        this.show = show;
    }

    ReadOnlyObjectProperty<Optional<Scan>> scanProperty() {
        return scan.getReadOnlyProperty();
    }

    /** A page as it was opened, and what it looks like. */
    private record Opened(Path file, Scan scan, Suggestion suggestion) {}

    /** Opens a page, and suggests axes and series where nothing was said yet of its document. */
    void open(Path path, int page, Consumer<RingsideException> refused) {
        load(path, page, drafting.draft().dpi(), opened -> take(opened, refused), refused);
    }

    private void load(Path path, int page, int dpi, Consumer<Opened> use, Consumer<RingsideException> refused) {
        latest.run(
                Texts.of("digitise.opening.opening", path.getFileName()),
                progress -> {
                    Scan scanned = sources.open(path, page, dpi);
                    return new Opened(path, scanned, Suggestion.of(scanned));
                },
                use,
                refused);
    }

    private void take(Opened opened, Consumer<RingsideException> refused) {
        Draft now = drafting.draft();
        Optional<Digitisation.Source> said = now.source();
        Optional<String> unlike = said.flatMap(source -> source.unlike(opened.scan()));
        if (said.isPresent() && unlike.isEmpty()) {
            resume(now, said.get(), opened, refused);
            return;
        }
        boolean waiting = scan.get().isEmpty();
        show(opened, suggested(now, opened.scan(), opened.suggestion()));
        if (waiting && unlike.isPresent())
            refused.accept(another(Texts.of("digitise.opening.calibration"), unlike.get(), said.orElseThrow()));
    }

    private static RingsideException another(String what, String unlike, Digitisation.Source of) {
        String document = of.document().isBlank() ? Texts.of("digitise.opening.own-document") : of.document();
        return new RingsideException(what + " " + unlike, Texts.of("digitise.opening.open-first", document));
    }

    /** Goes on with what was said of a page: on that page, for on no other one its places mean anything. */
    private void resume(Draft said, Digitisation.Source source, Opened opened, Consumer<RingsideException> refused) {
        if (source.page() == opened.scan().page()) show(opened, said.of(source.of(opened.scan())));
        else
            load(
                    opened.file(),
                    source.page(),
                    source.dpi(),
                    right -> show(right, said.of(source.of(right.scan()))),
                    refused);
    }

    private void show(Opened opened, Draft said) {
        file = Optional.of(opened.file());
        scan.set(Optional.of(opened.scan()));
        show.accept(said);
    }

    /** What the page looks like. Who says something of it has seen it, and from then on it counts. */
    private static Draft suggested(Draft now, Scan scan, Suggestion suggestion) {
        Area area = suggestion.frame().orElse(scan.picture().area());
        double blur = scan.picture().unit() / 2;
        var low = new Place(area.left(), area.bottom());
        AxisDraft none = AxisDraft.NOTHING;
        boolean found = suggestion.frame().isPresent();
        var series = new ArrayList<Series>();
        for (Series one : suggestion.series()) series.add(one.named(Texts.of("digitise.series", series.size() + 1)));
        return new Draft(
                Optional.of(
                        new Digitisation.Source(scan.name(), scan.sha256(), scan.page(), scan.pdf(), now.dpi(), "")),
                "",
                now.figure(),
                now.said(),
                Map.of(),
                now.citation(),
                now.licence(),
                found ? none.at(low, new Place(area.right(), area.bottom()), blur) : none,
                found ? none.at(low, new Place(area.left(), area.top()), blur) : none,
                suggestion.frame(),
                List.of(),
                "",
                series,
                true);
    }

    /** Another page of the same document; what was said of the figure goes with the page that it was on. */
    void turn(int page, Consumer<RingsideException> refused) {
        file.ifPresent(path -> load(
                path,
                page,
                drafting.draft().dpi(),
                opened -> show(opened, suggested(drafting.draft(), opened.scan(), opened.suggestion())),
                refused));
    }

    /** Opens what was saved; the document it is about has to be open, or is opened next. */
    void openSaved(Path path, Consumer<RingsideException> refused) {
        background.run(
                Texts.of("digitise.opening.reading", path.getFileName()),
                progress -> DigitisationFile.read(path),
                read -> {
                    if (scan.get().isEmpty()) show.accept(Draft.of(read));
                    else onThisPage(path, read, scan.get().get(), refused);
                },
                refused);
    }

    private void onThisPage(Path path, Digitisation read, Scan page, Consumer<RingsideException> refused) {
        Digitisation.Source source = read.source();
        Optional<String> unlike = source.unlike(page);
        boolean drawnAlike = !page.pdf() || source.dpi() == drafting.draft().dpi();
        if (unlike.isPresent()) refused.accept(another(String.valueOf(path.getFileName()), unlike.get(), source));
        else if (source.page() == page.page() && drawnAlike) show.accept(Draft.of(read.with(source.of(page))));
        else
            file.ifPresent(document -> load(
                    document,
                    source.page(),
                    source.dpi(),
                    opened -> show(opened, Draft.of(read.with(source.of(opened.scan())))),
                    refused));
    }
}
