package ringside.ui.comparison;

import javafx.scene.Node;

/** One page of the guide. */
interface Piece {
    Node node();

    /** Shows what is asked and answered now; called at each change while the page is in view, and when it comes there. */
    void show(CompareModel.State state);
}
