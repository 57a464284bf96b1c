package ringside.adapter.jdbc;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ringside.core.RingsideException;
import ringside.core.json.Json;
import ringside.core.platform.Platforms;
import ringside.core.probe.ProbeStore;
import ringside.core.result.Configuration;
import ringside.core.result.Parameters;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;
import ringside.core.result.Selection;

/** The result store on a database reached by JDBC: an embedded H2 file unless told otherwise. */
public final class JdbcStore implements ResultStore {

    private final Connections connections;
    private final Optional<Path> holder;
    private final Optional<Path> file;
    private final SampleReading reading;
    private final Map<Long, Map<Long, Run>> runsOfSet = new HashMap<>();
    private final Set<Long> discardedHere = ConcurrentHashMap.newKeySet();
    private @Nullable Catalogue catalogue;
    private @Nullable List<StoredSet> listed;
    private String catalogueStamp = "";

    private JdbcStore(Connections connections, StoreLocation place) {
        this.connections = connections;
        this.holder = place.holder();
        this.file = place.file();
        this.reading = new SampleReading(connections, this::runs);
    }

    /** @param location a path, a {@code jdbc:h2:} or a {@code jdbc:postgresql:} URL */
    public static JdbcStore open(String location) {
        StoreLocation place = StoreLocation.of(location);
        Schema.refuseNewer(place);
        var connections = new Connections(place);
        try {
            Connection connection = connections.borrow();
            boolean sound = false;
            try {
                Schema.upToDate(connection, place);
                if (place.shared()) SetNames.prepare(connection, connections.unlessThere());
                sound = true;
            } finally {
                connections.giveBack(connection, sound);
                if (!sound) shutDown(place);
            }
        } catch (SQLException e) {
            throw StoreTrouble.isHeldByAnother(e) ? heldByAnother(place, e) : StoreTrouble.of(e);
        }
        place.holder().ifPresent(JdbcStore::announce);
        var store = new JdbcStore(connections, place);
        if (place.holder().isPresent()) store.purgeLeftBehind();
        return store;
    }

    private static RingsideException heldByAnother(StoreLocation place, SQLException cause) {
        String who = place.holder()
                .map(file -> {
                    try {
                        return Files.readString(file).strip();
                    } catch (IOException nothingThere) {
                        return "another program";
                    }
                })
                .orElse("another program");
        return new RingsideException(
                "The store is in use by " + who, "close that one, or name another store by --store PATH", cause);
    }

    private static void announce(Path file) {
        ProcessHandle self = ProcessHandle.current();
        try {
            Files.writeString(
                    file,
                    "Ringside, process " + self.pid() + " of " + System.getProperty("user.name") + ", since "
                            + self.info().startInstant().orElseGet(Instant::now) + "\n");
        } catch (IOException notVital) {
            // The lock holds without it; only the message to a second Ringside would be poorer.
        }
    }

    /** What live hosts said, kept beside the results; usable as long as this store is open. */
    public ProbeStore probes() {
        return new JdbcProbes(connections);
    }

    @Override
    public synchronized List<StoredSet> sets() {
        Catalogue known = catalogue();
        List<StoredSet> same = listed;
        if (same == null)
            listed = same = known.sets().stream().map(JdbcStore::listed).toList();
        return same;
    }

    /** Whether two locations, as {@link #open} takes them, are those of one store. */
    public static boolean isOnePlace(String one, String other) {
        return StoreLocation.of(one).shown().equals(StoreLocation.of(other).shown());
    }

    private static StoredSet listed(Catalogue.SetEntry entry) {
        var platforms = new TreeSet<>(Platforms.ORDER);
        entry.configurations().values().forEach(configuration -> platforms.add(configuration.platform()));
        var benchmarks = entry.series().stream()
                .map(Catalogue.SeriesEntry::benchmark)
                .collect(Collectors.toCollection(TreeSet::new));
        return new StoredSet(
                entry.set(),
                entry.runs(),
                entry.samples(),
                entry.missing(),
                platforms,
                benchmarks,
                entry.print().toString());
    }

    @Override
    public List<Configuration> configurations(String set) {
        return List.copyOf(entry(set).configurations().values());
    }

    @Override
    public List<Run> runs(String set) {
        return List.copyOf(runs(entry(set)).values());
    }

    @Override
    public void samples(Selection selection, Visitor visitor) {
        reading.samples(catalogue(), selection, visitor);
    }

    @Override
    public long count(Selection selection) {
        return reading.count(catalogue(), selection);
    }

