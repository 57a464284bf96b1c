package ringside.cli;

import java.nio.file.Path;
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
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.format.Content;
import ringside.core.format.Format;
import ringside.core.format.Formats;
import ringside.core.format.Gathering;
import ringside.core.format.Importing;
import ringside.core.format.Mapping;
import ringside.core.format.MappingGuess;
import ringside.core.format.Outcome;
import ringside.core.format.Request;
import ringside.core.result.ResultSet;

@Command(
        name = "import",
        description = "Takes result files into the store. A file that is cut off or damaged is refused as a whole;"
                + " of a tool's log each line that was not taken is named.")
final class ImportCommand implements Callable<Integer> {
    private final Session session;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "result files, folders or packed files (zip, tar, gz) of them, recognised by their content")
    private List<Path> files = List.of();

    @Option(names = "--set", paramLabel = "NAME", description = "the set to import into")
    private @Nullable String set;

    @Option(names = "--format", paramLabel = "auto|ID", description = "what the files are, if not recognised")
    private String format = "auto";

    @Option(
            names = "--platform",
            paramLabel = "ID|SYSTEM=ID",
            description =
                    "the platform they were measured on: host, kvm, xen-pv …; it also counts where a file says what"
                            + " its program saw from inside. SYSTEM=ID, as often as needed, is said of one system that a file"
                            + " names")
    private List<String> platforms = List.of();

    @Option(names = "--label", paramLabel = "TEXT", description = "the configuration's name")
    private @Nullable String label;

    @Option(
            names = "--param",
            paramLabel = "KEY=VALUE",
            description = "what the output does not print, for example operation=rd, cores=2, disk=qcow2")
    private Map<String, String> given = new TreeMap<>();

    @Option(
            names = "--mapping",
            paramLabel = "FILE|guess",
            description =
                    "read the files as tables whose columns mean what this file says, or what their header lets guess")
    private @Nullable String mapping;

    @Option(
            names = "--save-mapping",
            paramLabel = "FILE",
            description =
                    "with --mapping guess: write the mapping down instead of importing, to be looked at and corrected")
    private @Nullable Path saved;

    @Option(names = "--json", description = "print the outcome as JSON")
    private boolean json;

    ImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        requireUsable();
        if (saved != null) return saveMapping(saved);
        var request = new Request(
                Optional.ofNullable(set),
                format.equals("auto") ? Optional.empty() : Optional.of(format),
                platforms.stream().filter(one -> !one.contains("=")).findFirst(),
                ofSystems(),
                Optional.ofNullable(label),
                ringside.core.result.Parameters.of(given));
        var report = new ImportReport(session, json);
        try (var interrupt = new Interrupt()) {
            try {
                read(request, report, interrupt.watched(session.progressOnTerminal()));
            } catch (Progress.Cancelled interrupted) {
                report.interrupted();
            }
            int code = report.finish();
            if (interrupt.came()) session.close();
            return code;
        }
    }

    /** {@code guest=kvm}; the system's name may have such a sign as well. */
    private Map<String, String> ofSystems() {
        var named = new TreeMap<String, String>();
        for (String one : platforms) {
            int sign = one.lastIndexOf('=');
            if (sign > 0) named.put(one.substring(0, sign), one.substring(sign + 1));
        }
        return named;
    }

    private void read(Request request, ImportReport report, Progress progress) {
        boolean stated = mapping != null || request.format().isPresent();
        Formats formats = session.workbench().formats();
        try (Gathering found =
                stated ? Gathering.ofStated(files, formats, progress) : Gathering.of(files, formats, progress)) {
            List<Gathering.Item> items = found.items();
            report.expect(items.size());
            report.note(found.aboutLogs());
            for (int i = 0; i < items.size(); i++) {
                String which = "%s of %s: %s"
                        .formatted(i + 1, items.size(), items.get(i).name());
                double share = (double) i / items.size();
                progress.at(which, share);
                read(items.get(i), request, report, (what, part) -> progress.at(which, share));
            }
        }
    }

    /** One bad file does not stop the others; the exit code tells that there was one. */
    private void read(Gathering.Item item, Request request, ImportReport report, Progress progress) {
        try {
            if (item.leftOut().isPresent() && !item.given()) {
                report.leaveOut(item.name(), item.leftOut().get());
                return;
            }
            if (item.trouble().isPresent()) throw item.trouble().get();
            // Who names a file means it; of a folder's files only some are results
            boolean meant = item.given()
                    || item.format().isPresent()
                    || request.format().isPresent();
            if (mapping != null) report.taken(item.name(), readTable(item.content(), mapping, request, progress));
            else if (!meant) report.leaveOut(item.name(), "of no format that Ringside knows");
            else report.taken(item.name(), session.workbench().importing().read(item.content(), request, progress));
        } catch (RingsideException trouble) {
            if (!item.given() && Importing.isNothingNew(trouble)) report.known(item.name(), trouble);
            else report.refused(item.name(), item.given(), trouble);
        }
    }

    private Outcome readTable(Content content, String named, Request request, Progress progress) {
        Mapping columns = named.equals("guess") ? guess(content) : Mapping.read(Path.of(named));
        if (named.equals("guess")) session.say("  note: guessed of " + content.name() + ": " + columns.summary());
        return session.workbench().importing().readTable(content, columns, request, progress);
    }

    private static Mapping guess(Content content) {
        return MappingGuess.of(content)
                .orElseThrow(() -> new RingsideException(
                        content.name() + " is no table with a header and a column of numbers",
                        "give it a first line that names its columns"));
    }

    /** A guess is worth looking at before it is trusted. */
    private int saveMapping(Path file) {
        Mapping guessed = guess(Content.of(files.getFirst()));
        guessed.save(file);
        session.say("The mapping of " + files.getFirst() + " is in " + file
                + ": correct it, then import with --mapping " + file);
        return 0;
    }

    /** What no import could take is wrong usage, not a fault of the files. */
    private void requireUsable() {
        if (set != null && !ResultSet.canBeNamed(set)) throw wrong("--set", set);
        for (String one : platforms)
            if (one.substring(one.lastIndexOf('=') + 1).isBlank() || one.startsWith("="))
                throw wrong("--platform", one);
        if (platforms.stream().filter(one -> !one.contains("=")).count() > 1)
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--platform is stated twice; to state it of single systems, write --platform SYSTEM=ID");
        if (label != null && label.isBlank()) throw wrong("--label", label);
        for (String key : given.keySet()) if (key.isBlank()) throw wrong("--param", key);
        if (saved != null && !"guess".equals(mapping))
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "--save-mapping goes with --mapping guess");
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
}
