package ringside.ui.comparison;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import ringside.core.comparison.Candidate;
import ringside.core.comparison.Ranked;
import ringside.core.feature.Fit;
import ringside.ui.kit.Texts;
import ringside.ui.shell.Navigator;

/** Who fits, who does not, and the cells of the matrix that say so. */
final class CandidatesPiece implements Piece {
    private final Navigator navigator;
    private final VBox list = new VBox();
    private final VBox node = new VBox(Prose.text(Texts.of("comparison.candidates-piece.lead"), "muted"), list);

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
            card.getChildren().add(Prose.text(Texts.of("comparison.candidates-piece.not-in-matrix")));
            return card;
        }
        Fit fit = candidate.fit().get();
        for (Fit.Reason reason : fit.reasons()) card.getChildren().add(reason(reason, candidate));
        if (fit.reasons().isEmpty())
            card.getChildren().add(Prose.text(Texts.of("comparison.candidates-piece.no-must"), "muted"));
        if (!fit.nice().isEmpty())
            card.getChildren()
                    .add(Prose.text(
                            fit.nicePartly() == 0
                                    ? Texts.of(
                                            "comparison.candidates-piece.nice",
                                            fit.niceMet(),
                                            fit.nice().size())
                                    : Texts.of(
                                            "comparison.candidates-piece.nice-partly",
                                            fit.niceMet(),
                                            fit.nice().size(),
                                            fit.nicePartly()),
                            "muted"));
        return card;
    }

    private Node reason(Fit.Reason reason, Candidate candidate) {
        var link = Prose.link(
                Texts.of("comparison.candidates-piece.must", Verdicts.sign(reason.verdict()), reason.text()),
                () -> navigator.open("features", reason.feature().id(), candidate.platform()));
        link.getStyleClass().add("reason");
        return link;
    }
}
