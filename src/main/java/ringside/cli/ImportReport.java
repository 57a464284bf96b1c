package ringside.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import ringside.core.RingsideException;
import ringside.core.format.Outcome;
import ringside.core.host.Command;
import ringside.core.json.Json;

/** What became of each file of an import: a line or a JSON object each, and a summary where they were many. */
final class ImportReport {
    private static final int FEW = 10;

    private final Session session;
    private final boolean json;
    private final List<Map<String, Object>> printed = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private int taken;
    private int nothingNew;
    private int refused;
    private long samples;
    private int expected;
    private String note = "";
    private boolean interrupted;
    private final SortedSet<String> sets = new TreeSet<>();

    ImportReport(Session session, boolean json) {
        this.session = session;
        this.json = json;
    }

    void taken(String file, Outcome outcome) {
        if (outcome.sets().isEmpty()) nothingNew++;
        else taken++;
        samples += outcome.samples();
        sets.addAll(outcome.sets());
        printed.add(map(file, outcome));
        if (!json) print(file, outcome);
    }

    /** @param named whether the user named this very file, so that the message need not say where it is */
    void refused(String file, boolean named, RingsideException trouble) {
        refused++;
        session.say("ringside: " + (named ? "" : file + ": ") + trouble.problem() + ": " + trouble.remedy() + ".");
        var map = new LinkedHashMap<String, Object>();
        map.put("file", file);
        map.put("error", trouble.problem());
        map.put("remedy", trouble.remedy());
        printed.add(map);
    }

    /** A file among others of which everything is in the store already. */
    void known(String file, RingsideException known) {
        nothingNew++;
        if (!json) session.out().println(shown(file) + ": nothing new, " + known.problem());
        var map = new LinkedHashMap<String, Object>();
        map.put("file", file);
        map.put("nothing_new", known.problem());
        printed.add(map);
    }

    /** A name is no command to the terminal. */
    private static String shown(String file) {
        return file.replaceAll("\\p{Cntrl}", "?");
    }

    /** A file among others that is no result. @param why what it is */
    void leaveOut(String file, String why) {
        leftOut.add(why + ": " + file);
        var map = new LinkedHashMap<String, Object>();
        map.put("file", file);
        map.put("left_out", why);
        printed.add(map);
    }

    /** Said at the end of the whole; nothing if it is empty. */
    void note(String about) {
        note = about;
    }

    /** How many files there are. */
    void expect(int files) {
        expected = files;
    }

    /** The user broke it off; the file that was being read was left out as a whole. */
    void interrupted() {
        interrupted = true;
    }

    /** Says the rest and gives the exit code. */
    int finish() {
        if (json) session.out().println(Json.pretty(printed));
        for (String one : leftOut.subList(0, Math.min(FEW, leftOut.size()))) session.say("  left out, " + one);
        if (leftOut.size() > FEW) session.say("  left out: " + (leftOut.size() - FEW) + " more");
        if (!note.isEmpty()) session.say("  note: " + note);
        if (printed.size() > FEW || !leftOut.isEmpty())
            session.say("%s files: %s imported with %s samples, %s with nothing new, %s refused, %s left out"
                    .formatted(printed.size(), taken, samples, nothingNew, refused, leftOut.size()));
        if (interrupted) return broken();
        if (taken + nothingNew + refused == 0)
            session.say("ringside: No results were found there: choose files that hold some.");
        return refused > 0 || taken + nothingNew == 0 ? 1 : 0;
    }

    private int broken() {
        if (expected == 0) session.say("ringside: interrupted while looking at the files: nothing was imported.");
        else
            session.say("ringside: interrupted: of %s files %s were imported, %s were refused, %s are left: %s"
                    .formatted(expected, taken, refused, expected - printed.size(), undo()));
        return Interrupt.EXIT;
    }

    private String undo() {
        if (sets.isEmpty()) return "nothing was changed.";
        if (sets.size() > FEW)
            return "the same command goes on with the rest; 'ringside sets list' shows the %s sets it made."
                    .formatted(sets.size());
        var words = new ArrayList<>(List.of("ringside", "sets", "delete"));
        words.addAll(sets);
        return "the same command goes on with the rest; to undo it: "
                + Command.of(words).line();
    }

    private static Map<String, Object> map(String file, Outcome outcome) {
        var map = new LinkedHashMap<String, Object>();
        map.put("file", file);
        map.put("format", outcome.format());
        map.put("set", String.join(", ", outcome.sets()));
        map.put("sets", outcome.sets());
        map.put("runs", outcome.runs());
        map.put("samples", outcome.samples());
        var skipped = new ArrayList<Map<String, Object>>();
        outcome.skipped().forEach(one -> {
            var entry = new LinkedHashMap<String, Object>();
            entry.put("line", one.line());
            entry.put("reason", one.reason());
            skipped.add(entry);
        });
        map.put("skipped", skipped);
        map.put("warnings", outcome.warnings());
        return map;
    }

    private void print(String path, Outcome outcome) {
        String file = shown(path);
        if (outcome.sets().isEmpty()) session.out().println(file + ": " + outcome.format() + ", nothing new");
        else
            session.out()
                    .println("%s: %s, %s samples of %s runs, set %s"
                            .formatted(
                                    file,
                                    outcome.format(),
                                    outcome.samples(),
                                    outcome.runs(),
                                    String.join(", ", outcome.sets())));
        outcome.skipped().forEach(one -> session.say("  line " + one.line() + " skipped: " + one.reason()));
        outcome.warnings().forEach(warning -> session.say("  note: " + warning));
    }
}
