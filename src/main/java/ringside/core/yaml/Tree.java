package ringside.core.yaml;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A YAML document before anybody knows what it means; every part with its line, counted from 1. */
public sealed interface Tree {
    int line();

    /** @param plain whether it stands without quotes, so that an empty one or {@code null} means nothing */
    record Leaf(String text, boolean plain, int line) implements Tree {
        public boolean isNothing() {
            return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }
    }

    record Items(List<Tree> items, int line) implements Tree {}

    /** @param entries key → value, in the order of the file */
    record Entries(Map<String, Entry> entries, int line) implements Tree {
        /** What a key has; null where it is absent or has nothing. */
        public @Nullable Tree value(String key) {
            Entry entry = entries.get(key);
            return entry == null || entry.value() instanceof Leaf leaf && leaf.isNothing() ? null : entry.value();
        }
    }

    /** @param line of the key */
    record Entry(int line, Tree value) {}

    /** The line of a field, or of the nearest part around it that is in the document. */
    static int line(Tree tree, String path) {
        int line = tree.line();
        Tree at = tree;
        for (String step : path.replace("[", ".[").split("\\.", -1)) {
            if (at instanceof Entries(var entries, var start) && entries.get(step) instanceof Entry entry) {
                line = entry.line();
                at = entry.value();
            } else if (at instanceof Items(var items, var start) && step.matches("\\[\\d{1,6}]")) {
                int index = Integer.parseInt(step.substring(1, step.length() - 1));
                if (index >= items.size()) return line;
                at = items.get(index);
                line = at.line();
            } else if (!step.isEmpty()) return line;
        }
        return line;
    }
}
