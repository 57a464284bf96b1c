package ringside.ui.digitise;

import ringside.core.digitise.Area;
import ringside.ui.kit.Texts;

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
            case Pick() -> Texts.of("digitise.mode.pick");
            case AxisPlace(boolean vertical, boolean end) ->
                end
                        ? Texts.of("digitise.mode.second-place", vertical ? "y" : "x")
                        : Texts.of("digitise.mode.first-place", vertical ? "y" : "x");
            case SeriesColour(int series) -> Texts.of("digitise.mode.colour");
            case Points(int series) -> Texts.of("digitise.mode.points");
            case Frame(boolean ignored) -> ignored ? Texts.of("digitise.mode.legend") : Texts.of("digitise.mode.frame");
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
