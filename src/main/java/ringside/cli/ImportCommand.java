package ringside.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import ringside.core.RingsideException;
import ringside.core.format.Content;
import ringside.core.format.Format;
import ringside.core.format.Formats;
import ringside.core.format.Outcome;
import ringside.core.format.Request;
import ringside.core.json.Json;
import ringside.core.result.ResultSet;

@Command(name = "import", description = "Takes result files into the store, each whole or not at all.")
final class ImportCommand implements Callable<Integer> {
    private final Session session;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "result files, recognised by their content")
    private List<Path> files = List.of();

    @Option(names = "--set", paramLabel = "NAME", description = "the set to import into")
    private @Nullable String set;

    @Option(names = "--format", paramLabel = "auto|ID", description = "what the files are, if not recognised")
    private String format = "auto";

    @Option(
            names = "--platform",
            paramLabel = "ID",
            description = "the platform they were measured on: host, kvm, xen-pv …")
    private @Nullable String platform;

    @Option(names = "--label", paramLabel = "TEXT", description = "the configuration's name")
    private @Nullable String label;

    @Option(
            names = "--param",
            paramLabel = "KEY=VALUE",
            description = "what the output does not print, for example operation=rd, cores=2, disk=qcow2")
    private Map<String, String> given = new TreeMap<>();

    @Option(names = "--json", description = "print the outcome as JSON")
    private boolean json;

    ImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        requireUsable();
        var request = new Request(
                Optional.ofNullable(set),
                format.equals("auto") ? Optional.empty() : Optional.of(format),
                Optional.ofNullable(platform),
                Optional.ofNullable(label),
                ringside.core.result.Parameters.of(given));
        var printed = new ArrayList<Map<String, Object>>();
        boolean failed = false;
        for (Path file : files) {
            try {
                Outcome outcome = session.workbench().importing().read(Content.of(file), request, Session.progress());
                printed.add(map(file, outcome));
                if (!json) print(file, outcome);
            } catch (RingsideException trouble) {
                // One bad file does not stop the others; the exit code tells that there was one
                failed = true;
                session.say("ringside: " + trouble.problem() + ": " + trouble.remedy() + ".");
                var map = new LinkedHashMap<String, Object>();
                map.put("file", file.toString());
                map.put("error", trouble.problem());
                map.put("remedy", trouble.remedy());
                printed.add(map);
            }
        }
        if (json) session.out().println(Json.pretty(printed));
        return failed ? 1 : 0;
    }

    /** What no import could take is wrong usage, not a fault of the files. */
    private void requireUsable() {
        if (set != null && !ResultSet.canBeNamed(set)) throw wrong("--set", set);
        if (platform != null && platform.isBlank()) throw wrong("--platform", platform);
        if (label != null && label.isBlank()) throw wrong("--label", label);
        for (String key : given.keySet()) if (key.isBlank()) throw wrong("--param", key);
        Formats formats = session.workbench().formats();
        if (!format.equals("auto") && formats.byId(format).isEmpty())
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--format is auto or one of "
                            + formats.all().stream().map(Format::id).collect(Collectors.joining(", ")) + ", not "
                            + format);
    }

    private ParameterException wrong(String option, String value) {
        return new ParameterException(
                Objects.requireNonNull(spec).commandLine(), option + " cannot be named \"" + value + "\"");
    }

    private static Map<String, Object> map(Path file, Outcome outcome) {
        var map = new LinkedHashMap<String, Object>();
        map.put("file", file.toString());
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

    private void print(Path file, Outcome outcome) {
        if (outcome.sets().isEmpty()) session.out().println(file + ": " + outcome.format() + ", nothing new");
        else
            session.out()
                    .println("%s: %s, %d samples of %d runs, set %s"
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
