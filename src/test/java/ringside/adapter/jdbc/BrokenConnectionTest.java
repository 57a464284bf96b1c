package ringside.adapter.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringside.Results;

/** Databases go away in the midst of a transaction, and then nothing that they are asked for works. */
class BrokenConnectionTest {
    private static final String URL = "jdbc:breaking:";

    private final String database = "jdbc:h2:mem:" + UUID.randomUUID();
    private final Set<String> broken = new HashSet<>();
    private final Driver driver = new Breaking();
    private final JdbcStore store = JdbcStore.open(database);
    private final Connections connections = new Connections(new StoreLocation(
            URL + database + ";DB_CLOSE_DELAY=-1", StoreLocation.of(database).properties(), Optional.empty(), false));

    @BeforeEach
    void register() throws SQLException {
        DriverManager.registerDriver(driver);
    }

    @AfterEach
    void close() throws SQLException {
        broken.clear();
        connections.close();
        DriverManager.deregisterDriver(driver);
        store.close();
    }

    /** H2, of which calls named in {@link #broken} fail. */
    private final class Breaking implements Driver {
        @Override
        public @Nullable Connection connect(String url, Properties properties) throws SQLException {
            if (!acceptsURL(url)) return null;
            return (Connection)
                    breaking(Connection.class, DriverManager.getConnection(url.substring(URL.length()), properties));
        }

        private Object breaking(Class<?> type, Object whole) {
            return Proxy.newProxyInstance(
                    BrokenConnectionTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        if (method.getName().equals("equals")) return proxy == arguments[0];
                        if (broken.contains(type.getSimpleName() + "." + method.getName()))
                            throw new SQLException("the database is gone");
                        try {
                            Object result = method.invoke(whole, arguments);
                            return result instanceof PreparedStatement
                                    ? breaking(PreparedStatement.class, result)
                                    : result;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        @Override
        public boolean acceptsURL(String url) {
            return url.startsWith(URL);
        }

        @Override
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
            return new DriverPropertyInfo[0];
        }

        @Override
        public int getMajorVersion() {
            return 1;
        }

        @Override
        public int getMinorVersion() {
            return 0;
        }

        @Override
        public boolean jdbcCompliant() {
            return false;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }
    }

    private Connection resting() throws SQLException {
        Connection connection = connections.borrow();
        connections.giveBack(connection, true);
        return connection;
    }

    private void begin(String... breaks) throws SQLException {
        try (var writing = new JdbcWriting(connections, () -> {})) {
            Results.write(writing, Results.random(1, 50, "half"));
            broken.addAll(List.of(breaks));
        }
    }

    @Test
    void whatWasNotCommittedIsUndoneAndTheConnectionUsedAgain() throws SQLException {
        Connection first = resting();
        begin();
        assertEquals(List.of(), store.sets());
        assertSame(first, resting());
        assertTrue(first.getAutoCommit());
    }

    @Test
    void whatCannotBeRolledBackIsClosedAndNotUsedAgain() throws SQLException {
        Connection first = resting();
        begin("Connection.rollback");
        assertTrue(first.isClosed());
        assertNotSame(first, resting());
        assertEquals(List.of(), store.sets());
    }

    @Test
    void aStatementThatCannotBeClosedCommitsNothing() throws SQLException {
        Connection first = resting();
        begin("PreparedStatement.close");
        assertTrue(first.isClosed());
        assertEquals(List.of(), store.sets());
    }

    @Test
    void whatCannotGoBackToCommittingByItselfIsNotUsedAgain() throws SQLException {
        Connection first = resting();
        begin("Connection.setAutoCommit");
        broken.clear();
        assertTrue(first.isClosed());
        Connection second = resting();
        assertNotSame(first, second);
        assertFalse(second.isClosed());
    }
}
