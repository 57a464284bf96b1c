package ringside.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(name = "guest", description = "Guests: one description, the configuration of every platform.")
final class GuestCommand {
    private GuestCommand() {}

    static CommandLine commands(Session session) {
        return new CommandLine(new GuestCommand())
                .addSubcommand(new ReadGuest(session))
                .addSubcommand(new ValidateGuest(session));
    }
}
