package ringside.core.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Selection;

/** One sample behind a point of a plot, and the run that gave it. */
public record Measurement(String set, Run run, Sample sample) {
    /** All samples of a point, in the store's order: those that failed too. */
    public static List<Measurement> behind(Plot.Source source, ResultStore store) {
        Map<String, Set<String>> where = source.point().asMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Set.of(entry.getValue())));
        var selection = new Selection(
                Set.of(source.set()),
                Set.of(source.benchmark()),
                Set.of(source.metric().name()),
                Set.of(source.metric().unit()),
                where);
        var found = new ArrayList<Measurement>();
        store.samples(selection, (set, run, sample) -> {
            boolean same = run.configuration().platform().equals(source.platform())
                    && run.configuration().label().equals(source.configuration())
                    && sample.metric().equals(source.metric())
                    && sample.parameters().point().equals(source.point());
            if (same) found.add(new Measurement(set, run, sample));
        });
        return List.copyOf(found);
    }
}
