package ringside.ui.digitise;

import ringside.core.digitise.Area;

/** What the next click on the page means. */
sealed interface Mode {
    /** It picks a point that was read, to move or remove it. */
    record Pick() implements Mode {}

    /** It is a place of an axis. */
    record AxisPlace(boolean vertical, boolean end) implements Mode {}

    /** Its colour is that of a series. */
    record SeriesColour(int series) implements Mode {}

    /** It is a point of a series. */
    record Points(int series) implements Mode {}

    /** A drag from corner to corner is the plot, or a legend to leave out. */
    record Frame(boolean ignored) implements Mode {}

    Mode PICK = new Pick();

    /** What to do, in a sentence. */
    default String hint() {
        return switch (this) {
            case Pick() -> "Click a point to pick it; arrow keys move it by a pixel, Delete removes it.";
            case AxisPlace(boolean vertical, boolean end) ->
                end
                        ? "Click where the second value or category stands on the " + (vertical ? "y" : "x")
                                + " axis. Enter takes the middle of the view, arrow keys move it."
                        : "Click where the first value or category stands on the " + (vertical ? "y" : "x")
                                + " axis. Enter takes the middle of the view, arrow keys move it.";
            case SeriesColour(int series) -> "Click on the colour of the series.";
            case Points(int series) -> "Click each point of the series; Escape ends it.";
            case Frame(boolean ignored) ->
                ignored ? "Drag over the legend, to leave it out." : "Drag from corner to corner of the plot.";
        };
    }

    /** What the arrow keys move. */
    sealed interface Picked {
        record Nothing() implements Picked {}

        record AxisEnd(boolean vertical, boolean end) implements Picked {}

        record Point(int series, int mark) implements Picked {}

        Picked NOTHING = new Nothing();
    }

    /** Nothing of what is drawn lies in it. */
    static boolean isEmpty(Area area) {
        return area.width() < 1e-9 || area.height() < 1e-9;
    }
}
