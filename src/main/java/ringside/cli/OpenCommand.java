package ringside.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import ringside.core.RingsideException;

/** What a desktop calls when somebody opens an archive there. */
@Command(
        name = "open",
        description = "Opens the workbench and brings files into it, as if they were dropped on its window: results"
                + " are imported, a guest's configuration and a page with a figure are opened.")
final class OpenCommand implements Callable<Integer> {
    private final Session session;
    private final Consumer<Opening> window;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "archives, results, folders, configurations, pages")
    private List<Path> files = List.of();

    OpenCommand(Session session, Consumer<Opening> window) {
        this.session = session;
        this.window = window;
    }

    @Override
    public Integer call() {
        for (Path file : files)
            if (!Files.isReadable(file))
                throw new RingsideException(
                        "There is no file " + file + " to be read", "check its name and its rights");
        window.accept(new Opening(
                session.location(), files.stream().map(Path::toAbsolutePath).toList()));
        return 0;
    }
}
