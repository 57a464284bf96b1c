package ringside.ui.help;

import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import ringside.core.help.Stop;

/** Where one is on the tour. */
final class TourModel {
    private final List<Stop> stops;
    private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper(this, "at", 0);

    TourModel(List<Stop> stops) {
        if (stops.isEmpty()) throw new IllegalArgumentException("a tour without stops");
        this.stops = List.copyOf(stops);
    }

    ReadOnlyIntegerProperty atProperty() {
        return at.getReadOnlyProperty();
    }

    Stop stop() {
        return stops.get(at.get());
    }

    int length() {
        return stops.size();
    }

    boolean isFirst() {
        return at.get() == 0;
    }

    boolean isLast() {
        return at.get() == stops.size() - 1;
    }

    /** Goes on or back; stays at the ends. */
    void step(int by) {
        at.set(Math.clamp(at.get() + by, 0, stops.size() - 1));
    }
}
