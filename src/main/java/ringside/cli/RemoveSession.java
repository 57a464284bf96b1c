package ringside.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import ringside.core.bench.run.Measuring;

@Command(
        name = "remove",
        description = {
            "Removes a session that shall not go on, and the guests that it left running.",
            "What was measured stays in its result set."
        })
final class RemoveSession implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "SESSION", description = "as the list has it")
    private String id = "";

    @Mixin
    private AcceptedKey key = new AcceptedKey();

    RemoveSession(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Measuring measuring = session.workbench().measuring();
        measuring
                .remove(measuring.session(id), key.questions())
                .forEach(guest -> session.say("left behind and removed: " + guest));
        session.out().println(id + " is removed");
        return 0;
    }
}
