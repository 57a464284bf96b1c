package ringside.ui.shell;

import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A page with no less room than it needs. Where the window has less, as a small one shown at 200 %, bars move the page, and
 * it follows the focus.
 */
final class Room extends Region {
    private static final double BESIDE = 8; // what is come to by Tab keeps this distance from the edge

    private final Node page;
    private final ScrollBar across = bar(Orientation.HORIZONTAL);
    private final ScrollBar down = bar(Orientation.VERTICAL);

    Room(Node page) {
        this.page = page;
        getStyleClass().add("room");
        getChildren().addAll(page, across, down);
        setMinSize(0, 0);
        var edge = new Rectangle();
        edge.widthProperty().bind(widthProperty());
        edge.heightProperty().bind(heightProperty());
        setClip(edge);
        addEventHandler(ScrollEvent.SCROLL, this::turn);
        sceneProperty().flatMap(scene -> scene.focusOwnerProperty()).subscribe(this::follow);
    }

    private ScrollBar bar(Orientation way) {
        var bar = new ScrollBar();
        bar.setOrientation(way);
        bar.setVisible(false);
        bar.valueProperty().subscribe(value -> requestLayout());
        return bar;
    }

    @Override
    protected void layoutChildren() {
        double least = page.minWidth(-1);
        boolean narrow = least > getWidth();
        boolean low = height(Math.max(least, getWidth())) > getHeight() - (narrow ? thickness(across) : 0);
        if (low) narrow = least > getWidth() - thickness(down);
        double seenWidth = getWidth() - (low ? thickness(down) : 0);
        double seenHeight = getHeight() - (narrow ? thickness(across) : 0);
        double width = Math.max(least, seenWidth);
        double height = Math.max(height(width), seenHeight);
        fit(across, narrow, seenWidth, width);
        fit(down, low, seenHeight, height);
        page.resizeRelocate(-Math.rint(across.getValue()), -Math.rint(down.getValue()), width, height);
        across.resizeRelocate(0, seenHeight, seenWidth, thickness(across));
        down.resizeRelocate(seenWidth, 0, thickness(down), seenHeight);
    }

    /** The least that it needs at a width. */
    private double height(double width) {
        return page.minHeight(page.getContentBias() == Orientation.HORIZONTAL ? width : -1);
    }

    private static double thickness(ScrollBar bar) {
        return bar.getOrientation() == Orientation.VERTICAL ? bar.prefWidth(-1) : bar.prefHeight(-1);
    }

    private static void fit(ScrollBar bar, boolean needed, double seen, double whole) {
        double rest = needed ? whole - seen : 0;
        bar.setVisible(needed);
        bar.setMax(rest);
        bar.setVisibleAmount(rest * seen / Math.max(1, whole));
        bar.setBlockIncrement(seen);
        bar.setValue(Math.clamp(bar.getValue(), 0, rest));
    }

    private void turn(ScrollEvent wheel) {
        boolean moved = move(down, -wheel.getDeltaY());
        moved |= move(across, -wheel.getDeltaX());
        if (moved) wheel.consume();
    }

    private static boolean move(ScrollBar bar, double by) {
        double to = Math.clamp(bar.getValue() + by, 0, bar.getMax());
        if (!bar.isVisible() || to == bar.getValue()) return false;
        bar.setValue(to);
        return true;
    }

    private void follow(@Nullable Node focused) {
        if (focused == null || !isInside(focused)) return;
        Bounds at = sceneToLocal(focused.localToScene(focused.getLayoutBounds()));
        show(across, at.getMinX(), at.getMaxX(), getWidth() - (down.isVisible() ? down.getWidth() : 0));
        show(down, at.getMinY(), at.getMaxY(), getHeight() - (across.isVisible() ? across.getHeight() : 0));
    }

    /** Of what is larger than the room its beginning is shown. */
    private static void show(ScrollBar bar, double from, double to, double seen) {
        if (from < 0 || to - from > seen) move(bar, from - BESIDE);
        else if (to > seen) move(bar, to - seen + BESIDE);
    }

    private boolean isInside(Node node) {
        for (Node at = node; at != null; at = at.getParent()) if (at == page) return true;
        return false;
    }
}
