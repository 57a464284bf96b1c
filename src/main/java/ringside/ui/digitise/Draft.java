package ringside.ui.digitise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.core.digitise.Area;
import ringside.core.digitise.Axis;
import ringside.core.digitise.Calibration;
import ringside.core.digitise.Digitisation;
import ringside.core.digitise.Place;
import ringside.core.digitise.Scans;
import ringside.core.digitise.Series;
import ringside.core.digitise.Subject;
import ringside.core.result.Citation;
import ringside.ui.kit.Texts;

/**
 * A digitisation in the making: all that a person has said so far.
 *
 * @param suggested whether axes and series are still what the page looked like, seen by nobody
 */
record Draft(
        Optional<Digitisation.Source> source,
        String set,
        String figure,
        Subject.Said said,
        Map<String, String> platforms,
        Citation citation,
        String licence,
        AxisDraft x,
        AxisDraft y,
        Optional<Area> frame,
        List<Area> ignored,
        String at,
        List<Series> series,
        boolean suggested) {
    static final Draft EMPTY = new Draft(
            Optional.empty(),
            "",
            Subject.FREE,
            Subject.Said.NOTHING,
            Map.of(),
            Citation.NONE,
            "",
            AxisDraft.NOTHING,
            AxisDraft.NOTHING,
            Optional.empty(),
            List.of(),
            "",
            List.of(),
            false);

    Draft {
        series = List.copyOf(series);
        ignored = List.copyOf(ignored);
    }

    static Draft of(Digitisation all) {
        return new Draft(
                Optional.of(all.source()),
                all.set().orElse(""),
                all.figure(),
                all.said(),
                all.platforms(),
                all.citation(),
                all.licence(),
                AxisDraft.of(all.calibration().x()),
                AxisDraft.of(all.calibration().y()),
                all.frame(),
                all.ignored(),
                String.join(", ", all.at()),
                all.series(),
                false);
    }

    /** @throws IllegalArgumentException saying in a sentence what is missing or wrong */
    Digitisation complete() {
        return new Digitisation(
                Optional.of(set.strip()).filter(name -> !name.isEmpty()),
                source.orElseThrow(() -> new IllegalArgumentException(Texts.of("digitise.no-page-is-open"))),
                figure,
                said,
                platforms,
                citation,
                licence,
                calibration(),
                frame,
                ignored,
                Arrays.stream(at.split(","))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .toList(),
                series);
    }

    /** @throws IllegalArgumentException saying in a sentence what is missing or wrong */
    Calibration calibration() {
        Axis across = across();
        try {
            return new Calibration(across, y.axis());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(Texts.of("digitise.draft.y-axis", wrong.getMessage()), wrong);
        }
    }

    private Axis across() {
        try {
            return x.axis();
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(Texts.of("digitise.draft.x-axis", wrong.getMessage()), wrong);
        }
    }

    /** Whether its values run across the page rather than up, as those of lying bars do. */
    boolean lies() {
        Optional<Place> from = y.place(false);
        Optional<Place> to = y.place(true);
        return from.isPresent()
                && to.isPresent()
                && Math.abs(to.get().x() - from.get().x())
                        > Math.abs(to.get().y() - from.get().y());
    }

    /** The same axes with their places changed over, so that its values run across the page, or up again. */
    Draft laid(boolean across) {
        return across == lies() ? this : along(x.at(y), y.at(x));
    }

    int dpi() {
        return source.map(Digitisation.Source::dpi).orElse(Scans.USUAL_DPI);
    }

    Draft of(Digitisation.Source other) {
        return new Draft(
                Optional.of(other),
                set,
                figure,
                said,
                platforms,
                citation,
                licence,
                x,
                y,
                frame,
                ignored,
                at,
                series,
                suggested);
    }

    Draft about(String otherFigure, Subject.Said other) {
        return new Draft(
                source,
                set,
                otherFigure,
                other,
                platforms,
                citation,
                licence,
                x,
                y,
                frame,
                ignored,
                at,
                series,
                suggested);
    }

    Draft cited(Citation other) {
        return new Draft(
                source, set, figure, said, platforms, other, licence, x, y, frame, ignored, at, series, suggested);
    }

    Draft into(String otherSet) {
        return new Draft(
                source, otherSet, figure, said, platforms, citation, licence, x, y, frame, ignored, at, series,
                suggested);
    }

    Draft along(AxisDraft otherX, AxisDraft otherY) {
        return new Draft(
                source, set, figure, said, platforms, citation, licence, otherX, otherY, frame, ignored, at, series,
                false);
    }

    Draft within(Optional<Area> otherFrame, List<Area> others) {
        return new Draft(
                source,
                set,
                figure,
                said,
                platforms,
                citation,
                licence,
                x,
                y,
                otherFrame,
                others,
                at,
                series,
                suggested);
    }

    Draft readAt(String other) {
        return new Draft(
                source, set, figure, said, platforms, citation, licence, x, y, frame, ignored, other, series,
                suggested);
    }

    Draft with(List<Series> others) {
        return new Draft(
                source, set, figure, said, platforms, citation, licence, x, y, frame, ignored, at, others, suggested);
    }

    Draft with(int index, Series one) {
        var changed = new ArrayList<>(series);
        changed.set(index, one);
        return with(changed);
    }

    Draft seen(boolean bySomebody) {
        return new Draft(
                source, set, figure, said, platforms, citation, licence, x, y, frame, ignored, at, series, !bySomebody);
    }
}
