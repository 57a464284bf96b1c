package ringside.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ringside.core.RingsideException;
import ringside.core.archive.Transfer;
import ringside.core.format.Outcome;
import ringside.workbench.Workbench;

/** Sets between this store and another one. */
final class CopySets {
    private CopySets() {}

    @Command(name = "push", description = "Copies sets from this store to another, such as the one a team shares.")
    static final class Push implements Callable<Integer> {
        private final Session session;

        @Parameters(arity = "1..*", paramLabel = "NAME", description = "the sets")
        private List<String> names = List.of();

        @Option(names = "--to", required = true, paramLabel = "PATH|JDBC-URL", description = "the other store")
        private String to = "";

        Push(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            try (var other = other(session, to)) {
                copy(session, session.workbench(), other, names);
            }
            return 0;
        }
    }

    @Command(name = "pull", description = "Copies sets from another store to this one.")
    static final class Pull implements Callable<Integer> {
        private final Session session;

        @Parameters(arity = "1..*", paramLabel = "NAME", description = "the sets")
        private List<String> names = List.of();

        @Option(names = "--from", required = true, paramLabel = "PATH|JDBC-URL", description = "the other store")
        private String from = "";

        Pull(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            try (var other = other(session, from)) {
                copy(session, other, session.workbench(), names);
            }
            return 0;
        }
    }

    /** An embedded store that is opened twice is closed by the first that is done with it. */
    private static Workbench other(Session session, String place) {
        if (Workbench.isOneStore(session.location(), place))
            throw new RingsideException(
                    "This store and the other one are the same", "name another store by --store, --to or --from");
        return Workbench.open(place);
    }

    private static void copy(Session session, Workbench from, Workbench to, List<String> names) {
        for (String name : names) SetsCommand.find(from.store(), name); // none is copied if one is misspelt
        var transfer = new Transfer(from.archives(), to.importing());
        for (String name : names) {
            Outcome outcome = transfer.copy(name, Session.progress());
            session.say(
                    outcome.sets().isEmpty()
                            ? name + ": " + String.join("; ", outcome.warnings())
                            : "copied %s with %s samples%s"
                                    .formatted(
                                            name,
                                            outcome.samples(),
                                            outcome.sets().contains(name)
                                                    ? ""
                                                    : ", as " + String.join(", ", outcome.sets())));
        }
    }
}
