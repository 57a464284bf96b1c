package ringside.ui.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ringside.core.result.Configuration;
import ringside.core.result.Environment;
import ringside.core.result.ResultStore;
import ringside.core.result.ResultStore.StoredSet;
import ringside.core.result.Run;

/** Everything about a set but its samples. */
public record SetDetail(StoredSet stored, List<Configuration> configurations, List<Run> runs) {
    public SetDetail {
        configurations = List.copyOf(configurations);
        runs = List.copyOf(runs);
    }

    static SetDetail read(ResultStore store, StoredSet stored) {
        String name = stored.set().name();
        return new SetDetail(stored, store.configurations(name), store.runs(name));
    }

    /** Each machine once, with the configurations measured on it. */
    public Map<Environment, List<Configuration>> byEnvironment() {
        var grouped = new LinkedHashMap<Environment, List<Configuration>>();
        for (Configuration configuration : configurations)
            grouped.computeIfAbsent(configuration.environment(), first -> new ArrayList<>())
                    .add(configuration);
        return grouped;
    }
}
