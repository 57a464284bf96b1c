package ringside;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Future;
import ringside.cli.Opening;
import ringside.cli.RingsideCommand;
import ringside.ui.Visit;

/**
 * The workbench's start by itself, which tells how long it took, and a walk through what people use most. The build records
 * the start-up cache from the walk.
 */
public final class Rehearsal {
    private Rehearsal() {}

    /**
     * Opens the window, says after how many milliseconds of the process it could be used, and closes it.
     *
     * @param arguments a folder to work in, and {@code walk} to draw all figures by command first and to open every page
     * @throws Exception if no window comes, or no result sets in it
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        boolean walk = arguments.length > 1 && arguments[1].equals("walk");
        String store = folder.resolve("store").toString();
        Ringside.headless();
        if (walk) commands(store, folder.resolve("figures").toString());
        Future<?> visit = Visit.begin(walk);
        Ringside.window(new Opening(store, List.of()), false);
        visit.get();
    }

    private static void commands(String store, String figures) {
        run("--store", store, "figures", "export", "--all", "--out", figures);
        run("--store", store, "figures", "list");
    }

    private static void run(String... words) {
        int code = RingsideCommand.run(words, System.out, System.err, location -> {});
        if (code != 0) throw new IllegalStateException(String.join(" ", words) + " ended with " + code);
    }
}
