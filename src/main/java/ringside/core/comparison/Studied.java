package ringside.core.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.core.result.Configuration;
import ringside.core.result.ResultStore;

/**
 * One result set as a comparison sees it.
 *
 * @param configurations by platform, then label
 * @param reference what all are held against; empty where nothing was measured
 * @param cells every configuration but the reference, in every task that the reference has too
 * @param measured task → configuration → what it gave, also where there is nothing to hold it against
 * @param crossovers where two guests change places along a sweep, whether that counts or not
 * @param unmatched measurements that are held against nothing: nobody else gave them in the same unit and direction
 */
public record Studied(
        ResultStore.StoredSet stored,
        List<Configuration> configurations,
        Optional<Configuration> reference,
        List<Cell> cells,
        Map<Task, Map<Configuration, Repetitions>> measured,
        List<Crossover> crossovers,
        List<Unmatched> unmatched) {

    /** What one configuration gave in one task. */
    public record Unmatched(Task task, Configuration configuration) {
        String text() {
            return configuration.label() + " in " + task.text() + " ("
                    + task.metric().unit() + ")";
        }
    }

    public Studied {
        configurations = List.copyOf(configurations);
        cells = List.copyOf(cells);
        crossovers = List.copyOf(crossovers);
        unmatched = List.copyOf(unmatched);
    }

    public String name() {
        return stored.set().name();
    }

    /** One configuration's cells by task, in their order. */
    Map<Task, Cell> cellsOf(Configuration configuration) {
        var own = new LinkedHashMap<Task, Cell>();
        for (Cell cell : cells) if (cell.configuration().equals(configuration)) own.put(cell.task(), cell);
        return own;
    }

    /** Whether percent of native can be told at all: the set measured its own bare machine. */
    public boolean hasHost() {
        return configurations.stream()
                .anyMatch(configuration -> configuration.platform().equals(Subjects.HOST));
    }

    /** The reference is the host, so that ratios are shares of native. */
    public boolean isOfHost() {
        return reference
                .filter(configuration -> configuration.platform().equals(Subjects.HOST))
                .isPresent();
    }
}
