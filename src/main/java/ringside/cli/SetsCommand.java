package ringside.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ringside.core.RingsideException;
import ringside.core.format.Verifying;
import ringside.core.json.Json;
import ringside.core.result.Configuration;
import ringside.core.result.ResultSet;
import ringside.core.result.ResultStore;

@Command(name = "sets", description = "Lists, shows, deletes, verifies and copies result sets.")
final class SetsCommand {
    private SetsCommand() {}

    static CommandLine commands(Session session) {
        return new CommandLine(new SetsCommand())
                .addSubcommand(new ListSets(session))
                .addSubcommand(new ShowSet(session))
                .addSubcommand(new DeleteSet(session))
                .addSubcommand(new VerifySet(session))
                .addSubcommand(new CopySets.Push(session))
                .addSubcommand(new CopySets.Pull(session));
    }

    private static ResultStore.StoredSet find(Session session, String name) {
        return find(session.workbench().store(), name);
    }

    static ResultStore.StoredSet find(ResultStore store, String name) {
        return store.find(name)
                .orElseThrow(() -> new RingsideException(
                        "There is no set named " + name, "'ringside sets list' shows the sets there are"));
    }

    private static Map<String, Object> map(ResultStore.StoredSet stored) {
        ResultSet set = stored.set();
        var map = new LinkedHashMap<String, Object>();
        map.put("name", set.name());
        map.put("title", set.title());
        map.put("origin", set.origin().word());
        map.put("citation", set.citation().text());
        map.put("locator", set.citation().locator());
        map.put("licence", set.licence());
        map.put("created", set.created().toString());
        map.put("notes", set.notes());
        map.put("platforms", List.copyOf(stored.platforms()));
        map.put("benchmarks", List.copyOf(stored.benchmarks()));
        map.put("runs", stored.runs());
        map.put("samples", stored.samples());
        map.put("missing", stored.missing());
        map.put("fingerprint", stored.fingerprint());
        return map;
    }

    @Command(name = "list", description = "All sets, one a line.")
    private static final class ListSets implements Callable<Integer> {
        private final Session session;

        @Option(names = "--json", description = "print JSON")
        private boolean json;

        ListSets(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            List<ResultStore.StoredSet> sets = session.workbench().store().sets();
            if (json) {
                session.out()
                        .println(Json.pretty(sets.stream().map(SetsCommand::map).toList()));
                return 0;
            }
            var table = new TextTable("NAME", "ORIGIN", "SAMPLES", "PLATFORMS", "TITLE");
            for (ResultStore.StoredSet stored : sets)
                table.row(
                        stored.set().name(),
                        stored.set().origin().word(),
                        Long.toString(stored.samples()),
                        String.join(" ", stored.platforms()),
                        stored.set().title());
            session.out().print(table);
            return 0;
        }
    }

    @Command(name = "show", description = "Everything known of one set but its samples.")
    private static final class ShowSet implements Callable<Integer> {
        private final Session session;

        @Parameters(paramLabel = "NAME", description = "the set")
        private String name = "";

        @Option(names = "--json", description = "print JSON")
        private boolean json;

        ShowSet(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            ResultStore.StoredSet stored = find(session, name);
            List<Configuration> configurations = session.workbench().store().configurations(name);
            if (json) {
                var map = SetsCommand.map(stored);
                map.put(
                        "configurations",
                        configurations.stream().map(ShowSet::map).toList());
                session.out().println(Json.pretty(map));
                return 0;
            }
            var table = new TextTable();
            SetsCommand.map(stored)
                    .forEach((key, value) -> table.row(
                            key,
                            value instanceof List<?> list ? String.join(", ", strings(list)) : String.valueOf(value)));
            session.out().print(table);
            for (Configuration one : configurations) {
                session.out().println("configuration " + one.label() + " (" + one.platform() + ")");
                one.versions().forEach((key, value) -> session.out().println("  version " + key + ": " + value));
                one.settings().forEach((key, value) -> session.out().println("  setting " + key + ": " + value));
                session.out().println("  on " + one.environment().name());
                one.environment().facts().forEach((key, value) -> session.out().println("    " + key + ": " + value));
            }
            return 0;
        }

        private static List<String> strings(List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }

        private static Map<String, Object> map(Configuration one) {
            var map = new LinkedHashMap<String, Object>();
            map.put("platform", one.platform());
            map.put("label", one.label());
            map.put("versions", one.versions());
            map.put("settings", one.settings());
            map.put("environment", one.environment().name());
            map.put("facts", one.environment().facts());
            return map;
        }
    }

    @Command(name = "delete", description = "Removes sets and all that belongs to them, for good.")
    private static final class DeleteSet implements Callable<Integer> {
        private final Session session;

        @Parameters(arity = "1..*", paramLabel = "NAME", description = "the sets")
        private List<String> names = List.of();

        DeleteSet(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            ResultStore store = session.workbench().store();
            // A name that is wrong stops it before the first is gone
            List<ResultStore.StoredSet> sets = new LinkedHashSet<>(names)
                    .stream().map(name -> find(session, name)).toList();
            for (ResultStore.StoredSet one : sets) {
                store.discard(one.set().name());
                session.say("deleted " + one.set().name() + " with " + one.samples() + " samples");
            }
            store.purge();
            return 0;
        }
    }

    @Command(name = "verify", description = "Checks a set's checksums and reads its raw outputs once more.")
    private static final class VerifySet implements Callable<Integer> {
        private final Session session;

        @Parameters(arity = "0..*", paramLabel = "NAME", description = "the sets; all if none is named")
        private List<String> names = List.of();

        @Option(names = "--json", description = "print JSON")
        private boolean json;

        VerifySet(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            var workbench = session.workbench();
            List<String> wanted = names.isEmpty()
                    ? workbench.store().sets().stream()
                            .map(stored -> stored.set().name())
                            .toList()
                    : names;
            var verifying = new Verifying(workbench.store(), workbench.formats());
            var verdicts = new ArrayList<Verifying.Verdict>();
            for (String name : wanted)
                verdicts.add(verifying.verify(find(session, name).set().name()));
            if (json)
                session.out()
                        .println(Json.pretty(
                                verdicts.stream().map(VerifySet::map).toList()));
            else verdicts.forEach(this::print);
            List<String> broken = verdicts.stream()
                    .filter(verdict -> !verdict.sound())
                    .map(Verifying.Verdict::set)
                    .toList();
            if (broken.isEmpty()) return 0;
            session.say("ringside: not as they were stored: " + String.join(", ", broken)
                    + ": delete them and import them again.");
            return 1;
        }

        private static Map<String, Object> map(Verifying.Verdict verdict) {
            var map = new LinkedHashMap<String, Object>();
            map.put("set", verdict.set());
            map.put("sound", verdict.sound());
            map.put("samples", verdict.samples());
            map.put("reread", verdict.reread());
            map.put("raws", verdict.raws());
            map.put("faults", verdict.faults());
            return map;
        }

        private void print(Verifying.Verdict verdict) {
            session.out()
                    .println("%s: %s, %s samples%s"
                            .formatted(
                                    verdict.set(),
                                    verdict.sound() ? "sound" : "NOT SOUND",
                                    verdict.samples(),
                                    verdict.raws() == 0
                                            ? ", no raw output to read again"
                                            : ", %s of them read again from %s raw outputs"
                                                    .formatted(verdict.reread(), verdict.raws())));
            verdict.faults().forEach(fault -> session.out().println("  " + fault));
        }
    }
}
