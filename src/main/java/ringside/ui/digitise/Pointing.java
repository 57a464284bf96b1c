package ringside.ui.digitise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import ringside.core.digitise.Area;
import ringside.core.digitise.Colour;
import ringside.core.digitise.Mark;
import ringside.core.digitise.Place;
import ringside.core.digitise.Scan;
import ringside.core.digitise.Series;
import ringside.core.digitise.Snapping;
import ringside.ui.digitise.Mode.Picked;

/** What clicks, drags and keys on the page do: they set places of axes, colours and points, and move what was picked. */
final class Pointing {
    /** A click this near to a line of the page's own paths means that line. */
    private static final double SNAP = 3;

    /** Screen points around a point that a click means it by. */
    private static final double REACH = 9;

    private final DigitiseModel model;
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.PICK);
    private final ObjectProperty<Picked> picked = new SimpleObjectProperty<>(Picked.NOTHING);

    Pointing(DigitiseModel model) {
        this.model = model;
    }

    ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    ObjectProperty<Picked> pickedProperty() {
        return picked;
    }

    /** What was picked may not be there any more. */
    void forget() {
        mode.set(Mode.PICK);
        picked.set(Picked.NOTHING);
    }

    /**
     * A click on the page.
     *
     * @param zoom screen points per page unit when it was clicked
     */
    void click(Place place, double zoom) {
        switch (mode.get()) {
            case Mode.Pick() -> picked.set(nearest(place, REACH / zoom));
            case Mode.AxisPlace(boolean vertical, boolean end) -> {
                setAxis(vertical, end, place, true, clicked(zoom));
                picked.set(new Picked.AxisEnd(vertical, end));
                mode.set(end ? Mode.PICK : new Mode.AxisPlace(vertical, true));
            }
            case Mode.SeriesColour(int series) -> {
                model.scanProperty()
                        .get()
                        .ifPresent(page ->
                                setColour(series, Colour.of(page.picture().at(place))));
                mode.set(Mode.PICK);
            }
            case Mode.Points(int series) -> addPoint(series, place, clicked(zoom));
            case Mode.Frame(boolean ignored) -> {}
        }
    }

    /** How far off a click may be: half a pixel of the picture, and half a point of the screen that it was seen on. */
    private double clicked(double zoom) {
        double unit =
                model.scanProperty().get().map(page -> page.picture().unit()).orElse(1.0);
        return Math.hypot(unit / 2, 0.5 / zoom);
    }

    private void setAxis(boolean vertical, boolean end, Place place, boolean snap, double off) {
        Optional<Scan> page = model.scanProperty().get();
        if (page.isEmpty()) return;
        Place snapped = snap ? Snapping.of(page.get()).snap(place, SNAP) : place;
        boolean up = vertical != model.draft().lies();
        boolean exact = up ? snapped.y() != place.y() : snapped.x() != place.x();
        double blur = exact ? 0.005 : off;
        model.change(now -> vertical
                ? now.along(now.x(), now.y().at(end, snapped, blur))
                : now.along(now.x().at(end, snapped, blur), now.y()));
    }

    private void setColour(int series, Colour colour) {
        model.change(now -> {
            Series one = now.series().get(series).with(colour);
            return now.with(series, one.method().automatic() ? one : one.by(Series.Method.LINE));
        });
    }

    private void addPoint(int series, Place place, double blur) {
        var mark = new Mark.Seen(place, blur, "");
        model.change(now -> {
            var marks = new ArrayList<>(now.series().get(series).marks());
            marks.add(mark);
            return now.with(
                    series, now.series().get(series).by(Series.Method.CLICKS).with(marks));
        });
        picked.set(new Picked.Point(
                series, model.draft().series().get(series).marks().size() - 1));
    }

    /** A drag over the page. */
    void drag(Area area) {
        if (!(mode.get() instanceof Mode.Frame(boolean ignored)) || Mode.isEmpty(area)) return;
        model.change(now -> {
            if (!ignored) return now.within(Optional.of(area), now.ignored());
            var more = new ArrayList<>(now.ignored());
            more.add(area);
            return now.within(now.frame(), more);
        });
        mode.set(Mode.PICK);
    }

    private Picked nearest(Place place, double reach) {
        Picked best = Picked.NOTHING;
        double off = reach;
        List<Series> series = model.draft().series();
        for (int i = 0; i < series.size(); i++)
            for (int j = 0; j < series.get(i).marks().size(); j++) {
                if (!(series.get(i).marks().get(j) instanceof Mark.Seen seen)) continue;
                if (seen.place().distance(place) > off) continue;
                off = seen.place().distance(place);
                best = new Picked.Point(i, j);
            }
        for (boolean vertical : new boolean[] {false, true})
            for (boolean end : new boolean[] {false, true}) {
                Optional<Place> at =
                        (vertical ? model.draft().y() : model.draft().x()).place(end);
                if (at.isEmpty() || at.get().distance(place) >= off) continue;
                off = at.get().distance(place);
                best = new Picked.AxisEnd(vertical, end);
            }
        return best;
    }

    /** Where the picked point is. */
    Optional<Place> pickedPlace() {
        return switch (picked.get()) {
            case Picked.Nothing() -> Optional.empty();
            case Picked.AxisEnd(boolean vertical, boolean end) ->
                (vertical ? model.draft().y() : model.draft().x()).place(end);
            case Picked.Point(int series, int mark) -> mark(series, mark).map(Mark.Seen::place);
        };
    }

    private Optional<Mark.Seen> mark(int series, int mark) {
        List<Series> all = model.draft().series();
        if (series >= all.size() || mark >= all.get(series).marks().size()) return Optional.empty();
        return all.get(series).marks().get(mark) instanceof Mark.Seen seen ? Optional.of(seen) : Optional.empty();
    }

    /** @param dx, dy in pixels of the page's picture */
    void move(double dx, double dy) {
        Optional<Scan> page = model.scanProperty().get();
        Optional<Place> place = pickedPlace();
        if (page.isEmpty() || place.isEmpty()) return;
        double unit = page.get().picture().unit();
        moveTo(place.get().plus(dx * unit, dy * unit), unit / 2);
    }

    /** Where a person moved it under the magnifier, it is as sure as half a pixel. */
    private void moveTo(Place place, double blur) {
        switch (picked.get()) {
            case Picked.Nothing() -> {}
            case Picked.AxisEnd(boolean vertical, boolean end) -> setAxis(vertical, end, place, false, blur);
            case Picked.Point(int series, int index) ->
                mark(series, index)
                        .ifPresent(mark -> model.change(now ->
                                now.with(series, now.series().get(series).with(index, mark.moved(place, blur)))));
        }
    }

    void remove() {
        if (!(picked.get() instanceof Picked.Point(int series, int index))
                || mark(series, index).isEmpty()) return;
        picked.set(Picked.NOTHING);
        model.change(now -> now.with(series, now.series().get(series).without(index)));
    }
}
