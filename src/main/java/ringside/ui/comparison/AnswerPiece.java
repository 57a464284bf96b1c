package ringside.ui.comparison;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ringside.core.comparison.Answer;
import ringside.core.comparison.Change;
import ringside.core.comparison.Claim;
import ringside.core.comparison.Phrases;
import ringside.core.comparison.Ranked;
import ringside.core.platform.Platforms;
import ringside.ui.kit.Amount;
import ringside.ui.kit.Texts;
import ringside.ui.shell.Navigator;

/** The ranking with its reasons, what would change it, and the claims that the sets can test. */
final class AnswerPiece implements Piece {
    private static final int MOST_CROSSINGS = 12;

    private final Navigator navigator;
    private final VBox node = new VBox();
    private @Nullable Answer shown;

    AnswerPiece(Navigator navigator) {
        this.navigator = navigator;
        node.getStyleClass().add("guide-step");
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(CompareModel.State state) {
        if (state.answer().isEmpty() || state.answer().get() == shown) return;
        Answer answer = state.answer().get();
        shown = answer;
        node.getChildren()
                .setAll(
                        summary(answer),
                        Prose.section(Texts.of("comparison.answer-piece.ranking"), ranking(answer)),
                        Prose.section(Texts.of("comparison.answer-piece.crossings"), crossings(answer)),
                        Prose.section(Texts.of("comparison.answer-piece.changes"), changes(answer)),
                        Prose.section(Texts.of("comparison.answer-piece.claims"), claims(answer)));
    }

    private static Node summary(Answer answer) {
        var summary = new VBox();
        summary.getStyleClass().addAll("card", "answer");
        answer.summary().stream().map(Prose::text).forEach(summary.getChildren()::add);
        return summary;
    }

    private static Node ranking(Answer answer) {
        var list = new VBox();
        list.getStyleClass().add("candidates");
        for (Ranked ranked : answer.ranking()) list.getChildren().add(card(ranked));
        return list;
    }

    private static Node card(Ranked ranked) {
        var place = new Label(ranked.span().text());
        place.getStyleClass().add("place");
        var name = new Label(ranked.candidate().name());
        name.getStyleClass().add("card-title");
        var fits = new Label(Verdicts.sign(ranked.fits()) + " " + ranked.fits().title());
        fits.getStyleClass().add("muted");
        HBox.setHgrow(fits, Priority.ALWAYS);
        fits.setMaxWidth(Double.MAX_VALUE);
        var share = new Label(
                ranked.share().isPresent()
                        ? Texts.of(
                                "comparison.answer-piece.of-native",
                                Amount.local(Phrases.percent(ranked.share().getAsDouble())))
                        : Texts.of("comparison.answer-piece.not-measured"));
        share.getStyleClass().add(ranked.share().isPresent() ? "card-title" : "muted");
        var head = new HBox(place, name, fits, share);
        head.getStyleClass().add("fields-row");
        head.setAlignment(Pos.BASELINE_LEFT);
        var card = new VBox(head);
        card.getStyleClass().add("card");
        card.setId("rank-" + ranked.platform());
        if (!ranked.tiedWith().isEmpty())
            card.getChildren()
                    .add(Prose.text(
                            Texts.of(
                                    "comparison.answer-piece.tied",
                                    Phrases.all(ranked.tiedWith().stream()
                                            .map(id -> Platforms.of(id).name())
                                            .toList())),
                            "tie"));
        ranked.reasons().stream().map(reason -> Prose.text("• " + reason)).forEach(card.getChildren()::add);
        return card;
    }

    private static Node crossings(Answer answer) {
        var list = new VBox();
        list.getStyleClass().add("section");
        list.setId("crossings");
        if (answer.crossovers().isEmpty())
            list.getChildren().add(Prose.text(Texts.of("comparison.answer-piece.no-crossing")));
        answer.crossovers().stream()
                .limit(MOST_CROSSINGS)
                .forEach(crossover -> list.getChildren().add(Prose.text("• " + crossover.text())));
        int more = answer.crossovers().size() - MOST_CROSSINGS;
        if (more > 0) list.getChildren().add(Prose.text(Texts.of("comparison.more", more), "muted"));
        return list;
    }

    private static Node changes(Answer answer) {
        var list = new VBox();
        list.getStyleClass().add("section");
        for (Change change : answer.changes()) list.getChildren().add(Prose.text("• " + change.text()));
        if (answer.changes().isEmpty())
            list.getChildren().add(Prose.text(Texts.of("comparison.answer-piece.no-change")));
        return list;
    }

    private Node claims(Answer answer) {
        var list = new VBox();
        list.getStyleClass().add("candidates");
        for (Claim.Tested tested : answer.claims()) list.getChildren().add(claim(tested));
        return list;
    }

    private Node claim(Claim.Tested tested) {
        var verdict = new Label(
                Verdicts.sign(tested.verdict()) + " " + tested.verdict().word());
        verdict.getStyleClass().add("card-title");
        var card = new VBox(
                verdict,
                Prose.text("“" + tested.claim().text() + "”"),
                Prose.text(tested.claim().source(), "muted", "small"));
        card.getStyleClass().add("card");
        for (Claim.BySet set : tested.sets())
            if (set.verdict() != Claim.Verdict.NOT_TESTED || tested.verdict() == Claim.Verdict.NOT_TESTED)
                card.getChildren().add(Prose.text("• " + set.set() + ": " + set.text()));
        var figures = new HBox();
        figures.getStyleClass().add("fields-row");
        List<String> sets = tested.sets().stream().map(Claim.BySet::set).toList();
        tested.figures().stream()
                .limit(8)
                .map(figure -> Prose.link(
                        Texts.of("comparison.answer-piece.figure", figure),
                        () -> navigator.open("figures", figure, sets)))
                .forEach(figures.getChildren()::add);
        if (!figures.getChildren().isEmpty()) card.getChildren().add(figures);
        return card;
    }
}
