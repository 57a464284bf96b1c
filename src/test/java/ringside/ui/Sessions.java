package ringside.ui;

import java.util.concurrent.CompletableFuture;
import javafx.stage.Stage;
import ringside.ui.kit.Appearance;
import ringside.ui.kit.Background;
import ringside.ui.shell.WindowState;
import ringside.workbench.Workbench;

/** The whole window on a store that is open already, as journeys through it begin. */
final class Sessions {
    private Sessions() {}

    static Session shown(Stage stage, Workbench workbench) {
        return shown(stage, workbench, new Appearance(Appearance.Choice.LIGHT));
    }

    static Session shown(Stage stage, Workbench workbench, Appearance appearance) {
        var session = new Session(
                stage,
                Background.started(),
                appearance,
                WindowState.FIRST,
                CompletableFuture.completedFuture(workbench),
                () -> CompletableFuture.completedFuture(workbench));
        session.show();
        return session;
    }
}
