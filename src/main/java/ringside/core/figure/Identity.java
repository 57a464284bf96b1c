package ringside.core.figure;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import ringside.core.Sha256;
import ringside.core.json.Json;
import ringside.core.result.ResultStore;

/**
 * What an exported figure shows, kept in the file: so that it can be checked, and its sets found again.
 *
 * @param figure the figure's id
 * @param sets name → fingerprint of each set it draws
 * @param dataSha256 over the figure's data as CSV
 */
public record Identity(String figure, Map<String, String> sets, String dataSha256) {
    private static final String FIGURE = "Ringside-Figure";
    private static final String SETS = "Ringside-Sets";
    private static final String DATA = "Ringside-Data-SHA256";

    public static Identity of(Plot plot, ResultStore store) {
        var names = new TreeSet<String>();
        PlotTable.rows(plot).forEach(row -> names.add(row.set()));
        var sets = new LinkedHashMap<String, String>();
        for (ResultStore.StoredSet stored : store.sets()) {
            String name = stored.set().name();
            if (names.contains(name)) sets.put(name, stored.fingerprint());
        }
        String data = Sha256.of(PlotTable.csv(plot).getBytes(StandardCharsets.UTF_8));
        return new Identity(plot.figure().id(), sets, data);
    }

    /** As the file keeps it: name → value. */
    public Map<String, String> texts(String title) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("Title", title);
        texts.put("Software", "Ringside");
        texts.put(FIGURE, figure);
        texts.put(SETS, Json.compact(sets));
        texts.put(DATA, dataSha256);
        return texts;
    }

    /** What a file says of itself; empty if it is not one of ours or says it wrongly. */
    public static Optional<Identity> from(Map<String, String> texts) {
        String figure = texts.get(FIGURE);
        String sets = texts.get(SETS);
        String data = texts.get(DATA);
        if (figure == null || sets == null || data == null) return Optional.empty();
        try {
            return Optional.of(new Identity(figure, Json.texts(sets), data));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** The names under which the store has these sets now, found by content. */
    public List<String> in(ResultStore store) {
        return store.sets().stream()
                .filter(stored -> sets.containsValue(stored.fingerprint()))
                .map(stored -> stored.set().name())
                .toList();
    }
}
