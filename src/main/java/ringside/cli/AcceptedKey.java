package ringside.cli;

import java.util.Optional;
import picocli.CommandLine.Option;
import ringside.core.host.AccessQuestions;

/** The option that answers what a host met for the first time asks: is this its key? */
final class AcceptedKey {
    @Option(
            names = "--accept-host-key",
            paramLabel = "FINGERPRINT",
            description = "trust a host met for the first time if its key has this fingerprint, and remember it")
    private Optional<String> accepted = Optional.empty();

    AccessQuestions questions() {
        return new AccessByCommandLine(accepted);
    }
}
