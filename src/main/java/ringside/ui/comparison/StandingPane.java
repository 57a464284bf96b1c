package ringside.ui.comparison;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ringside.core.comparison.Answer;
import ringside.core.comparison.Phrases;
import ringside.core.comparison.Ranked;
import ringside.core.feature.Fit;
import ringside.ui.kit.Amount;
import ringside.ui.kit.Texts;

/** Beside every page: how the platforms stand with what is asked so far. */
final class StandingPane extends VBox {
    static final double LEAST = 230;

    private final VBox list = new VBox();
    private final Label state = Prose.text("", "muted");

    StandingPane() {
        getStyleClass().add("standing");
        list.getStyleClass().add("standing-list");
        getChildren().addAll(Prose.heading(Texts.of("comparison.standing.title")), state, list);
        setMinWidth(LEAST);
        setPrefWidth(270);
    }

    void show(CompareModel.State now) {
        state.setText(
                now.trouble().isPresent()
                        ? ""
                        : now.answer().isEmpty()
                                ? Texts.of("comparison.standing.reading")
                                : now.current()
                                        ? basis(now.answer().get())
                                        : Texts.of("comparison.standing.comparing"));
        if (now.answer().isEmpty() || !now.current()) return;
        list.getChildren().clear();
        for (Ranked ranked : now.answer().get().ranking()) list.getChildren().add(line(ranked));
    }

    private static String basis(Answer answer) {
        int sets = answer.evidence().sets().size();
        return sets == 0
                ? Texts.of("comparison.standing.features-alone")
                : Texts.of("comparison.standing.basis", answer.need().title(), sets);
    }

    private static HBox line(Ranked ranked) {
        boolean out = ranked.fits() == Fit.Verdict.DOES_NOT;
        var place = new Label(out ? Verdicts.sign(ranked.fits()) : ranked.span().text());
        place.setMinWidth(44);
        var name = new Label(ranked.candidate().name());
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        if (out) name.getStyleClass().add("muted");
        var share = new Label(
                ranked.share().isPresent()
                        ? Amount.local(Phrases.percent(ranked.share().getAsDouble()))
                        : "");
        share.setMinWidth(Label.USE_PREF_SIZE);
        var line = new HBox(place, name, share);
        line.setAlignment(Pos.BASELINE_LEFT);
        line.getStyleClass().add("standing-line");
        return line;
    }
}
