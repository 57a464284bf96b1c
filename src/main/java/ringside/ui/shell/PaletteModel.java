package ringside.ui.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What can be found by typing: pages, commands, figures, sets; the best matches first. */
public final class PaletteModel {
    /**
     * Something to find.
     *
     * @param kind one word: {@code Page}, {@code Figure}
     * @param detail a few more words that are searched too; may be empty
     * @param keys as people read them; may be empty
     */
    public record Entry(String kind, String title, String detail, String keys, Runnable action) {}

    /** Entries that are slow to come by; asked on a worker's thread each time the palette opens. */
    @FunctionalInterface
    public interface Source {
        List<Entry> entries() throws Exception;
    }

    private static final int MOST = 80;

    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final List<Entry> entries = new ArrayList<>();
    private final ObservableList<Entry> matches = FXCollections.observableArrayList();
    private final ObservableList<Entry> shown = FXCollections.unmodifiableObservableList(matches);

    public PaletteModel() {
        query.subscribe(words -> find());
    }

    public StringProperty queryProperty() {
        return query;
    }

    public ObservableList<Entry> matches() {
        return shown;
    }

    /** Begins anew with these. */
    public void open(List<Entry> atHand) {
        entries.clear();
        entries.addAll(atHand);
        query.set("");
        find();
    }

    /** Adds what came later; the words typed meanwhile apply to it. */
    public void add(List<Entry> more) {
        entries.addAll(more);
        find();
    }

    private void find() {
        String[] words = query.get().strip().toLowerCase(Locale.ROOT).split("\\s+");
        record Match(Entry entry, int score) {}
        matches.setAll(entries.stream()
                .map(entry -> new Match(entry, score(entry, words)))
                .filter(match -> match.score >= 0)
                .sorted(Comparator.comparingInt((Match match) -> match.score).reversed())
                .limit(MOST)
                .map(Match::entry)
                .toList());
    }

    /** Of all words together; below zero if one of them is nowhere. */
    private static int score(Entry entry, String[] words) {
        String title = entry.title().toLowerCase(Locale.ROOT);
        String rest = (entry.kind() + " " + entry.detail()).toLowerCase(Locale.ROOT);
        int total = 0;
        for (String word : words) {
            int score = word.isEmpty() ? 0 : score(word, title, rest);
            if (score < 0) return -1;
            total += score;
        }
        return total;
    }

    private static int score(String word, String title, String rest) {
        if (title.startsWith(word)) return 5;
        if (startsAWord(title, word)) return 4;
        if (title.contains(word)) return 3;
        if (rest.contains(word)) return 2;
        return initials(title).startsWith(word) ? 1 : -1;
    }

    private static boolean startsAWord(String title, String word) {
        for (int at = title.indexOf(word); at >= 0; at = title.indexOf(word, at + 1))
            if (at > 0 && !Character.isLetterOrDigit(title.charAt(at - 1))) return true;
        return false;
    }

    private static String initials(String title) {
        var letters = new StringBuilder();
        for (String word : title.split("[^\\p{L}\\p{N}]+")) if (!word.isEmpty()) letters.append(word.charAt(0));
        return letters.toString();
    }
}
