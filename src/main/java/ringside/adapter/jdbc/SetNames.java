package ringside.adapter.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import ringside.core.RingsideException;

/** Names of sets, and in a shared store the right to settle them: one transaction has it at a time, until its end. */
final class SetNames {
    private static final String ROW = "names of sets";

    private SetNames() {}

    /** Makes the row that stands for the right; once for each store. */
    static void prepare(Connection connection, String unlessThere) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO memo SELECT CAST(? AS VARCHAR(200)), ''"
                + " WHERE NOT EXISTS (SELECT 1 FROM memo WHERE name = ?)" + unlessThere)) {
            insert.setString(1, ROW);
            insert.setString(2, ROW);
            insert.executeUpdate();
        }
    }

    static void take(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement("SELECT text FROM memo WHERE name = ? FOR UPDATE")) {
            lock.setString(1, ROW);
            lock.executeQuery().close();
        }
    }

    /** @param but the number of the set that may have the name */
    static void requireFree(Connection connection, String name, long but, String remedy) throws SQLException {
        try (var look = connection.prepareStatement(
                "SELECT COUNT(*) FROM result_set WHERE discarded = FALSE AND name = ? AND id <> ?")) {
            look.setString(1, name);
            look.setLong(2, but);
            try (var row = look.executeQuery()) {
                row.next();
                if (row.getInt(1) > 0) throw new RingsideException("There is a set named " + name + " already", remedy);
            }
        }
    }
}
