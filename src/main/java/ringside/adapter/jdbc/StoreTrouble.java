package ringside.adapter.jdbc;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import ringside.core.RingsideException;

/** What the database reports, in the user's words. */
final class StoreTrouble {
    private static final int ALREADY_OPEN = 90020;
    private static final int DISK_FULL = 90031;
    private static final int DAMAGED = 90030;
    private static final int WRITE_FORMAT = 90048;
    private static final int READ_OR_WRITE = 90028;

    private StoreTrouble() {}

    static boolean isHeldByAnother(SQLException e) {
        return e.getErrorCode() == ALREADY_OPEN;
    }

    static RingsideException of(SQLException e) {
        String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("no message");
        if (e instanceof PSQLException) return ofServer(String.valueOf(e.getSQLState()), said, e);
        return switch (e.getErrorCode()) {
            case DAMAGED ->
                new RingsideException(
                        "The store's file is damaged (" + said + ")",
                        "keep a copy of it, and start with another one by --store PATH",
                        e);
            case WRITE_FORMAT ->
                new RingsideException(
                        "The file is not a store that this Ringside can read (" + said + ")",
                        "name another by --store PATH",
                        e);
            case DISK_FULL -> full(said, e);
            case READ_OR_WRITE ->
                new RingsideException(
                        "The store's file could not be read or written (" + said + ")",
                        "it may not be a store at all, or its disk may be full or closed to you: look there, or name"
                                + " another store by --store PATH",
                        e);
            default ->
                said.contains("No space left")
                        ? full(said, e)
                        : new RingsideException(
                                "The store did not do what was asked (" + said + ")",
                                "check that its disk has room and that you may write there",
                                e);
        };
    }

    /** @param state PostgreSQL's error code: https://www.postgresql.org/docs/current/errcodes-appendix.html */
    private static RingsideException ofServer(String state, String said, SQLException e) {
        return switch (state) {
            // 08004: as when the server wants a password and none was found
            case "28P01", "28000", "08004" ->
                new RingsideException(
                        "The server of the store did not let Ringside in (" + said + ")",
                        "check the user in its address or PGUSER, and the password in PGPASSWORD or ~/.pgpass",
                        e);
            case "3D000" ->
                new RingsideException(
                        "The server has no such database (" + said + ")",
                        "make it by 'createdb NAME', or correct the address",
                        e);
            case "42501" ->
                new RingsideException(
                        "The server does not allow that to this user (" + said + ")",
                        "let its owner grant it, for a first start the right to create tables",
                        e);
            case "53100" -> full(said, e);
            default ->
                isLost(state)
                        ? new RingsideException(
                                "The connection to the shared store is lost (" + said + ")",
                                "nothing was half written: try again when the server answers",
                                e)
                        : new RingsideException(
                                "The shared store did not do what was asked (" + said + ")",
                                "try again; if it stays so, ask whoever keeps the server",
                                e);
        };
    }

    /** Class 08: connection exceptions; 57P01 to 57P05: the server was shut down, or closes, or is starting. */
    private static boolean isLost(String state) {
        return state.startsWith("08") || state.startsWith("57P");
    }

    private static RingsideException full(String said, SQLException e) {
        return new RingsideException("The disk of the store is full (" + said + ")", "make room and try again", e);
    }
}
