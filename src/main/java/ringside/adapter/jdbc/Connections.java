package ringside.adapter.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Connections to one database, used again after their return. */
final class Connections implements AutoCloseable {
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final String url;
    private final Properties properties;
    private volatile boolean closed;

    Connections(String url, Properties properties) {
        this.url = url;
        this.properties = properties;
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
        Connection connection = idle.pollFirst();
        return connection != null ? connection : DriverManager.getConnection(url, properties);
    }

    /** @param sound false after a failure: the connection is then closed, not used again */
    void giveBack(Connection connection, boolean sound) throws SQLException {
        if (sound && !closed && !connection.isClosed()) {
            connection.setAutoCommit(true);
            idle.addFirst(connection);
        } else {
            connection.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Connection connection; (connection = idle.pollFirst()) != null; ) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw StoreTrouble.of(e);
            }
        }
    }
}
