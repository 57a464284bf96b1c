package ringside.adapter.jdbc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ringside.core.result.Parameters;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;
import ringside.core.result.Sample;

/**
 * A series that was added to at different times, in the order it would have had if it had been written at once: so
 * that a set gives the same archive whether it grew here or was imported whole.
 */
final class Merged {
    private record Row(String key, Run run, Sample sample) {}

    private final List<Row> rows = new ArrayList<>();
    private final Map<Parameters, String> keys = new HashMap<>();

    void add(Run run, Sample sample) {
        rows.add(new Row(keys.computeIfAbsent(sample.parameters().point(), PointOrder::key), run, sample));
    }

    void visit(String set, ResultStore.Visitor visitor) {
        rows.sort(Comparator.comparing(Row::key)); // stable: those of one point stay in the order in which they came
        for (Row row : rows) visitor.sample(set, row.run(), row.sample());
    }
}
