package ringside.adapter.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.util.PSQLException;
import ringside.core.RingsideException;

/**
 * The store's tables, brought up to date at opening by the scripts {@code V1__….sql} and on.
 *
 * <p>Which version a store has is read here first: a store that is up to date, the common case, opens without
 * the time that loading the migration library takes, and one of a newer version is refused before anything touches it.
 */
final class Schema {
    /** The number of the last script. */
    static final int VERSION = 4;

    private static final String HISTORY = "flyway_schema_history";

    /** SQL states of H2 and PostgreSQL where a table is not there. */
    private static final Set<String> NO_TABLE = Set.of("42S02", "42S03", "42S04", "42P01");

    private Schema() {}

    /**
     * Looks at a store's file without writing to it, which opening it in earnest does.
     *
     * @throws RingsideException if a newer Ringside made it; the file is then as it was, to the byte
     */
    static void refuseNewer(StoreLocation place) {
        Optional<String> url = place.untouchedUrl();
        if (url.isEmpty() || place.file().filter(LeftAsIs::holds).isPresent()) return;
        try (Connection connection = DriverManager.getConnection(url.get(), place.properties());
                Statement statement = connection.createStatement()) {
            if (!connection.isReadOnly()) return; // open in this process already, and so of a version that is known
            int version = version(connection);
            // A store remembers to stay open after its last connection: this look at it must not
            statement.execute("SHUTDOWN");
            refuseNewer(version);
        } catch (SQLException notToBeRead) {
            // Held by another, damaged or foreign: opening it says which
        }
    }

    private static void refuseNewer(int version) {
        if (version > VERSION)
            throw new RingsideException(
                    "The store was made by a newer Ringside (its version is " + version + ", this one knows up to "
                            + VERSION + ")",
                    "start the newer Ringside, or name another store by --store PATH");
    }

    /** @throws RingsideException if a newer Ringside made the store; its tables are then left untouched */
    static void upToDate(Connection connection, StoreLocation place) throws SQLException {
        int version = version(connection);
        refuseNewer(version);
        if (version == VERSION) return;
        // What it logs is for its own users; ours read exceptions.
        Logger.getLogger("org.flywaydb").setLevel(Level.SEVERE);
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(place.url(), place.user(), place.password())
                    .locations("classpath:ringside/store")
                    .table(HISTORY)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause())
                if (cause instanceof PSQLException said) throw StoreTrouble.of(said);
            throw new RingsideException(
                    "The store's tables could not be brought up to date ("
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("no message") + ")",
                    "keep a copy of the store, and name another by --store PATH meanwhile",
                    e);
        }
    }

    private static int version(Connection connection) throws SQLException {
        int version = 0;
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT \"version\" FROM \"" + HISTORY + "\" WHERE \"success\" = TRUE")) {
            while (row.next()) {
                String number = row.getString(1);
                if (number != null && number.matches("\\d{1,6}")) version = Math.max(version, Integer.parseInt(number));
            }
        } catch (SQLException e) {
            // To ask for the table first takes longer than everything else here
            if (!NO_TABLE.contains(String.valueOf(e.getSQLState()))) throw e;
        }
        return version;
    }
}
