package ringside.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(name = "features", description = "What the platforms can do, and what a live host says of it.")
final class FeaturesCommand {
    private FeaturesCommand() {}

    static CommandLine commands(Session session) {
        return new CommandLine(new FeaturesCommand())
                .addSubcommand(new ListFeatures(session))
                .addSubcommand(new ProbeFeatures(session));
    }
}
