package ringside.ui.host;

import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.core.host.Passed;
import ringside.core.host.Passed.Part;
import ringside.core.host.Reaching;
import ringside.core.host.Target;
import ringside.ui.access.Ask;
import ringside.ui.access.AskPane;
import ringside.ui.host.Inquiry.State;
import ringside.ui.kit.Amount;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;
import ringside.ui.kit.Words;

/** The way to one host, part by part: what lies behind, what is broken and how to mend it, what was not come to. */
final class WayPane extends VBox {
    private final Target target;
    private final GridPane parts = new GridPane();

    /** @param ask what the test under way waits for */
    WayPane(Target target, Optional<State<Passed, Reaching.Outcome>> state, Optional<Ask> ask) {
        this.target = target;
        getStyleClass().add("way");
        parts.getStyleClass().add("parts");
        var words = new ColumnConstraints();
        words.setMinWidth(Region.USE_PREF_SIZE);
        var says = new ColumnConstraints();
        says.setHgrow(Priority.ALWAYS);
        parts.getColumnConstraints().setAll(new ColumnConstraints(), words, says);
        state.ifPresentOrElse(known -> show(known, ask), this::untested);
    }

    private void untested() {
        getChildren()
                .add(Words.of(
                        target.equals(Target.LOCAL) ? Texts.of("host.way.local") : Texts.of("host.way.not-tested"),
                        "muted"));
    }

    private void show(State<Passed, Reaching.Outcome> state, Optional<Ask> ask) {
        getChildren().add(parts);
        switch (state) {
            case State.Running(List<Passed> passed) -> {
                passed(passed);
                waiting(next(passed), "…");
                ask.ifPresent(question -> getChildren().add(new AskPane(question)));
            }
            case State.Done(Reaching.Outcome outcome, var time) -> {
                passed(outcome.passed());
                outcome.failed().ifPresent(this::failed);
                getChildren().add(Words.of(Texts.of("host.way.tested", Amount.time(time)), "muted"));
            }
            case State.Failed(var trouble) -> getChildren().setAll(new ErrorPane(trouble));
        }
    }

    /** Where one goes through another host, its login has the name of the next behind it. */
    private void passed(List<Passed> all) {
        int between = 0;
        for (int i = 0; i < all.size() - 1; i++)
            if (all.get(i).part() == Part.LOGIN && all.get(i + 1).part() == Part.NAME) between = i + 1;
        for (int i = 0; i < all.size(); i++) {
            Passed part = all.get(i);
            Region icon = Icon.of(Icon.CHECK);
            icon.getStyleClass().add("good");
            row(icon, (i < between ? part.host() + ": " : "") + title(part.part()), Words.of(part.says(), "muted"));
        }
    }

    private void failed(Reaching.Failed failed) {
        Region icon = Icon.of(Icon.CLOSE);
        icon.getStyleClass().add("bad");
        String problem = ErrorPane.sentence(failed.trouble().problem());
        String remedy = ErrorPane.sentence(failed.trouble().remedy());
        Label problemWords = Words.of(problem);
        problemWords.setId("way-problem");
        row(icon, title(failed.part()), problemWords).getStyleClass().add("objection");
        Label remedyWords = Words.of(remedy);
        remedyWords.setId("way-remedy");
        var mending = new HBox(6, remedyWords, Buttons.copy(Texts.of("host.way.copy"), () -> problem + " " + remedy));
        row(new Region(), Texts.of("host.way.remedy"), mending);
        for (Part part : Part.values())
            if (part.compareTo(failed.part()) > 0) waiting(part, Texts.of("host.way.not-reached"));
    }

    private void waiting(Part part, String words) {
        row(new Region(), title(part), Words.of(words, "muted")).getStyleClass().add("muted");
    }

    private Part next(List<Passed> passed) {
        if (target.equals(Target.LOCAL)) return Part.COMMANDS;
        return passed.isEmpty() ? Part.NAME : passed.getLast().part().next();
    }

    private Label row(Node icon, String title, Node says) {
        var label = new Label(title);
        label.setMinWidth(Region.USE_PREF_SIZE);
        for (Node node : List.of(icon, label, says)) GridPane.setValignment(node, VPos.TOP);
        parts.addRow(parts.getRowCount(), icon, label, says);
        return label;
    }

    static String title(Part part) {
        return switch (part) {
            case NAME -> Texts.of("host.way.name");
            case ROUTE -> Texts.of("host.way.route");
            case KEY -> Texts.of("host.way.host-key");
            case LOGIN -> Texts.of("host.way.login");
            case COMMANDS -> Texts.of("host.way.commands");
        };
    }
}
