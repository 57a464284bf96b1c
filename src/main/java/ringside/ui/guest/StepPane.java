package ringside.ui.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** A page of the wizard with its settings. */
final class StepPane extends VBox implements Piece {
    private final List<Piece> pieces = new ArrayList<>();

    /**
     * @param first what stands above the settings
     * @param last what stands below them
     */
    StepPane(
            WizardModel model,
            Step step,
            Consumer<String> removed,
            List<? extends Piece> first,
            List<? extends Piece> last) {
        getStyleClass().add("step");
        pieces.addAll(first);
        for (Section section : Sections.of(step)) {
            if (section.list().equals("forwards")) continue; // inside the network cards
            pieces.add(
                    section.list().isEmpty()
                            ? new SectionPane(model, section, "")
                            : new ListPane(model, section, section.list(), removed));
        }
        pieces.addAll(last);
        for (Piece piece : pieces) getChildren().add(piece.node());
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(WizardModel.State state) {
        for (Piece piece : pieces) piece.show(state);
    }

    @Override
    public void tell(WizardModel.State state) {
        for (Piece piece : pieces) piece.tell(state);
    }
}
