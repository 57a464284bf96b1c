package ringside.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static ringside.Journey.waitFor;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
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
