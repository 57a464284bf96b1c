package ringside.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import ringside.core.RingsideException;

/**
 * The root command. Exit codes: 0 done; 1 failed, with one line that says what and what to do; 2 wrong usage.
 * Commands never catch: this is the one place that turns trouble into words.
 */
@Command(
        name = "ringside",
        description =
                "Compares open-source virtualization platforms on real data. Without a command it opens the workbench.",
        mixinStandardHelpOptions = true,
        version = "ringside 0.1.0",
        scope = CommandLine.ScopeType.INHERIT)
public final class RingsideCommand implements Runnable {
    private final Session session;
    private final Consumer<Opening> window;

    @Option(names = "--store", paramLabel = "PATH|JDBC-URL", description = "where the results are kept")
    void store(String place) {
        if (place.isBlank())
            throw new ParameterException(new CommandLine(this), "--store names a place, not \"" + place + "\"");
        session.locate(place);
    }

    @Option(names = "--debug", description = "print the details of an error")
    boolean debug;

    private RingsideCommand(Session session, Consumer<Opening> window) {
        this.session = session;
        this.window = window;
    }

    /**
     * Runs one command line.
     *
     * @param window what to do when no command is named, or files are to be opened
     * @return the exit code
     */
    public static int run(String[] arguments, PrintStream out, PrintStream err, Consumer<Opening> window) {
        var outWriter = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), false);
        var errWriter = new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
        try (var session = new Session(outWriter, errWriter)) {
            var root = new RingsideCommand(session, window);
            var line = new CommandLine(root);
            meant(arguments, commands(session, window))
                    .forEach((name, command) -> line.addSubcommand(name, command.get()));
            line.setOut(outWriter)
                    .setErr(errWriter)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setExecutionExceptionHandler((fault, command, parsed) -> {
                        tell(fault, session, root.debug, errWriter);
                        return 1;
                    })
                    .setParameterExceptionHandler((fault, words) -> {
                        explain(fault, session);
                        return 2;
                    });
            int code = line.execute(arguments);
            if (!outWriter.checkError()) return code;
            session.say("ringside: the output could not be written: check that its disk has room.");
            return 1;
        } catch (RingsideException closing) {
            tell(closing, new Session(outWriter, errWriter), false, errWriter);
            return 1;
        } catch (OutOfMemoryError full) {
            errWriter.println(
                    "ringside: The memory that Ringside may use is too small for this: give it less at once.");
            return 1;
        }
    }

    /** All commands, in the order of the help, none made yet: reading what each has of options takes its time. */
    private static SequencedMap<String, Supplier<Object>> commands(Session session, Consumer<Opening> window) {
        var commands = new LinkedHashMap<String, Supplier<Object>>();
        commands.put("open", () -> new OpenCommand(session, window));
        commands.put("import", () -> new ImportCommand(session));
        commands.put("sets", () -> SetsCommand.commands(session));
        commands.put("digitise", () -> new DigitiseCommand(session));
        commands.put("samples", () -> new SamplesCommand(session));
        commands.put("export", () -> new ExportCommand(session));
        commands.put("figures", () -> FiguresCommand.commands(session));
        commands.put("guest", () -> GuestCommand.commands(session));
        commands.put("features", () -> FeaturesCommand.commands(session));
        commands.put("bench", () -> BenchCommand.commands(session));
        commands.put("experiment", () -> ExperimentCommand.commands(session));
        commands.put("doctor", () -> new DoctorCommand(session));
        commands.put("compare", () -> new CompareCommand(session));
        commands.put("glossary", () -> new GlossaryCommand(session));
        return commands;
    }

    /** The one that the words begin with, after the options of the whole program; where that is none of them, all. */
    private static Map<String, Supplier<Object>> meant(String[] words, Map<String, Supplier<Object>> commands) {
        int at = 0;
        while (at < words.length && (words[at].startsWith("--store") || words[at].equals("--debug")))
            at += words[at].equals("--store") ? 2 : 1;
        Supplier<Object> one = at < words.length ? commands.get(words[at]) : null;
        return one == null ? commands : Map.of(words[at], one);
    }

    private static void tell(Exception fault, Session session, boolean debug, PrintWriter err) {
        RingsideException trouble = RingsideException.from(fault);
        session.say("ringside: " + trouble.problem() + ": " + trouble.remedy() + ".");
        if (debug) fault.printStackTrace(err);
    }

    private static void explain(ParameterException fault, Session session) {
        CommandLine command = fault.getCommandLine();
        session.say("ringside: " + fault.getMessage());
        session.say("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    }

    @Override
    public void run() {
        window.accept(new Opening(session.location(), List.of()));
    }
}