    @Override
    public Optional<byte[]> raw(String sha256) {
        return connections.use(connection -> {
            var whole = new ByteArrayOutputStream();
            boolean found = false;
            try (PreparedStatement read =
                    connection.prepareStatement("SELECT data, plain FROM raw_part WHERE sha256 = ? ORDER BY part")) {
                read.setString(1, sha256);
                try (var row = read.executeQuery()) {
                    while (row.next()) {
                        found = true;
                        whole.writeBytes(Block.inflate(row.getBytes(1), row.getInt(2)));
                    }
                }
            }
            return found ? Optional.of(whole.toByteArray()) : Optional.<byte[]>empty();
        });
    }

    @Override
    public Optional<Kept> kept(String sha256) {
        return connections.use(connection -> {
            try (PreparedStatement look = connection.prepareStatement(
                    "SELECT result_set.name, run.raw_name FROM run JOIN result_set ON result_set.id = run.set_id"
                            + " WHERE run.raw_sha256 = ? AND result_set.discarded = FALSE ORDER BY run.id LIMIT 1")) {
                look.setString(1, sha256);
                try (var row = look.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Kept(row.getString(1), row.getString(2)))
                            : Optional.<Kept>empty();
                }
            }
        });
    }

    @Override
    public Writing write() {
        try {
            return new JdbcWriting(connections, this::forget);
        } catch (SQLException e) {
            throw StoreTrouble.of(e);
        }
    }

    @Override
    public Discarded discard(String set) {
        long id = entry(set).id();
        discardedHere.add(id);
        update("UPDATE result_set SET discarded = TRUE WHERE id = " + id);
        return new Discarded(id, set);
    }

    @Override
    public void restore(Discarded discarded) {
        if (find(discarded.name()).isPresent())
            throw new RingsideException(
                    "Another set has taken the name " + discarded.name() + " meanwhile", "rename that one, then undo");
        discardedHere.remove(discarded.key());
        int back = connections.use(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.executeUpdate("UPDATE result_set SET discarded = FALSE WHERE id = " + discarded.key());
            }
        });
        forget();
        if (back == 0)
            throw new RingsideException(
                    "The set " + discarded.name() + " has been removed for good", "import it again from its file");
    }

    @Override
    public void purge() {
        boolean shared = connections.shared();
        if (shared && discardedHere.isEmpty()) return;
        // Others may still bring back what they have discarded
        String which = "discarded = TRUE"
                + (shared
                        ? discardedHere.stream().map(String::valueOf).collect(joining(",", " AND id IN (", ")"))
                        : "");
        String discarded = "(SELECT id FROM result_set WHERE " + which + ")";
        String series = "(SELECT id FROM series WHERE set_id IN " + discarded + ")";
        var commands = new ArrayList<>(List.of(
                "DELETE FROM block_data WHERE block_id IN (SELECT id FROM block WHERE series_id IN " + series + ")",
                "DELETE FROM block WHERE series_id IN " + series,
                "DELETE FROM series WHERE set_id IN " + discarded,
                "DELETE FROM run WHERE set_id IN " + discarded,
                "DELETE FROM configuration WHERE set_id IN " + discarded,
                "DELETE FROM result_set WHERE " + which));
        // In a shared store another may be about to commit a run that refers to an output that is there already
        if (!shared)
            commands.add("DELETE FROM raw_part WHERE NOT EXISTS"
                    + " (SELECT 1 FROM run WHERE run.raw_sha256 = raw_part.sha256)");
        update(commands.toArray(String[]::new));
        discardedHere.clear();
    }

    /** What was discarded by a Ringside that ended before it could purge: nobody can bring it back any more. */
    private void purgeLeftBehind() {
        boolean some = connections.use(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT COUNT(*) FROM result_set WHERE discarded = TRUE")) {
                return row.next() && row.getLong(1) > 0;
            }
        });
        if (some) purge();
    }

    @Override
    public void rename(String set, String newName) {
        Catalogue.SetEntry entry = entry(set);
        String checked = entry.set().named(newName).name();
        connections.run(connection -> {
            connection.setAutoCommit(false);
            try (PreparedStatement rename =
                    connection.prepareStatement("UPDATE result_set SET name = ? WHERE id = ?")) {
                if (connections.shared()) SetNames.take(connection);
                SetNames.requireFree(connection, checked, entry.id(), "choose another name");
                rename.setString(1, checked);
                rename.setLong(2, entry.id());
                rename.executeUpdate();
                connection.commit();
            } finally {
                connection.rollback();
            }
        });
        remember(RENAMED + set, checked);
        forget();
    }

    @Override
    public Optional<String> recall(String name) {
        return connections.use(connection -> {
            try (PreparedStatement read = connection.prepareStatement("SELECT text FROM memo WHERE name = ?")) {
                read.setString(1, name);
                try (var row = read.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.<String>empty();
                }
            }
        });
    }

    @Override
    public void remember(String name, String text) {
        connections.run(connection -> {
            connection.setAutoCommit(false);
            try (PreparedStatement replace = connection.prepareStatement("UPDATE memo SET text = ? WHERE name = ?");
                    PreparedStatement insert = connection.prepareStatement(
                            "INSERT INTO memo (text, name) VALUES (?, ?)" + connections.unlessThere())) {
                for (PreparedStatement statement : List.of(replace, insert)) {
                    statement.setString(1, text);
                    statement.setString(2, name);
                }
                if (replace.executeUpdate() == 0) insert.executeUpdate();
                connection.commit();
            } finally {
                connection.rollback();
            }
        });
    }

    @Override
    public List<String> damages(String set) {
        Catalogue.SetEntry entry = entry(set);
        var damages = new ArrayList<String>();
        connections.run(connection -> {
            try (PreparedStatement read =
                    connection.prepareStatement("SELECT data FROM block_data WHERE block_id = ?")) {
                for (Catalogue.SeriesEntry series : entry.series()) {
                    for (Catalogue.BlockEntry block : series.blocks()) {
                        if (Block.checksum(SampleReading.data(read, block)) != block.crc())
                            damages.add("samples of " + series.benchmark() + " "
                                    + series.metric().name() + " on "
                                    + entry.configuration(series.configuration())
                                            .label()
                                    + ": block " + block.id() + " is not what was written");
                    }
                }
            }
        });
        return damages;
    }

    @Override
    public void close() {
        if (holder.isPresent())
            connections.run(connection -> {
                try (var statement = connection.createStatement()) {
                    statement.execute("SHUTDOWN");
                }
            });
        connections.close();
        file.ifPresent(LeftAsIs::write);
        holder.ifPresent(note -> note.toFile().delete());
    }

    private static void shutDown(StoreLocation place) throws SQLException {
        if (place.holder().isEmpty()) return;
        try (Connection connection = DriverManager.getConnection(place.url(), place.properties());
                var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }

    private void update(String... commands) {
        connections.run(connection -> {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                for (String command : commands) statement.executeUpdate(command);
                connection.commit();
            } finally {
                connection.rollback();
            }
        });
        forget();
    }

    private synchronized void forget() {
        catalogue = null;
        listed = null;
        runsOfSet.clear();
    }

    private synchronized Catalogue catalogue() {
        if (connections.shared()) forgetWhatOthersChanged();
        Catalogue known = catalogue;
        if (known == null)
            catalogue = known = connections.use(connections.shared() ? Catalogue::readAtOnce : Catalogue::read);
        return known;
    }

    private void forgetWhatOthersChanged() {
        String now = connections.use(Catalogue::stamp);
        if (now.equals(catalogueStamp)) return;
        forget();
        catalogueStamp = now;
    }

    @Override
    public Optional<String> stamp() {
        return connections.shared() ? Optional.of(connections.use(Catalogue::stamp)) : Optional.empty();
    }

    private Catalogue.SetEntry entry(String set) {
        return catalogue().sets().stream()
                .filter(entry -> entry.set().name().equals(set))
                .findFirst()
                .orElseThrow(() -> new RingsideException(
                        "There is no set named " + set, "'ringside sets list' shows the sets there are"));
    }

    private synchronized Map<Long, Run> runs(Catalogue.SetEntry entry) {
        return runsOfSet.computeIfAbsent(entry.id(), id -> connections.use(connection -> readRuns(connection, entry)));
    }

    private static Map<Long, Run> readRuns(Connection connection, Catalogue.SetEntry entry) throws SQLException {
        var runs = new LinkedHashMap<Long, Run>();
        try (PreparedStatement read = connection.prepareStatement(
                "SELECT id, name, configuration_id, benchmark, given, command, started, ended, outcome, reason,"
                        + " raw_sha256, raw_format, raw_name, note, conditions FROM run WHERE set_id = ? ORDER BY id")) {
            read.setLong(1, entry.id());
            try (var row = read.executeQuery()) {
                while (row.next()) {
                    String sha = row.getString(11);
                    runs.put(
                            row.getLong(1),
                            new Run(
                                    row.getString(2),
                                    entry.configuration(row.getLong(3)),
                                    row.getString(4),
                                    Parameters.parse(row.getString(5)),
                                    Json.list(row.getString(6)).stream()
                                            .map(String::valueOf)
                                            .toList(),
                                    Optional.ofNullable(row.getString(7)).map(Instant::parse),
                                    Optional.ofNullable(row.getString(8)).map(Instant::parse),
                                    Run.Outcome.of(row.getString(9), row.getString(10)),
                                    sha == null
                                            ? Optional.empty()
                                            : Optional.of(new Run.Raw(sha, row.getString(12), row.getString(13))),
                                    row.getString(14),
                                    conditions(row.getString(15))));
                }
            }
        }
        return runs;
    }

    private static Map<String, String> conditions(String text) {
        return text.isEmpty() ? Map.of() : Json.texts(text);
    }
}
