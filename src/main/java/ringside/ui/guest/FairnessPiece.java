package ringside.ui.guest;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import ringside.core.guest.fair.Finding;
import ringside.ui.kit.Texts;

/** What differs between the chosen platforms besides the platform, with the benchmarks whose figures it can bend. */
final class FairnessPiece extends VBox implements Piece {
    private List<Finding> shown = List.of();

    FairnessPiece() {
        getStyleClass().addAll("fields", "fairness");
        build();
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(WizardModel.State state) {
        if (state.findings().equals(shown)) return;
        shown = state.findings();
        build();
    }

    private void build() {
        getChildren().setAll(SectionPane.title(Texts.of("guest.fairness-piece.title")));
        if (shown.isEmpty()) getChildren().add(SectionPane.words(Texts.of("guest.fairness-piece.fair")));
        for (Finding finding : shown) getChildren().add(card(finding));
    }

    private static Node card(Finding finding) {
        var title = new Label(finding.title());
        title.getStyleClass().add("card-title");
        var card = new VBox(title);
        card.getStyleClass().add("card");
        finding.values().forEach((value, labels) -> {
            Label line = SectionPane.words(value + ": " + String.join(", ", labels));
            line.getStyleClass().setAll("label");
            card.getChildren().add(line);
        });
        card.getChildren().add(SectionPane.words(finding.why()));
        card.getChildren()
                .add(SectionPane.words(Texts.of("guest.fairness-piece.can-bend", String.join(", ", finding.bends()))));
        return card;
    }
}
