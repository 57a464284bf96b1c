package ringside;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Future;
import ringside.cli.Opening;
import ringside.cli.RingsideCommand;
import ringside.ui.Visit;

/**
 * The workbench's start by itself, which tells when it could be used, and a walk through what people use most. The build
 * records the start-up caches from the walk and from short commands.
 */
public final class Rehearsal {
    private Rehearsal() {}

    /**
     * Opens the window, says when it is there and when it can be used, and closes it.
     *
     * @param arguments a folder to work in, and {@code walk} to draw all figures by command first and to open every page, or
     *     {@code commands} to give commands that are over soon, and open no window
     * @throws Exception if no window comes, or no result sets in it
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        String what = arguments.length > 1 ? arguments[1] : "";
        String store = folder.resolve("store").toString();
        Ringside.headless();
        if (what.equals("commands")) {
            shortCommands(store, folder.resolve("guest.yaml").toString());
            return;
        }
        if (what.equals("walk")) commands(store, folder.resolve("figures").toString());
        Future<?> visit = Visit.begin(what.equals("walk"));
        Ringside.window(new Opening(store, List.of()), false);
        visit.get();
    }

    private static void commands(String store, String figures) {
        run("--store", store, "figures", "export", "--all", "--out", figures);
        run("--store", store, "figures", "list");
    }

    private static void shortCommands(String store, String guest) {
        run("--version");
        run("--help");
        run("--store", store, "figures", "list");
        run("--store", store, "sets", "list");
        run("--store", store, "samples", "--benchmark", "hpl", "--csv");
        run("guest", "new", "--preset", "lab", "--out", guest);
        run("guest", "render", "--spec", guest, "--for", "libvirt");
        run("features", "list", "--search", "snapshot");
        run("bench", "list");
        run("glossary", "domain");
    }

    private static void run(String... words) {
        int code = RingsideCommand.run(words, System.out, System.err, location -> {});
        if (code != 0) throw new IllegalStateException(String.join(" ", words) + " ended with " + code);
    }
}
