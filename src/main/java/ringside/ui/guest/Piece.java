package ringside.ui.guest;

import javafx.scene.Node;

/** A part of the wizard's page in view. */
interface Piece {
    Node node();

    /** Follows the guest; called on the FX thread after each change while it is in view. */
    void show(WizardModel.State state);

    /** What the platforms make of the guest, of which all outputs are needed: a moment after {@link #show}. */
    default void tell(WizardModel.State state) {}
}
