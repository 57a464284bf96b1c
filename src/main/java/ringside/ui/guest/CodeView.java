package ringside.ui.guest;

import java.util.ArrayList;
import java.util.BitSet;
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
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Texts;

/** A text with line numbers and colours, and marks at lines that changed or that another text lacks. */
final class CodeView extends ListView<CodeView.Line> {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass DIFFERENT = PseudoClass.getPseudoClass("different");
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final double ROW = 19;

    /**
     * @param changed since the guest was opened
     * @param different from the text beside it
     */
    record Line(String text, Syntax syntax, boolean changed, boolean different) {}

    private final ObservableList<Line> lines = FXCollections.observableArrayList();

    CodeView() {
        super();
        setItems(lines);
        getStyleClass().addAll("code-view", "code");
        setFixedCellSize(ROW);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setCellFactory(view -> new Row());
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (!COPY.match(key) || getSelectionModel().isEmpty()) return;
            Buttons.copy(getSelectionModel().getSelectedItems().stream()
                    .map(Line::text)
                    .collect(Collectors.joining("\n")));
            key.consume();
        });
    }

    void show(List<String> text, Syntax syntax, BitSet changed, BitSet different) {
        var next = new ArrayList<Line>(text.size());
        for (int i = 0; i < text.size(); i++) next.add(new Line(text.get(i), syntax, changed.get(i), different.get(i)));
        splice(next);
    }

    /** Touches only what is between the lines that stay, so that the view keeps its place and has little to do. */
    private void splice(List<Line> next) {
        int start = 0;
        int end = lines.size();
        int to = next.size();
        while (start < end && start < to && lines.get(start).equals(next.get(start))) start++;
        while (end > start && to > start && lines.get(end - 1).equals(next.get(to - 1))) {
            end--;
            to--;
        }
        if (start == end && start == to) return;
        if (end - start == to - start) for (int i = start; i < to; i++) lines.set(i, next.get(i));
        else {
            lines.remove(start, end);
            lines.addAll(start, next.subList(start, to));
        }
    }

    private static final class Row extends ListCell<Line> {
        private final Label number = new Label();
        private final TextFlow flow = new TextFlow();
        private final HBox box = new HBox(number, flow);

        Row() {
            number.getStyleClass().add("line-number");
            flow.setMinWidth(TextFlow.USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) clear();
            else fill(line);
        }

        private void clear() {
            pseudoClassStateChanged(CHANGED, false);
            pseudoClassStateChanged(DIFFERENT, false);
            setGraphic(null);
        }

        private void fill(Line line) {
            pseudoClassStateChanged(CHANGED, line.changed());
            pseudoClassStateChanged(DIFFERENT, line.different());
            setGraphic(box);
            number.setText(Integer.toString(getIndex() + 1));
            flow.getChildren()
                    .setAll(line.syntax().parts(line.text()).stream()
                            .map(Row::text)
                            .toList());
            setAccessibleText(read(line));
        }

        private static String read(Line line) {
            String text = line.different() ? Texts.of("guest.code.different", line.text()) : line.text();
            return line.changed() ? Texts.of("guest.code.changed", text) : text;
        }

        @Override
        public void updateIndex(int index) {
            super.updateIndex(index);
            if (!isEmpty()) number.setText(Integer.toString(index + 1));
        }

        private static Text text(Syntax.Part part) {
            var text = new Text(part.text());
            text.getStyleClass().addAll("ink", part.ink().group());
            return text;
        }
    }
}
