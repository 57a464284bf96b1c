package ringside;

import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import ringside.cli.HeadlessReport;
import ringside.cli.Opening;
import ringside.cli.RingsideCommand;
import ringside.core.RingsideException;
import ringside.ui.Doorbell;
import ringside.ui.RingsideApp;
import ringside.workbench.Folders;
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
        headless();
        if (arguments.length == 0 && hasDisplay()) System.exit(onlyWindow());
        System.exit(RingsideCommand.run(arguments, System.out, System.err, Ringside::open));
    }

    /** Without the command line, which would only be in its way. */
    private static int onlyWindow() {
        try {
            window(new Opening("", List.of()), true);
            return 0;
        } catch (RingsideException trouble) {
            System.err.println("ringside: " + trouble.problem() + ": " + trouble.remedy() + ".");
            return 1;
        }
    }

    private static void open(Opening opening) {
        if (hasDisplay()) {
            window(opening, opening.files().isEmpty());
            return;
        }
        if (!opening.files().isEmpty())
            throw new RingsideException(
                    "There is no display here, so no window to open files in", "use 'ringside import FILE' instead");
        Path folder = Path.of("ringside-report");
        System.err.println("ringside: no display here, so no window: running the guided comparison with its defaults"
                + " instead, its report goes to " + folder + "/");
        try (Workbench workbench = Workbench.open(opening.store())) {
            new HeadlessReport(workbench).write(folder);
        }
    }

    /** Charts are drawn into memory; the window is JavaFX's. */
    static void headless() {
        System.setProperty("java.awt.headless", "true");
    }

    /**
     * Returns when it is closed, or at once where one is open on that store already: that one is told of the files.
     *
     * @param tour whether a newcomer is shown around
     */
    static void window(Opening opening, boolean tour) {
        var door = new Doorbell(Folders.usual().data(), opening.store());
        if (door.ring(opening.files())) {
            System.err.println("ringside: the workbench is open on this store already, and was told.");
            return;
        }
        JAVAFX.setLevel(Level.SEVERE); // it warns of every class path start, which is how we start
        try {
            RingsideApp.launch(opening.store(), opening.files(), tour, door);
        } catch (UnsupportedOperationException noDisplay) {
            throw new RingsideException(
                    "no window can be opened: " + noDisplay.getMessage(),
                    "set DISPLAY to a display of yours; commands need none, see ringside --help",
                    noDisplay);
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
