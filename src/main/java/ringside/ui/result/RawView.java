package ringside.ui.result;

import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import ringside.core.format.Line;
import ringside.ui.kit.Buttons;

/** A tool's output as it was printed, with line numbers, one line marked. */
final class RawView extends ListView<Line> {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final int TAB = 8;
    private static final int CONTEXT = 6; // lines kept in view above the marked one

    private int marked;

    RawView() {
        getStyleClass().addAll("raw-view", "code");
        setId("raw");
        setFixedCellSize(20);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setCellFactory(view -> new Row());
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (!COPY.match(key)) return;
            Buttons.copy(getSelectionModel().getSelectedItems().stream()
                    .map(Line::text)
                    .collect(Collectors.joining("\n")));
            key.consume();
        });
    }

    void show(List<Line> lines) {
        marked = 0;
        setItems(FXCollections.observableList(lines));
    }

    /** @param number from 1; 0 marks nothing */
    void mark(int number) {
        marked = number;
        ObservableList<Line> lines = getItems();
        if (number > 0 && number <= lines.size()) scrollTo(Math.max(0, number - 1 - CONTEXT));
        refresh();
    }

    /** As a terminal would show it. */
    private static String untabbed(String line) {
        if (line.indexOf('\t') < 0) return line;
        var plain = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\t') plain.repeat(' ', TAB - plain.length() % TAB);
            else plain.append(line.charAt(i));
        }
        return plain.toString();
    }

    private final class Row extends ListCell<Line> {
        private final Label number = new Label();
        private final Label text = new Label();
        private final HBox box = new HBox(number, text);

        Row() {
            number.getStyleClass().add("line-number");
            text.setMinWidth(Label.USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            boolean shown = !empty && line != null;
            pseudoClassStateChanged(MARKED, shown && line.number() == marked);
            setGraphic(shown ? box : null);
            if (!shown) return;
            number.setText(Integer.toString(line.number()));
            text.setText(untabbed(line.text()));
        }
    }
}
