package ringside.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "export", description = "Packs sets into a .ringside archive.")
final class ExportCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--set", required = true, paramLabel = "NAME", description = "a set; may be repeated")
    private List<String> sets = List.of();

    @Option(names = "--out", required = true, paramLabel = "FILE.ringside", description = "the archive to write")
    private Path out = Path.of("");

    ExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.workbench().archives().export(sets, out);
        session.say("wrote " + out);
        return 0;
    }
}
