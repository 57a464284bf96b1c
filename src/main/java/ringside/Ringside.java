package ringside;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import ringside.cli.HeadlessReport;
import ringside.cli.RingsideCommand;
import ringside.ui.RingsideApp;
import ringside.workbench.Workbench;

/**
 * Where the program begins: arguments go to the command line; without any the workbench opens, or, where there is no
 * display, the guided comparison writes its report. Not an {@code Application} itself, so that a plain class path starts it.
 */
public final class Ringside {
    /** Held here, because a logger that nobody holds forgets its level. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Ringside() {}

    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true"); // charts are drawn into memory; the window is JavaFX's
        System.exit(RingsideCommand.run(arguments, System.out, System.err, Ringside::open));
    }

    private static void open(String location) {
        if (hasDisplay()) {
            JAVAFX.setLevel(Level.SEVERE); // it warns of every class path start, which is how we start
            Application.launch(RingsideApp.class, "--store=" + location);
            return;
        }
        Path folder = Path.of("ringside-report");
        System.err.println("ringside: no display here, so no window: running the guided comparison with its defaults"
                + " instead, its report goes to " + folder + "/");
        try (Workbench workbench = Workbench.open(location)) {
            new HeadlessReport(workbench).write(folder);
        }
    }

    private static boolean hasDisplay() {
        if (!System.getProperty("os.name", "").equals("Linux")) return true;
        return isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || System.getProperty("glass.platform") != null;
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isEmpty();
    }
}
