package ringside.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static ringside.Journey.waitFor;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ringside.Results;
import ringside.core.result.ResultStore.StoredSet;
import ringside.workbench.Workbench;

/** A window and another workbench on one PostgreSQL server. */
@Tag("fx")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX gives the stage
class SharedLibraryJourneyTest {
    private EmbeddedPostgres server;
    private Session session;

    @Start
    void start(Stage stage) throws IOException {
        server = EmbeddedPostgres.start();
        Workbench workbench = Workbench.open(address());
        session = Sessions.shown(stage, workbench);
    }

    private String address() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @AfterEach
    void close() throws IOException {
        session.close();
        server.close();
    }

    @Test
    void whatAColleagueStoresComesIntoViewByItself(FxRobot robot) {
        robot.interact(() -> session.open("library"));
        waitFor(() -> !listed(robot).isEmpty());

        try (Workbench colleague = Workbench.open(address())) {
            Results.put(colleague.store(), Results.random(4, 30, "from-a-colleague"));
            waitFor(() -> listed(robot).contains("from-a-colleague"));
        }
        assertTrue(robot.lookup(".notification").queryAll().isEmpty(), "nothing to be told of");
    }

    @Test
    void thatTheConnectionIsLostIsToldUntilItIsThereAgain(FxRobot robot) throws Exception {
        robot.interact(() -> session.open("library"));
        waitFor(() -> !listed(robot).isEmpty());
        letIn(false);
        waitFor(() -> notices(robot) == 1);

        letIn(true);
        waitFor(() -> robot.lookup(".notification.success").tryQuery().isPresent());
        assertTrue(robot.lookup(".notification.danger").queryAll().isEmpty(), "it is told still");
    }

    private void letIn(boolean allowed) throws SQLException {
        try (var connection = server.getDatabase("postgres", "template1").getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE postgres ALLOW_CONNECTIONS " + allowed);
            if (!allowed)
                statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'postgres'");
        }
    }

    private static int notices(FxRobot robot) {
        return robot.lookup(".notification.danger").queryAll().size();
    }

    /** Asked on the thread that changes the list. */
    @SuppressWarnings("unchecked")
    private static List<String> listed(FxRobot robot) {
        TableView<StoredSet> table = robot.lookup("#sets").queryAs(TableView.class);
        return WaitForAsyncUtils.waitForAsyncFx(
                5000,
                () -> table.getItems().stream()
                        .map(stored -> stored.set().name())
                        .toList());
    }
}
