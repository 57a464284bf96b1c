package ringside.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ringside.core.bench.run.Session.State;
import ringside.core.json.Json;

@Command(name = "sessions", description = "Lists what was begun to be measured, and what is missing of it.")
final class ListSessions implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    ListSessions(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<State> states = session.workbench().measuring().sessions();
        if (json) {
            session.out()
                    .println(Json.pretty(states.stream().map(ListSessions::map).toList()));
            return 0;
        }
        var table = new TextTable("SESSION", "PLAN", "SET", "RUNS", "MISSING");
        for (State state : states)
            table.row(
                    state.session().id(),
                    state.session().plan().id(),
                    state.session().set(),
                    Integer.toString(state.runs()),
                    missing(state));
        session.out().println(table);
        return 0;
    }

    private static String missing(State state) {
        Stream<String> nothing = state.finished() ? Stream.of("nothing") : Stream.empty();
        return Stream.concat(nothing, state.troubles().stream()).collect(Collectors.joining("; "));
    }

    private static Map<String, Object> map(State state) {
        var map = new LinkedHashMap<String, Object>();
        map.put("session", state.session().id());
        map.put("created", state.session().created().toString());
        map.put("plan", state.session().plan().id());
        map.put("set", state.session().set());
        map.put("seed", state.session().seed());
        map.put(
                "targets",
                state.session().subjects().stream()
                        .map(subject -> subject.target().text())
                        .toList());
        map.put("finished", state.finished());
        map.put("runs", state.runs());
        map.put("missing_at_least", state.missing());
        map.put("troubles", state.troubles());
        return map;
    }
}
