package ringside.adapter.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ringside.core.json.Json;
import ringside.core.result.Better;
import ringside.core.result.Citation;
import ringside.core.result.Configuration;
import ringside.core.result.Environment;
import ringside.core.result.Metric;
import ringside.core.result.Origin;
import ringside.core.result.ResultSet;
import ringside.core.result.Selection;

/** What the store holds, without the samples themselves: read at once, kept until something is written. */
record Catalogue(List<SetEntry> sets) {
    record SetEntry(
            long id,
            ResultSet set,
            long runs,
            long samples,
            long missing,
            Fingerprint print,
            Map<Long, Configuration> configurations,
            List<SeriesEntry> series) {
        Configuration configuration(long number) {
            return Objects.requireNonNull(configurations.get(number), "a configuration that is not of this set");
        }
    }

    record SeriesEntry(long id, long configuration, String benchmark, Metric metric, List<BlockEntry> blocks) {
        /** More than these are given as they were added: sorting them would take too much memory. */
        private static final int MOST_MERGED = 500_000;

        /** Whether it was added to after it was first written. */
        boolean isToBeMerged() {
            return !blocks.isEmpty()
                    && blocks.getFirst().series() != blocks.getLast().series()
                    && blocks.stream().mapToLong(BlockEntry::samples).sum() <= MOST_MERGED;
        }

        boolean isWanted(Selection selection) {
            return (selection.benchmarks().isEmpty() || selection.benchmarks().contains(benchmark))
                    && (selection.metrics().isEmpty() || selection.metrics().contains(metric.name()))
                    && (selection.units().isEmpty() || selection.units().contains(metric.unit()));
        }
    }

    record BlockEntry(long id, long series, int samples, Facets facets, long crc) {}

    /** Differs after each change of the sets, whoever made it. */
    static String stamp(Connection connection) throws SQLException {
        var stamp = new StringBuilder();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT id, name, runs, samples, print_high, print_low FROM result_set"
                        + " WHERE discarded = FALSE ORDER BY id")) {
            while (row.next()) {
                for (int column = 1; column <= 6; column++)
                    stamp.append(row.getString(column)).append('\t');
                stamp.append('\n');
            }
        }
        return stamp.toString();
    }

    /** As {@link #read}, with nothing of what others commit meanwhile. */
    static Catalogue readAtOnce(Connection connection) throws SQLException {
        int usual = connection.getTransactionIsolation();
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try {
            return read(connection);
        } finally {
            connection.rollback();
            connection.setTransactionIsolation(usual);
        }
    }

    static Catalogue read(Connection connection) throws SQLException {
        var sets = new LinkedHashMap<Long, SetEntry>();
        try (Statement statement = connection.createStatement()) {
            readSets(statement, sets);
            readConfigurations(statement, sets);
            readSeries(statement, sets);
        }
        return new Catalogue(List.copyOf(sets.values()));
    }

    List<SetEntry> wanted(Selection selection) {
        return sets.stream()
                .filter(entry -> selection.sets().isEmpty()
                        || selection.sets().contains(entry.set().name()))
                .toList();
    }

    private static void readSets(Statement statement, Map<Long, SetEntry> sets) throws SQLException {
        try (var row = statement.executeQuery(
                "SELECT id, name, origin, title, citation, locator, licence, created, notes, runs, samples, missing,"
                        + " print_high, print_low FROM result_set WHERE discarded = FALSE ORDER BY name, id")) {
            while (row.next()) {
                var set = new ResultSet(
                        row.getString(2),
                        Origin.of(row.getString(3)),
                        row.getString(4),
                        new Citation(row.getString(5), row.getString(6)),
                        row.getString(7),
                        Instant.parse(row.getString(8)),
                        row.getString(9));
                var print = new Fingerprint(row.getLong(13), row.getLong(14));
                long id = row.getLong(1);
                sets.put(
                        id,
                        new SetEntry(
                                id,
                                set,
                                row.getLong(10),
                                row.getLong(11),
                                row.getLong(12),
                                print,
                                new LinkedHashMap<>(),
                                new ArrayList<>()));
            }
        }
    }

    private static void readConfigurations(Statement statement, Map<Long, SetEntry> sets) throws SQLException {
        try (var row = statement.executeQuery(
                "SELECT id, set_id, platform, label, versions, settings, environment, facts FROM configuration ORDER BY id")) {
            while (row.next()) {
                SetEntry entry = sets.get(row.getLong(2));
                if (entry == null) continue;
                var environment = new Environment(row.getString(7), Json.texts(row.getString(8)));
                entry.configurations()
                        .put(
                                row.getLong(1),
                                new Configuration(
                                        row.getString(3),
                                        row.getString(4),
                                        Json.texts(row.getString(5)),
                                        Json.texts(row.getString(6)),
                                        environment));
            }
        }
    }

    private static void readSeries(Statement statement, Map<Long, SetEntry> sets) throws SQLException {
        record Key(long configuration, String benchmark, Metric metric) {}
        var byKey = new HashMap<Key, SeriesEntry>();
        var series = new HashMap<Long, SeriesEntry>();
        try (var row = statement.executeQuery(
                "SELECT id, set_id, configuration_id, benchmark, metric, unit, better FROM series"
                        + " ORDER BY configuration_id, id")) {
            while (row.next()) {
                SetEntry entry = sets.get(row.getLong(2));
                if (entry == null) continue;
                var metric = new Metric(row.getString(5), row.getString(6), Better.of(row.getString(7)));
                var key = new Key(row.getLong(3), row.getString(4), metric);
                SeriesEntry one = byKey.get(key);
                if (one == null) {
                    one = new SeriesEntry(
                            row.getLong(1), key.configuration(), key.benchmark(), metric, new ArrayList<>());
                    byKey.put(key, one);
                    entry.series().add(one);
                }
                series.put(row.getLong(1), one);
            }
        }
        var facets = new HashMap<String, Facets>(); // many blocks have the same
        try (var row = statement.executeQuery("SELECT id, series_id, samples, facets, crc FROM block ORDER BY id")) {
            while (row.next()) {
                SeriesEntry one = series.get(row.getLong(2));
                if (one == null) continue;
                one.blocks()
                        .add(new BlockEntry(
                                row.getLong(1),
                                row.getLong(2),
                                row.getInt(3),
                                facets.computeIfAbsent(row.getString(4), Facets::parse),
                                row.getLong(5)));
            }
        }
    }
}
