package ringside.adapter.jdbc;

import java.sql.SQLException;
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

    private static RingsideException full(String said, SQLException e) {
        return new RingsideException("The disk of the store is full (" + said + ")", "make room and try again", e);
    }
}
