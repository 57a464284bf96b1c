package ringside.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(name = "bench", description = "Measures platforms, and goes on with it after anything.")
final class BenchCommand {
    private BenchCommand() {}

    static CommandLine commands(Session session) {
        return new CommandLine(new BenchCommand())
                .addSubcommand(new ListBenchmarks(session))
                .addSubcommand(new ShowPlan(session))
                .addSubcommand(new PreflightCommand(session))
                .addSubcommand(new RunBench(session))
                .addSubcommand(new ResumeBench(session))
                .addSubcommand(new ListSessions(session))
                .addSubcommand(new RemoveSession(session));
    }
}
