package ringside.ui.result;

import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;

/** A file of an import: its name, what became of it, and what a reader must know of it. */
final class ImportCell extends ListCell<ImportItem> {
    private static final int FEW = 4;

    private final StackPane mark = new StackPane();
    private final Label name = new Label();
    private final Label summary = new Label();
    private final VBox words = new VBox(name, summary);
    private final HBox box = new HBox(mark, words);
    private Subscription following = Subscription.EMPTY;
    private boolean unfolded;

    ImportCell(ListView<ImportItem> list) {
        getStyleClass().add("import-cell");
        name.getStyleClass().add("name");
        summary.setWrapText(true);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        box.getStyleClass().add("row");
        box.maxWidthProperty().bind(list.widthProperty().subtract(44));
        box.prefWidthProperty().bind(box.maxWidthProperty());
        setPrefWidth(0); // the list's width rules
    }

    @Override
    protected void updateItem(@Nullable ImportItem item, boolean empty) {
        super.updateItem(item, empty);
        following.unsubscribe();
        unfolded = false;
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        setGraphic(box);
        name.setText(item.name());
        following = item.stateProperty().subscribe(state -> show(item));
    }

    private void show(ImportItem item) {
        mark.getChildren().setAll(mark(item));
        summary.setText(item.summary());
        words.getChildren().setAll(name, summary);
        List<String> particulars = item.particulars();
        int shown = unfolded || particulars.size() <= FEW + 1 ? particulars.size() : FEW;
        for (String line : particulars.subList(0, shown)) {
            var label = new Label(line);
            label.setWrapText(true);
            label.getStyleClass().add("particular");
            words.getChildren().add(label);
        }
        if (shown < particulars.size()) words.getChildren().add(unfold(item, particulars.size() - shown));
    }

    private Hyperlink unfold(ImportItem item, int more) {
        var link = new Hyperlink(Texts.of("result.import.show-more", more));
        link.setOnAction(pressed -> {
            unfolded = true;
            show(item);
        });
        return link;
    }

    private static javafx.scene.Node mark(ImportItem item) {
        String kind = switch (item.stateProperty().get()) {
            case ImportItem.State.Waiting(), ImportItem.State.Underway() -> Icon.FILE;
            case ImportItem.State.Stored(var outcome) when outcome.sets().isEmpty() -> Icon.NOTE;
            case ImportItem.State.Stored(var outcome) ->
                outcome.skipped().isEmpty() && outcome.warnings().isEmpty() ? Icon.CHECK : Icon.WARNING;
            case ImportItem.State.Refused(var why) -> Icon.ERROR;
            case ImportItem.State.Cancelled(), ImportItem.State.Undone() -> Icon.CLOSE;
            case ImportItem.State.Unexplained unexplained -> Icon.WARNING;
        };
        var icon = Icon.of(kind);
        if (kind.equals(Icon.CHECK)) icon.getStyleClass().add("good");
        if (kind.equals(Icon.WARNING)) icon.getStyleClass().add("doubtful");
        if (kind.equals(Icon.ERROR)) icon.getStyleClass().add("bad");
        return icon;
    }
}
