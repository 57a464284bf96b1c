package ringside.adapter.jdbc;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ringside.core.result.Parameters;
import ringside.core.result.Selection;

/**
 * Which parameter values stand in a block, so that one that cannot match is never read. A store may have a hundred thousand
 * blocks of which nobody asks: the text is taken apart when it is first matched.
 */
final class Facets {
    private static final int MOST_VALUES = 24;

    /** Stands for "more different values than are worth listing". */
    private static final Set<String> MANY = Set.of("\u0000");

    private static final String BETWEEN_KEYS = "\u001D";
    private static final String BETWEEN_VALUES = "\u001F";

    enum Match {
        NONE,
        SOME,
        ALL
    }

    private final String text;
    private volatile @Nullable Map<String, Set<String>> values;

    private Facets(String text) {
        this.text = text;
    }

    static Facets of(Iterable<Parameters> distinct) {
        var values = new TreeMap<String, Set<String>>();
        var counts = new HashMap<String, Integer>();
        int total = 0;
        for (Parameters parameters : distinct) {
            total++;
            parameters.asMap().forEach((key, value) -> {
                if (hasSeparator(key)) return; // its block is always read
                counts.merge(key, 1, Integer::sum);
                Set<String> seen = values.computeIfAbsent(key, k -> new TreeSet<>());
                if (seen == MANY) return;
                seen.add(value);
                if (seen.size() > MOST_VALUES || hasSeparator(value)) values.put(key, MANY);
            });
        }
        for (var count : counts.entrySet()) {
            Set<String> seen = values.get(count.getKey());
            if (count.getValue() < total && seen != null && seen != MANY) seen.add(Selection.ABSENT);
        }
        return new Facets(text(values));
    }

    Match match(Selection selection) {
        Match match = Match.ALL;
        if (selection.where().isEmpty()) return match;
        Map<String, Set<String>> values = values();
        for (var wanted : selection.where().entrySet()) {
            Set<String> inside = values.getOrDefault(wanted.getKey(), Set.of(Selection.ABSENT));
            if (inside.equals(MANY) || hasSeparator(wanted.getKey())) {
                match = Match.SOME;
                continue;
            }
            var common = new HashSet<>(inside);
            common.retainAll(wanted.getValue());
            if (common.isEmpty()) return Match.NONE;
            if (common.size() < inside.size()) match = Match.SOME;
        }
        return match;
    }

    /** As it is stored. */
    String text() {
        return text;
    }

    static Facets parse(String text) {
        return new Facets(text);
    }

    private Map<String, Set<String>> values() {
        Map<String, Set<String>> known = values;
        if (known == null) values = known = values(text);
        return known;
    }

    private static String text(Map<String, Set<String>> values) {
        var text = new StringBuilder();
        values.forEach((key, inside) -> {
            if (!text.isEmpty()) text.append(BETWEEN_KEYS);
            text.append(key);
            if (inside.equals(MANY)) return;
            for (String value : inside) text.append(BETWEEN_VALUES).append(value);
        });
        return text.toString();
    }

    private static Map<String, Set<String>> values(String text) {
        var values = new HashMap<String, Set<String>>();
        if (text.isEmpty()) return values;
        for (String part : text.split(BETWEEN_KEYS, -1)) {
            String[] key = part.split(BETWEEN_VALUES, -1);
            values.put(
                    key[0],
                    key.length == 1 ? MANY : Set.copyOf(Arrays.asList(key).subList(1, key.length)));
        }
        return values;
    }

    /** Such a value cannot be listed, so its key counts as having too many: its block is then always read. */
    private static boolean hasSeparator(String value) {
        return value.chars().anyMatch(c -> c < ' ');
    }
}
