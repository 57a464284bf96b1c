package ringside.core.bench.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringside.core.yaml.Document;
import ringside.core.yaml.Tree;
import ringside.core.yaml.Unreadable;

/** A map of a document, whose keys are asked for one by one. */
final class Keys {
    private final Tree.Entries entries;
    private final String what;

    private Keys(Tree.Entries entries, String what) {
        this.entries = entries;
        this.what = what;
    }

    static Keys of(Tree tree, String what) throws Unreadable {
        if (tree instanceof Tree.Entries entries) return new Keys(entries, what);
        throw new Unreadable(tree.line(), "not a map; " + what + " is one");
    }

    int line() {
        return entries.line();
    }

    @Nullable
    Tree maybe(String key) {
        return entries.value(key);
    }

    Tree value(String key) throws Unreadable {
        Tree value = maybe(key);
        if (value == null) throw new Unreadable(entries.line(), what + " lacks the key " + key);
        return value;
    }

    String text(String key) throws Unreadable {
        return word(value(key), key);
    }

    int whole(String key, int least, int most) throws Unreadable {
        Tree value = value(key);
        String text = word(value, key);
        if (text.matches("\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) return number;
        }
        throw new Unreadable(
                value.line(),
                key + ": \"" + Document.shown(text) + "\"; allowed is a whole number from " + least + " to " + most);
    }

    /** One value, or a list of them. */
    static List<String> words(Tree value, String key) throws Unreadable {
        if (!(value instanceof Tree.Items(var items, var line))) return List.of(word(value, key));
        var words = new ArrayList<String>();
        for (Tree item : items) words.add(word(item, key));
        return words;
    }

    static String word(Tree value, String key) throws Unreadable {
        if (value instanceof Tree.Leaf leaf) return leaf.text();
        throw new Unreadable(value.line(), key + ": a list or map; allowed is one value");
    }

    /** To be called before the others are asked for: a misspelt key is not to be told as the one that is missing. */
    void allow(List<String> keys) throws Unreadable {
        for (var entry : entries.entries().entrySet())
            if (!keys.contains(entry.getKey()))
                throw new Unreadable(
                        entry.getValue().line(),
                        "unknown key " + Document.shown(entry.getKey()) + " of " + what + "; allowed are "
                                + String.join(", ", keys));
    }
}
