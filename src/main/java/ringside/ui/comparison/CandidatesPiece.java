package ringside.ui.comparison;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import ringside.core.comparison.Candidate;
import ringside.core.comparison.Ranked;
import ringside.core.feature.Fit;
import ringside.ui.shell.Navigator;

/** Who fits, who does not, and the cells of the matrix that say so. */
final class CandidatesPiece implements Piece {
    private final Navigator navigator;
    private final VBox list = new VBox();
    private final VBox node = new VBox(
            Prose.text(
                    "A platform fits if the matrix says so of every must-have; it fits on conditions where a cell says"
                            + " partly, or where nothing is known. Each reason leads to its cell and its source.",
                    "muted"),
            list);

    CandidatesPiece(Navigator navigator) {
        this.navigator = navigator;
        node.getStyleClass().add("guide-step");
        list.getStyleClass().add("candidates");
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(CompareModel.State state) {
        if (state.answer().isEmpty()) return;
        list.getChildren().clear();
        for (Fit.Verdict verdict : Fit.Verdict.values()) {
            List<Candidate> those = state.answer().get().ranking().stream()
                    .map(Ranked::candidate)
                    .filter(candidate -> candidate.fits() == verdict)
                    .toList();
            if (those.isEmpty()) continue;
            list.getChildren()
                    .add(Prose.heading(Verdicts.sign(verdict) + " " + verdict.title() + " (" + those.size() + ")"));
            those.forEach(candidate -> list.getChildren().add(card(candidate)));
        }
    }

    private Node card(Candidate candidate) {
        var name = new Label(candidate.name());
        name.getStyleClass().add("card-title");
        var card = new VBox(name);
        card.getStyleClass().add("card");
        card.setId("candidate-" + candidate.platform());
        if (candidate.fit().isEmpty()) {
            card.getChildren()
                    .add(Prose.text("The matrix does not know it: it was measured, and nobody can say from here what"
                            + " else it does."));
            return card;
        }
        Fit fit = candidate.fit().get();
        for (Fit.Reason reason : fit.reasons()) card.getChildren().add(reason("Must: ", reason, candidate));
        if (fit.reasons().isEmpty()) card.getChildren().add(Prose.text("Nothing is a must.", "muted"));
        if (!fit.nice().isEmpty())
            card.getChildren()
                    .add(Prose.text(
                            "%d of %d nice to have%s"
                                    .formatted(
                                            fit.niceMet(),
                                            fit.nice().size(),
                                            fit.nicePartly() == 0
                                                    ? "."
                                                    : ", " + fit.nicePartly() + " more in part or perhaps."),
                            "muted"));
        return card;
    }

    private Node reason(String kind, Fit.Reason reason, Candidate candidate) {
        var link = Prose.link(
                Verdicts.sign(reason.verdict()) + " " + kind + reason.text(),
                () -> navigator.open("features", reason.feature().id(), candidate.platform()));
        link.getStyleClass().add("reason");
        return link;
    }
}
