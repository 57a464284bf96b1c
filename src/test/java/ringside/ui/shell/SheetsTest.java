package ringside.ui.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@Tag("fx")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX gives the stage
class SheetsTest {
    private Sheets sheets;

    @Start
    void start(Stage stage) {
        sheets = new Sheets();
        stage.setScene(new Scene(sheets, 600, 400));
        stage.show();
    }

    @Test
    void escapeLeavesADialogWhateverHasTheFocusInIt(FxRobot robot) {
        var list = new ListView<String>();
        list.getItems().addAll("one", "two");
        for (Node content : List.of(list, new TableView<String>(), new TextField("text"))) {
            robot.interact(() -> {
                sheets.show("A dialog", content, List.of());
                content.requestFocus();
            });
            WaitForAsyncUtils.waitForFxEvents();
            assertTrue(sheets.isOpen());
            robot.type(KeyCode.ESCAPE);
            WaitForAsyncUtils.waitForFxEvents();
            assertFalse(sheets.isOpen(), content::toString);
        }
    }

    @Test
    void escapeIsAskedWhetherTheDialogHasStillSomethingToSay(FxRobot robot) {
        var list = new ListView<String>();
        robot.interact(() -> {
            sheets.show("A dialog", list, List.of());
            sheets.hold(() -> true);
            list.requestFocus();
        });
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(sheets.isOpen());
    }
}
