package ringside.adapter.jdbc;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import ringside.core.result.Parameters;
import ringside.core.result.Selection;

/** Which parameter values stand in a block, so that one that cannot match is never read. */
record Facets(Map<String, Set<String>> values) {
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
        return new Facets(values);
    }

    Match match(Selection selection) {
        Match match = Match.ALL;
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

    String text() {
        var text = new StringBuilder();
        values.forEach((key, inside) -> {
            if (!text.isEmpty()) text.append(BETWEEN_KEYS);
            text.append(key);
            if (inside.equals(MANY)) return;
            for (String value : inside) text.append(BETWEEN_VALUES).append(value);
        });
        return text.toString();
    }

    static Facets parse(String text) {
        var values = new TreeMap<String, Set<String>>();
        if (text.isEmpty()) return new Facets(values);
        for (String part : text.split(BETWEEN_KEYS, -1)) {
            String[] key = part.split(BETWEEN_VALUES, -1);
            Set<String> inside = new TreeSet<>();
            for (int i = 1; i < key.length; i++) inside.add(key[i]);
            values.put(key[0], key.length == 1 ? MANY : inside);
        }
        return new Facets(values);
    }

    /** Such a value cannot be listed, so its key counts as having too many: its block is then always read. */
    private static boolean hasSeparator(String value) {
        return value.chars().anyMatch(c -> c < ' ');
    }
}
