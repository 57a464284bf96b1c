package ringside.ui.host;

import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ringside.core.host.Passed;
import ringside.core.host.Reaching;
import ringside.core.host.Target;
import ringside.ui.host.HostsModel.Entry;
import ringside.ui.host.Inquiry.State;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;

/** A host in the list: what it is, and how the last test of the way to it ended. */
final class HostCell extends ListCell<Entry> {
    private final Function<Target, Optional<State<Passed, Reaching.Outcome>>> way;
    private final Label name = new Label();
    private final Label about = new Label();
    private final StackPane mark = new StackPane();
    private final HBox row;

    HostCell(Function<Target, Optional<State<Passed, Reaching.Outcome>>> way) {
        this.way = way;
        name.getStyleClass().add("name");
        about.getStyleClass().add("particular");
        var text = new VBox(name, about);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        mark.setMinWidth(Region.USE_PREF_SIZE);
        row = new HBox(Icon.of(Icon.HOSTS), text, mark);
        row.getStyleClass().add("row");
        row.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("host-cell");
        setPrefWidth(0); // the list's width rules
    }

    @Override
    protected void updateItem(Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        setGraphic(empty || entry == null ? null : row);
        if (empty || entry == null) return;
        name.setText(entry.name());
        String facts = entry.probe()
                .map(report -> FactWords.brief(report.host().facts()))
                .orElse("");
        String words = entry.host().note().isEmpty() ? facts : entry.host().note();
        about.setText(words.isEmpty() ? Texts.of("host.not-asked-yet") : words);
        mark.getChildren().clear();
        way.apply(entry.target()).ifPresent(this::mark);
        setAccessibleText(name.getText() + ", " + about.getText());
    }

    private void mark(State<Passed, Reaching.Outcome> state) {
        boolean open = state instanceof State.Done<Passed, Reaching.Outcome> done
                && done.answer().failed().isEmpty();
        Region icon = Icon.of(state instanceof State.Running ? Icon.MORE : open ? Icon.CHECK : Icon.CLOSE);
        if (!(state instanceof State.Running)) icon.getStyleClass().add(open ? "good" : "bad");
        mark.getChildren().setAll(icon);
    }
}
