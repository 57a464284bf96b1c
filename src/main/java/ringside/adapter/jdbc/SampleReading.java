package ringside.adapter.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import ringside.core.result.Parameters;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;
import ringside.core.result.Selection;

/** Finds the blocks that may hold wanted samples by their facets, and reads these alone. */
final class SampleReading {
    private static final String DATA = "SELECT data FROM block_data WHERE block_id = ?";

    private final Connections connections;
    private final Function<Catalogue.SetEntry, Map<Long, Run>> runs;

    /** @param runs the runs of a set by the store's numbers of them; asked only where a block is read */
    SampleReading(Connections connections, Function<Catalogue.SetEntry, Map<Long, Run>> runs) {
        this.connections = connections;
        this.runs = runs;
    }

    void samples(Catalogue catalogue, Selection selection, ResultStore.Visitor visitor) {
        connections.run(connection -> {
            try (PreparedStatement read = connection.prepareStatement(DATA)) {
                for (Catalogue.SetEntry entry : catalogue.wanted(selection)) {
                    for (Catalogue.SeriesEntry series : entry.series()) {
                        if (series.isWanted(selection)) samples(read, entry, series, selection, visitor);
                    }
                }
            }
        });
    }

    private void samples(
            PreparedStatement read,
            Catalogue.SetEntry entry,
            Catalogue.SeriesEntry series,
            Selection selection,
            ResultStore.Visitor visitor)
            throws SQLException {
        String set = entry.set().name();
        Successive known = null;
        // The order matters to who takes whole sets; a figure asks for points and sorts them itself
        boolean merge = series.isToBeMerged() && selection.where().isEmpty();
        Optional<Merged> merged = merge ? Optional.of(new Merged()) : Optional.empty();
        for (Catalogue.BlockEntry block : series.blocks()) {
            Facets.Match match = block.facets().match(selection);
            if (match == Facets.Match.NONE) continue;
            if (known == null) known = new Successive(runs.apply(entry));
            Successive run = known;
            Predicate<Parameters> wanted = match == Facets.Match.ALL ? all -> true : selection::accepts;
            Block.decode(data(read, block), series.metric(), wanted, (number, sample) -> {
                if (merged.isPresent()) merged.get().add(run.of(number), sample);
                else visitor.sample(set, run.of(number), sample);
            });
        }
        merged.ifPresent(all -> all.visit(set, visitor));
    }

    /** Finds runs by their numbers; successive rows mostly have the same. */
    private static final class Successive {
        private final Map<Long, Run> runs;
        private long number = -1;
        private @Nullable Run run;

        Successive(Map<Long, Run> runs) {
            this.runs = runs;
        }

        Run of(long wanted) {
            Run same = run;
            if (same != null && wanted == number) return same;
            number = wanted;
            return run = Objects.requireNonNull(runs.get(wanted));
        }
    }

    long count(Catalogue catalogue, Selection selection) {
        long count = 0;
        for (Catalogue.SetEntry entry : catalogue.wanted(selection)) {
            for (Catalogue.SeriesEntry series : entry.series()) {
                if (series.isWanted(selection)) count += count(series, selection);
            }
        }
        return count;
    }

    private long count(Catalogue.SeriesEntry series, Selection selection) {
        long count = 0;
        for (Catalogue.BlockEntry block : series.blocks()) {
            switch (block.facets().match(selection)) {
                case NONE -> {}
                case ALL -> count += block.samples();
                case SOME -> count += countInside(block, selection);
            }
        }
        return count;
    }

    private long countInside(Catalogue.BlockEntry block, Selection selection) {
        return connections.use(connection -> {
            try (PreparedStatement read = connection.prepareStatement(DATA)) {
                return Block.count(data(read, block), selection::accepts);
            }
        });
    }

    static byte[] data(PreparedStatement read, Catalogue.BlockEntry block) throws SQLException {
        read.setLong(1, block.id());
        try (var row = read.executeQuery()) {
            if (!row.next()) throw new SQLException("block " + block.id() + " has no data");
            return row.getBytes(1);
        }
    }
}
