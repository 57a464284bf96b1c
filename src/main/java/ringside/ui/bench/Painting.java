package ringside.ui.bench;

import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The measurement as the window draws it: whether somebody looks, and what is new since it was drawn last. */
final class Painting implements Pace.Content {
    /** After so many layouts nothing asks for another. */
    private static final int PASSES = 4;

    /** The toolkit looks once more after each drawing, and finds nothing to do; that is not another one. */
    private static final long ONE_DRAWING_NANOS = 100_000_000L;

    private record Subject(Ongoing ongoing, MeasureView view) {}

    private final Region place;
    private final LiveFigure figure;
    private final Pace pace;
    private long paintedAt;
    private @Nullable Stage listened;
    private volatile @Nullable Subject subject;
    private volatile boolean watched;
    private volatile long drawn = -1;
    private volatile long drawnAsked = -1;
    private volatile boolean behind;

    /** @param place in which the measurement is shown */
    Painting(Region place, LiveFigure figure) {
        this.place = place;
        this.figure = figure;
        pace = new Pace(this);
    }

    /** Somebody looks while the page is in the window and that one is not minimised. */
    void watch() {
        Scene scene = place.getScene();
        if (scene == null || !(scene.getWindow() instanceof Stage stage)) {
            watched = false;
            return;
        }
        if (!stage.equals(listened)) {
            listened = stage;
            stage.iconifiedProperty().subscribe(away -> watch());
            scene.addPostLayoutPulseListener(this::painted);
        }
        watched = !stage.isIconified();
        drawn = -1;
    }

    boolean isWatched() {
        return watched;
    }

    private void painted() {
        long now = System.nanoTime();
        pace.painted();
        if (now - paintedAt < ONE_DRAWING_NANOS) return;
        paintedAt = now;
        Subject shown = subject;
        if (shown != null) shown.ongoing.controls().painted();
    }

    void begin(Ongoing ongoing, MeasureView view) {
        if (!ongoing.isGoing()) return;
        drawn = -1;
        subject = new Subject(ongoing, view);
        ongoing.beforeRuns(pace::beforeRun);
        pace.begin();
    }

    void end() {
        subject = null;
        pace.rest();
    }

    /** See {@link Pace#still}. */
    void still(boolean wanted) {
        pace.still(wanted);
    }

    @Override
    public boolean isNews() {
        Subject shown = subject;
        return shown != null && watched && (shown.ongoing.board().version() != drawn || behind);
    }

    /** What a person has done is seen at once, also beside a run. */
    @Override
    public boolean isRunHere() {
        Subject shown = subject;
        return shown != null
                && shown.ongoing.isHere()
                && shown.ongoing.board().isRunning()
                && shown.ongoing.board().asked() == drawnAsked;
    }

    @Override
    public void draw() {
        Subject shown = subject;
        if (shown == null) return;
        Board board = shown.ongoing.board();
        drawnAsked = board.asked();
        drawn = board.version();
        shown.view.update();
        behind = figure.isBehind(board.current(), board.samples());
        settle();
    }

    @Override
    public boolean isBusy() {
        return figure.isBusy();
    }

    /**
     * Tables and wrapped texts ask for another layout while they are laid out, each of which would be a drawing of its own:
     * it is all done before the one that comes now.
     */
    private void settle() {
        Scene scene = place.getScene();
        if (scene == null) return;
        for (int pass = 0; pass < PASSES; pass++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }
}
