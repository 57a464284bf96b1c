package ringside.ui.guest;

import javafx.scene.control.ListCell;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A word to choose, with what it means. */
final class Glossed extends StringConverter<String> {
    private final String path;

    Glossed(String path) {
        this.path = path;
    }

    static String words(String path, String word) {
        String gloss = Sections.gloss(path, word);
        if (gloss.isEmpty()) return word;
        return word.isEmpty() ? gloss : word + " – " + gloss;
    }

    @Override
    public String toString(@Nullable String word) {
        return word == null ? "" : words(path, word);
    }

    @Override
    public String fromString(String words) {
        return words.replaceAll(" – .*", "");
    }

    /** In the list of a box that can be written in, where only the word itself may come into the field. */
    static final class Cell extends ListCell<String> {
        private final String path;

        Cell(String path) {
            this.path = path;
        }

        @Override
        protected void updateItem(@Nullable String word, boolean empty) {
            super.updateItem(word, empty);
            setText(empty || word == null ? "" : words(path, word));
        }
    }
}
