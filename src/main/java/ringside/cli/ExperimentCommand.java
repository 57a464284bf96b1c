package ringside.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "experiment",
        description = {
            "Compares platforms on one machine: guests made alike are started on each, measured in turn and removed.",
            "An experiment is a session of the runner: 'bench resume' goes on with it, 'bench sessions' lists it."
        })
final class ExperimentCommand {
    private ExperimentCommand() {}

    static CommandLine commands(Session session) {
        return new CommandLine(new ExperimentCommand())
                .addSubcommand(new PlanExperiment(session))
                .addSubcommand(new RunExperiment(session))
                .addSubcommand(new ResumeBench(session))
                .addSubcommand("list", new ListSessions(session))
                .addSubcommand(new RemoveSession(session));
    }
}
