package ringside.ui.kit;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import ringside.ui.shell.Page;
import ringside.ui.shell.Window;
import ringside.ui.shell.WindowState;

/** A window with fields, which tells how often it is drawn in a second: {@code what pulses}, a line each. */
public final class Carets extends Application {
    private final AtomicInteger pulses = new AtomicInteger();

    public static void main(String[] arguments) {
        launch(Carets.class);
    }

    @Override
    public void start(Stage stage) {
        var plain = new TextField("one");
        var custom = new CustomTextField("two");
        custom.setLeft(new Label("left"));
        var area = new TextArea("three");
        var button = new Button("elsewhere");
        var fields = new VBox(plain, custom, area, button);
        var window =
                new Window(stage, Background.started(), new Appearance(Appearance.Choice.LIGHT), WindowState.FIRST);
        window.add(new Fields(fields));
        window.show();
        stage.getScene().addPostLayoutPulseListener(pulses::incrementAndGet);
        Thread.ofPlatform().start(() -> {
            visit(fields, List.of(plain, custom, area), button);
            Platform.exit();
        });
    }

    private void visit(VBox fields, List<TextInputControl> all, Button button) {
        for (TextInputControl field : all) {
            on(field::requestFocus);
            on(button::requestFocus);
            on(() -> field.positionCaret(2));
        }
        tell("left");
        on(() -> fields.getChildren().remove(all.getFirst()));
        on(() -> all.getFirst().positionCaret(1));
        tell("removed");
        on(all.get(1)::requestFocus);
        tell("written-in");
        System.out.println("pane " + (all.get(1).lookup(".left-pane") == null ? 0 : 1));
    }

    private void tell(String what) {
        pause(300);
        pulses.set(0);
        pause(1000);
        System.out.println(what + " " + pulses.get());
    }

    private static void on(Runnable work) {
        var done = new CountDownLatch(1);
        Platform.runLater(() -> {
            work.run();
            done.countDown();
        });
        try {
            done.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Fields(Node view) implements Page {
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
    }
}
