package ringside.adapter.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringside.core.RingsideException;
import ringside.core.Sha256;
import ringside.core.json.Json;
import ringside.core.result.Configuration;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.ResultSet;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;
import ringside.core.result.Sample;

/** One transaction of new sets: everything goes over one connection and is seen by nobody before the commit. */
final class JdbcWriting implements ResultStore.Writing {
    /** Samples held before blocks are made of them: what a store of 512 MiB heap can well afford. */
    private static final int HELD = 1 << 20;

    /** A point that no other sample held shares takes the memory of so many samples, and more the longer its text is. */
    private static final int POINT = 10;

    private static final int TEXT = 32;

    private static final int RAW_PART = 512 * 1024;

    private final Connections connections;
    private final Connection connection;
    private final Runnable whenCommitted;
    private final Map<String, OpenSet> open = new LinkedHashMap<>();
    private final Map<Run, RunNumber> runs = new IdentityHashMap<>();
    private final Map<SeriesKey, SeriesBuffer> series = new LinkedHashMap<>();
    private final BlockWriter blocks;

    private @Nullable OpenSet current;
    private int held;
    private boolean committed;

    private @Nullable Run latestRun;
    private @Nullable Metric latestMetric;
    private @Nullable SeriesBuffer latest;
    private @Nullable Parameters latestParameters;
    private final Set<Parameters> heldPoints = Collections.newSetFromMap(new IdentityHashMap<>());

    private record RunNumber(long id, long configuration, Configuration of, OpenSet set) {}

    private record SeriesKey(long configuration, String benchmark, Metric metric) {}

    /** A set that is being written, with its running totals. */
    static final class OpenSet {
        final long id;
        final Map<String, Long> configurations = new HashMap<>();
        final Fingerprint print;
        long runs;
        long samples;
        long missing;

        OpenSet(long id, Fingerprint print) {
            this.id = id;
            this.print = print;
        }
    }

    JdbcWriting(Connections connections, Runnable whenCommitted) throws SQLException {
        this.connections = connections;
        this.whenCommitted = whenCommitted;
        connection = connections.borrow();
        BlockWriter writer = null;
        try {
            connection.setAutoCommit(false);
            writer = new BlockWriter(connection);
        } finally {
            if (writer == null) connections.retire(connection, false);
        }
        blocks = writer;
    }

