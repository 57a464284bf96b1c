package ringside.ui.bench;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.ui.bench.Board.Doubt;
import ringside.ui.bench.Board.Notice;
import ringside.ui.kit.Amount;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;
import ringside.ui.kit.Words;

/** What to doubt of the measurements so far, each with what one can do, and what else happened. */
final class DoubtsPane extends ScrollPane {
    private final VBox content = new VBox(10);
    private List<Doubt> doubts = List.of();
    private List<Notice> notices = List.of();

    DoubtsPane() {
        getStyleClass().add("doubts-pane");
        content.getStyleClass().add("pane");
        setContent(content);
        setFitToWidth(true);
        fill();
    }

    void show(List<Doubt> now, List<Notice> happened) {
        if (now.equals(doubts) && happened.equals(notices)) return;
        doubts = now;
        notices = happened;
        fill();
    }

    private void fill() {
        content.getChildren().clear();
        doubts.forEach(doubt -> content.getChildren().add(row(doubt)));
        notices.forEach(notice -> content.getChildren().add(row(notice)));
        if (doubts.isEmpty() && notices.isEmpty())
            content.getChildren().add(Words.of(Texts.of("bench.doubts.none"), "muted"));
    }

    private static Node row(Doubt doubt) {
        Region icon = Icon.of(Icon.WARNING);
        icon.getStyleClass().add("doubtful");
        String last = doubt.last().text();
        return row(
                icon,
                ErrorPane.sentence(
                        doubt.runs() == 1 ? last : Texts.of("bench.doubts.often", last, Amount.count(doubt.runs()))),
                ErrorPane.sentence(doubt.last().advice()));
    }

    private static Node row(Notice notice) {
        return row(Icon.of(Icon.NOTE), ErrorPane.sentence(notice.text()), ErrorPane.sentence(notice.advice()));
    }

    private static Node row(Region icon, String says, String advice) {
        var text = new VBox(2, Words.of(says));
        if (!advice.isEmpty()) text.getChildren().add(Words.of(advice, "muted"));
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        return new HBox(8, icon, text);
    }
}
