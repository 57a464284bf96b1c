package ringside.core.feature;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Ids that a person may have meant. */
public final class Names {
    private static final int MOST = 4;

    private Names() {}

    public static List<String> columns(FeatureMatrix matrix) {
        return matrix.columns().stream().map(Column::id).toList();
    }

    public static List<String> features(FeatureMatrix matrix) {
        return matrix.features().stream().map(Feature::id).toList();
    }

    /** A remedy: the ids that are near the one given, or the place where all of them are told. */
    public static String hint(String id, Collection<String> known) {
        List<String> near = near(id, known);
        return near.isEmpty()
                ? "'ringside features list' shows the ids there are"
                : "near it: " + String.join(", ", near);
    }

    /** At most four, the nearest first: those that hold it or are held by it, and those a few typing errors away. */
    public static List<String> near(String id, Collection<String> known) {
        return known.stream()
                .filter(other -> distance(id, other) <= limit(id, other))
                .sorted(Comparator.comparingInt((String other) -> distance(id, other))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    private static int limit(String id, String other) {
        boolean holds = id.length() > 1 && (other.contains(id) || (other.length() > 1 && id.contains(other)));
        return holds ? Integer.MAX_VALUE : 1 + Math.min(id.length(), other.length()) / 3;
    }

    /** Levenshtein's: how many letters have to be put in, taken out or changed. */
    private static int distance(String one, String other) {
        int[] last = new int[other.length() + 1];
        Arrays.setAll(last, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(row[j - 1], last[j]));
            }
            last = row;
        }
        return last[other.length()];
    }
}
