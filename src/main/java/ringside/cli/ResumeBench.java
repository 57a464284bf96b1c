package ringside.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ringside.core.RingsideException;
import ringside.core.bench.run.Measuring;

@Command(
        name = "resume",
        description = "Goes on with a session where it was interrupted: no run is made twice, none is left out.")
final class ResumeBench implements Callable<Integer> {
    private final Session session;

    @Parameters(
            arity = "0..1",
            paramLabel = "SESSION",
            description = "as 'bench sessions' lists it; without one the latest that is not finished")
    private Optional<String> id = Optional.empty();

    @Mixin
    private AcceptedKey key = new AcceptedKey();

    @Option(names = "--json", description = "print each event as a line of JSON")
    private boolean json;

    ResumeBench(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Measuring measuring = session.workbench().measuring();
        var chosen = id.isPresent()
                ? measuring.session(id.get())
                : measuring
                        .unfinished()
                        .orElseThrow(() -> new RingsideException(
                                "There is no session that could go on",
                                "begin one by 'ringside bench run' or 'ringside experiment run'"));
        return new Watching(session, key.questions(), json, chosen).measure();
    }
}
