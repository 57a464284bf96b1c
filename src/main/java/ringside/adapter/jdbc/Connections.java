package ringside.adapter.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Connections to one database, used again after their return. */
final class Connections implements AutoCloseable {
    /** A server's connection that rested longer is asked whether it still holds; seconds it has to say so. */
    private static final Duration REST = Duration.ofSeconds(1);

    private static final int PATIENCE = 3;

    private final Deque<Resting> idle = new ConcurrentLinkedDeque<>();
    private final StoreLocation place;
    private volatile boolean closed;

    private record Resting(Connection connection, long since) {}

    Connections(StoreLocation place) {
        this.place = place;
    }

    /** Whether others may write to the same database at the same time. */
    boolean shared() {
        return place.shared();
    }

    /** At the end of an insert that another may be doing at the same moment: the first of them counts. */
    String unlessThere() {
        return place.url().startsWith("jdbc:postgresql:") ? " ON CONFLICT DO NOTHING" : "";
    }

    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    @FunctionalInterface
    interface Step {
        void with(Connection connection) throws SQLException;
    }

    /** Runs work that gives nothing back. */
    void run(Step step) {
        use(connection -> {
            step.with(connection);
            return true;
        });
    }

    /** Runs work on a connection in auto-commit mode. */
    <T> T use(Work<T> work) {
        try {
            Connection connection = borrow();
            boolean sound = false;
            try {
                T result = work.with(connection);
                sound = true;
                return result;
            } finally {
                giveBack(connection, sound);
            }
        } catch (SQLException e) {
            throw StoreTrouble.of(e);
        }
    }

    Connection borrow() throws SQLException {
        for (Resting resting; (resting = idle.pollFirst()) != null; ) {
            if (holds(resting)) return resting.connection();
            resting.connection().close();
        }
        return DriverManager.getConnection(place.url(), place.properties());
    }

    /** A server may have gone away, and come back, since. */
    private boolean holds(Resting resting) throws SQLException {
        return !shared()
                || System.nanoTime() - resting.since() < REST.toNanos()
                || resting.connection().isValid(PATIENCE);
    }

    /** @param sound false after a failure: the connection is then closed, not used again */
    void giveBack(Connection connection, boolean sound) throws SQLException {
        boolean again = false;
        try {
            if (sound && !closed && !connection.isClosed()) {
                connection.setAutoCommit(true);
                again = true;
            }
        } finally {
            if (again) {
                idle.addFirst(new Resting(connection, System.nanoTime()));
            } else {
                connection.close();
                if (shared()) dropIdle(); // what broke this one has most likely broken them too
            }
        }
    }

    /** The same where the work is done and its success no longer depends on the connection. */
    void retire(Connection connection, boolean sound) {
        try {
            giveBack(connection, sound);
        } catch (SQLException lost) {
            // it is not among those that are used again, and its transaction ended with it
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            dropIdle();
        } catch (SQLException e) {
            throw StoreTrouble.of(e);
        }
    }

    private void dropIdle() throws SQLException {
        for (Resting resting; (resting = idle.pollFirst()) != null; )
            resting.connection().close();
    }
}
