package ringside.ui.figure;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ringside.core.format.Line;
import ringside.ui.figure.OriginModel.Printed;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Texts;

/** A tool's output as it was printed, at the line a value was read from. */
final class RawOutput extends VBox {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private static final double LINE = 20;

    private final Label name = new Label();
    private final ListView<Line> lines = new ListView<>();
    private final Label none = new Label();
    private List<Line> text = List.of();
    private int marked;

    RawOutput() {
        getStyleClass().add("raw-output");
        name.getStyleClass().add(Styles.TEXT_BOLD);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var head = new HBox(8, name, Buttons.copy(Texts.of("figure.raw-output.copy"), this::all));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("head");
        none.getStyleClass().add(Styles.TEXT_MUTED);
        none.setWrapText(true);
        lines.getStyleClass().addAll("lines", "edge-to-edge");
        lines.setFixedCellSize(LINE);
        lines.setCellFactory(list -> new LineCell());
        lines.setAccessibleText(Texts.of("figure.raw-output"));
        var place = new StackPane(lines, none);
        StackPane.setAlignment(none, Pos.TOP_LEFT);
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren().addAll(head, place);
        clear("");
    }

    private String all() {
        return text.stream().map(Line::text).collect(Collectors.joining("\n", "", "\n"));
    }

    void clear(String why) {
        text = List.of();
        name.setText(Texts.of("figure.raw-output"));
        none.setText(why);
        none.setVisible(true);
        lines.setVisible(false);
        lines.getItems().clear();
    }

    void show(Printed printed) {
        text = printed.lines();
        marked = printed.marked();
        name.setText(
                marked > 0
                        ? Texts.of("figure.raw-output.line", printed.raw().name(), marked)
                        : printed.raw().name());
        none.setVisible(false);
        lines.setVisible(true);
        lines.getItems().setAll(text);
        if (marked < 1 || marked > text.size()) return;
        lines.getSelectionModel().select(marked - 1);
        lines.scrollTo(Math.max(0, marked - 4)); // with a few lines before it, which name its columns
    }

    private final class LineCell extends ListCell<Line> {
        private final Label number = new Label();
        private final Label words = new Label();
        private final Node row;

        LineCell() {
            number.getStyleClass().add("number");
            words.getStyleClass().add("words");
            words.setMinWidth(USE_PREF_SIZE);
            number.setMinWidth(USE_PREF_SIZE);
            row = new HBox(10, number, words);
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            pseudoClassStateChanged(MARKED, line != null && line.number() == marked);
            setGraphic(line == null || empty ? null : row);
            if (line == null) return;
            int digits = String.valueOf(text.size()).length();
            number.setText(("%" + digits + "d").formatted(line.number()));
            words.setText(line.text());
        }
    }
}
