package ringside.core.digitise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ringside.core.result.Parameters;
import ringside.core.yaml.Document;
import ringside.core.yaml.Tree;
import ringside.core.yaml.Unreadable;

/** The keys of one map in a file, asked one by one; each answer that is not as it should be names its line. */
final class Fields {
    private final String path;
    private final Tree.Entries entries;

    private Fields(String path, Tree.Entries entries) {
        this.path = path;
        this.entries = entries;
    }

    /** @param keys all that may stand there */
    static Fields of(String path, Tree tree, Set<String> keys) throws Unreadable {
        if (!(tree instanceof Tree.Entries entries))
            throw new Unreadable(tree.line(), path + ": a map of " + String.join(", ", new TreeSet<>(keys)));
        for (var entry : entries.entries().entrySet())
            if (!keys.contains(entry.getKey()))
                throw new Unreadable(
                        entry.getValue().line(),
                        path + ": unknown key " + Document.shown(entry.getKey()) + "; allowed are "
                                + String.join(", ", new TreeSet<>(keys)));
        return new Fields(path, entries);
    }

    int line() {
        return entries.line();
    }

    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    @Nullable
    Tree tree(String key) {
        return entries.value(key);
    }

    Tree needed(String key) throws Unreadable {
        Tree tree = entries.value(key);
        if (tree == null) throw new Unreadable(entries.line(), path(key) + " is missing");
        return tree;
    }

    /** Empty where it is absent. */
    String text(String key) throws Unreadable {
        Tree tree = entries.value(key);
        return tree == null ? "" : word(tree, path(key));
    }

    Optional<String> optional(String key) throws Unreadable {
        return Optional.of(text(key)).filter(text -> !text.isBlank());
    }

    double number(String key, double otherwise) throws Unreadable {
        Tree tree = entries.value(key);
        return tree == null ? otherwise : number(tree, path(key));
    }

    int whole(String key, int otherwise) throws Unreadable {
        Tree tree = entries.value(key);
        if (tree == null) return otherwise;
        String word = word(tree, path(key));
        if (!word.matches("\\d{1,6}"))
            throw new Unreadable(tree.line(), path(key) + ": a whole number, not " + Document.shown(word));
        return Integer.parseInt(word);
    }

    Place place(String key) throws Unreadable {
        return place(needed(key), path(key));
    }

    List<Tree> items(String key) throws Unreadable {
        Tree tree = entries.value(key);
        return tree == null ? List.of() : items(tree, path(key));
    }

    List<String> words(String key) throws Unreadable {
        var words = new ArrayList<String>();
        for (Tree item : items(key)) words.add(word(item, path(key)));
        return words;
    }

    Map<String, String> texts(String key) throws Unreadable {
        Tree tree = entries.value(key);
        if (tree == null) return Map.of();
        if (!(tree instanceof Tree.Entries map)) throw new Unreadable(tree.line(), path(key) + ": a map of texts");
        var texts = new TreeMap<String, String>();
        for (var entry : map.entries().entrySet())
            texts.put(entry.getKey(), word(entry.getValue().value(), path(key) + "." + entry.getKey()));
        return texts;
    }

    Parameters parameters(String key) throws Unreadable {
        Map<String, String> texts = texts(key);
        try {
            return Parameters.of(texts);
        } catch (IllegalArgumentException wrong) {
            throw new Unreadable(entries.line(), path(key) + ": " + wrong.getMessage());
        }
    }

    static List<Tree> items(Tree tree, String path) throws Unreadable {
        if (tree instanceof Tree.Items(var items, int line)) return items;
        throw new Unreadable(tree.line(), path + ": a list, [ ] or lines that begin with -");
    }

    static String word(Tree tree, String path) throws Unreadable {
        if (tree instanceof Tree.Leaf leaf && !leaf.isNothing()) return leaf.text();
        throw new Unreadable(tree.line(), path + ": one value, not a list, a map or nothing");
    }

    static double number(Tree tree, String path) throws Unreadable {
        String word = word(tree, path);
        if (!word.matches("[-+]?(\\d{1,20}(\\.\\d{0,20})?|\\.\\d{1,20})([eE][-+]?\\d{1,2})?"))
            throw new Unreadable(tree.line(), path + ": a number, not " + Document.shown(word));
        return Double.parseDouble(word);
    }

    static Place place(Tree tree, String path) throws Unreadable {
        double[] two = numbers(tree, path, 2, "x and y, as in [12.5, 40]");
        return new Place(two[0], two[1]);
    }

    static Area area(Tree tree, String path) throws Unreadable {
        double[] four = numbers(tree, path, 4, "left, top, right and bottom, as in [10, 10, 90, 60]");
        try {
            return new Area(four[0], four[1], four[2], four[3]);
        } catch (IllegalArgumentException wrong) {
            throw new Unreadable(tree.line(), path + ": " + wrong.getMessage());
        }
    }

    private static double[] numbers(Tree tree, String path, int count, String shape) throws Unreadable {
        List<Tree> items = items(tree, path);
        if (items.size() != count) throw new Unreadable(tree.line(), path + ": " + shape);
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) numbers[i] = number(items.get(i), path);
        return numbers;
    }
}