    @Override
    public void set(ResultSet newSet) {
        quietly(() -> {
            requireFree(newSet.name(), -1);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO result_set (name, origin, title, citation, locator, licence, created, notes, runs,"
                            + " samples, missing, print_high, print_low) VALUES (?,?,?,?,?,?,?,?,0,0,0,0,0)",
                    Statement.RETURN_GENERATED_KEYS)) {
                long id = insert(
                        insert,
                        newSet.name(),
                        newSet.origin().word(),
                        newSet.title(),
                        newSet.citation().text(),
                        newSet.citation().locator(),
                        newSet.licence(),
                        newSet.created().toString(),
                        newSet.notes());
                current = new OpenSet(id, new Fingerprint());
                open.put(newSet.name(), current);
            }
        });
    }

    private void requireFree(String name, long but) throws SQLException {
        SetNames.requireFree(connection, name, but, "delete or rename it, or import under another name");
    }

    /** Two workbenches may have begun a set of the same name: the one that commits first has it. */
    private void requireStillFree() throws SQLException {
        SetNames.take(connection);
        for (Map.Entry<String, OpenSet> set : open.entrySet()) requireFree(set.getKey(), set.getValue().id);
    }

    @Override
    public void append(String name) {
        current = open.get(name);
        if (current == null) quietly(() -> reopen(name));
    }

    private void reopen(String name) throws SQLException {
        try (PreparedStatement look =
                connection.prepareStatement("SELECT id, runs, samples, missing, print_high, print_low FROM result_set"
                        + " WHERE discarded = FALSE AND name = ? FOR UPDATE")) { // its totals are ours until the commit
            look.setString(1, name);
            try (var row = look.executeQuery()) {
                if (!row.next())
                    throw new RingsideException("There is no set named " + name, "'ringside sets list' shows them");
                var set = new OpenSet(row.getLong(1), new Fingerprint(row.getLong(5), row.getLong(6)));
                set.runs = row.getLong(2);
                set.samples = row.getLong(3);
                set.missing = row.getLong(4);
                knowConfigurations(set);
                open.put(name, set);
                current = set;
            }
        }
    }

    private void knowConfigurations(OpenSet set) throws SQLException {
        try (PreparedStatement look =
                connection.prepareStatement("SELECT id, platform, label FROM configuration WHERE set_id = ?")) {
            look.setLong(1, set.id);
            try (var row = look.executeQuery()) {
                while (row.next()) set.configurations.put(key(row.getString(2), row.getString(3)), row.getLong(1));
            }
        }
    }

    @Override
    public String raw(byte[] bytes) {
        String sha = Sha256.of(bytes);
        quietly(() -> {
            if (isKept(sha)) return;
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO raw_part (sha256, part, plain, data) VALUES (?,?,?,?)" + connections.unlessThere())) {
                for (int from = 0, part = 0; from < bytes.length || part == 0; from += RAW_PART, part++) {
                    byte[] plain = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + RAW_PART));
                    insert.setString(1, sha);
                    insert.setInt(2, part);
                    insert.setInt(3, plain.length);
                    insert.setBytes(4, Block.deflate(plain));
                    insert.executeUpdate();
                }
            }
        });
        return sha;
    }

    private boolean isKept(String sha) throws SQLException {
        try (PreparedStatement look = connection.prepareStatement("SELECT COUNT(*) FROM raw_part WHERE sha256 = ?")) {
            look.setString(1, sha);
            try (var row = look.executeQuery()) {
                row.next();
                return row.getInt(1) > 0;
            }
        }
    }

    @Override
    public void run(Run run) {
        quietly(() -> {
            OpenSet set = current;
            if (set == null) throw new IllegalStateException("a run before its set");
            long configuration = configuration(set, run.configuration());
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO run (set_id, name, configuration_id, benchmark, given, command, started, ended,"
                            + " outcome, reason, raw_sha256, raw_format, raw_name, note, conditions)"
                            + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                    Statement.RETURN_GENERATED_KEYS)) {
                long id = insert(
                        insert,
                        set.id,
                        run.id(),
                        configuration,
                        run.benchmark(),
                        run.given().toString(),
                        Json.compact(run.command()),
                        run.started().map(String::valueOf).orElse(null),
                        run.ended().map(String::valueOf).orElse(null),
                        run.outcome().word(),
                        run.outcome().reason(),
                        run.raw().map(Run.Raw::sha256).orElse(null),
                        run.raw().map(Run.Raw::format).orElse(null),
                        run.raw().map(Run.Raw::name).orElse(null),
                        run.note(),
                        run.conditions().isEmpty() ? "" : Json.compact(run.conditions()));
                runs.put(run, new RunNumber(id, configuration, run.configuration(), set));
                set.runs++;
            }
        });
    }

    @Override
    public void end(Run run, Run.Outcome outcome) {
        RunNumber number = runs.get(run);
        if (number == null) throw new IllegalStateException("the end of a run before its beginning");
        quietly(() -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE run SET outcome = ?, reason = ? WHERE id = ?")) {
                update.setString(1, outcome.word());
                update.setString(2, outcome.reason());
                update.setLong(3, number.id());
                update.executeUpdate();
            }
        });
    }

    private long configuration(OpenSet set, Configuration one) throws SQLException {
        Long known = set.configurations.get(key(one.platform(), one.label()));
        if (known != null) return known;
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO configuration (set_id, platform, label, versions, settings, environment, facts)"
                        + " VALUES (?,?,?,?,?,?,?)",
                Statement.RETURN_GENERATED_KEYS)) {
            long id = insert(
                    insert,
                    set.id,
                    one.platform(),
                    one.label(),
                    Json.compact(one.versions()),
                    Json.compact(one.settings()),
                    one.environment().name(),
                    Json.compact(one.environment().facts()));
            set.configurations.put(key(one.platform(), one.label()), id);
            return id;
        }
    }

    private static String key(String platform, String label) {
        return platform + '\n' + label;
    }

    @Override
    public void sample(Run run, Sample sample) {
        SeriesBuffer buffer = latest;
        if (buffer == null || run != latestRun || sample.metric() != latestMetric) {
            RunNumber number = runs.get(run);
            if (number == null) throw new IllegalStateException("a sample before its run");
            latest = buffer = series.computeIfAbsent(
                    new SeriesKey(number.configuration(), run.benchmark(), sample.metric()),
                    key -> new SeriesBuffer(
                            number.set(), number.configuration(), run.benchmark(), number.of(), key.metric()));
            buffer.currentRun(number.id());
            latestRun = run;
            latestMetric = sample.metric();
        }
        buffer.add(sample);
        Parameters parameters = sample.parameters();
        if (parameters != latestParameters && heldPoints.add(parameters))
            held += POINT + parameters.toString().length() / TEXT;
        latestParameters = parameters;
        if (++held >= HELD) quietly(this::writeBlocks);
    }

    private void writeBlocks() throws SQLException {
        blocks.write(series.values());
        heldPoints.clear();
        held = 0;
    }

    @Override
    public Map<String, String> fingerprints() {
        quietly(this::writeBlocks);
        var prints = new LinkedHashMap<String, String>();
        open.forEach((name, set) -> prints.put(name, set.print.toString()));
        return prints;
    }

    private void finish(OpenSet set) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE result_set SET runs = ?, samples = ?, missing = ?, print_high = ?, print_low = ? WHERE id"
                        + " = ?")) {
            update.setLong(1, set.runs);
            update.setLong(2, set.samples);
            update.setLong(3, set.missing);
            update.setLong(4, set.print.high());
            update.setLong(5, set.print.low());
            update.setLong(6, set.id);
            update.executeUpdate();
        }
    }

    @Override
    public void commit() {
        quietly(() -> {
            writeBlocks();
            for (OpenSet set : open.values()) finish(set);
            if (connections.shared()) requireStillFree();
            connection.commit();
            committed = true;
        });
        whenCommitted.run();
    }

    /** Undoes what was not committed. A connection that cannot is closed, which undoes as well, and not used again. */
    @Override
    public void close() {
        boolean usable = false;
        try {
            if (!committed) connection.rollback();
            blocks.close();
            usable = true;
        } catch (SQLException broken) {
            usable = false;
        } finally {
            connections.retire(connection, usable);
        }
    }

    private static long insert(PreparedStatement insert, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) insert.setObject(i + 1, values[i]);
        insert.executeUpdate();
        try (var key = insert.getGeneratedKeys()) {
            key.next();
            return key.getLong(1);
        }
    }

    private interface Step {
        void take() throws SQLException;
    }

    private static void quietly(Step step) {
        try {
            step.take();
        } catch (SQLException e) {
            throw StoreTrouble.of(e);
        }
    }
}
