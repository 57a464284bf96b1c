package ringside.ui.kit;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import ringside.ui.shell.Page;
import ringside.ui.shell.Window;
import ringside.ui.shell.WindowState;

/** A window in which nothing happens does nothing, whatever was written in it before. */
@Tag("fx")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX gives the stage
class StillCaretTest {
    private TextField plain;
    private CustomTextField custom;
    private TextArea area;
    private Button button;
    private VBox fields;
    private final AtomicInteger pulses = new AtomicInteger();

    @Start
    void start(Stage stage) {
        plain = new TextField("one");
        custom = new CustomTextField("two");
        area = new TextArea("three");
        button = new Button("elsewhere");
        fields = new VBox(plain, custom, area, button);
        custom.setLeft(new Label("left"));
        var window =
                new Window(stage, Background.started(), new Appearance(Appearance.Choice.LIGHT), WindowState.FIRST);
        window.add(new Fields());
        window.show();
        stage.getScene().addPostLayoutPulseListener(pulses::incrementAndGet);
    }

    @Test
    void noCaretBlinksInAFieldThatNobodyIsIn(FxRobot robot) throws InterruptedException {
        for (TextInputControl field : List.of(plain, custom, area)) {
            robot.interact(field::requestFocus);
            robot.interact(button::requestFocus);
            robot.interact(() -> field.positionCaret(2));
        }
        assertRest("after the fields");
        robot.interact(() -> fields.getChildren().remove(plain));
        robot.interact(() -> plain.positionCaret(1));
        assertRest("after one was taken out");
    }

    @Test
    void theCaretBlinksWhereOneWrites(FxRobot robot) throws InterruptedException {
        robot.interact(plain::requestFocus);
        pulses.set(0);
        Thread.sleep(1000);
        assertTrue(pulses.get() > 10, pulses + " pulses");
        assertInstanceOf(StillCaret.Custom.class, custom.getSkin());
        assertTrue(custom.lookup(".left-pane") != null, "what stands at the left is shown");
    }

    private void assertRest(String when) throws InterruptedException {
        Thread.sleep(300);
        pulses.set(0);
        Thread.sleep(1000);
        assertTrue(pulses.get() <= 3, pulses + " pulses in a second " + when);
    }

    private final class Fields implements Page {
        @Override
        public String id() {
            return "fields";
        }

        @Override
        public String title() {
            return "Fields";
        }

        @Override
        public String icon() {
            return Icon.FILE;
        }

        @Override
        public Node view() {
            return fields;
        }
    }
}
