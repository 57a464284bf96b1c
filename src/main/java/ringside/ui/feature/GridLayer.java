package ringside.ui.feature;

import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/** A part of the table that scrolls by itself: what is outside is not seen, and the table alone places its nodes. */
final class GridLayer extends Pane {
    GridLayer() {
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        setManaged(false);
    }

    @Override
    protected void layoutChildren() {}
}
