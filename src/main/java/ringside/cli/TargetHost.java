package ringside.cli;

import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;
import ringside.core.host.Shell;
import ringside.core.host.Target;
import ringside.workbench.Workbench;

/** The options that name a host and settle the way to it. */
final class TargetHost {
    @Option(names = "--target", paramLabel = "TARGET", description = "local (as it is), or ssh://user@host[:port]")
    private String target = "local";

    @Option(
            names = "--accept-host-key",
            paramLabel = "FINGERPRINT",
            description = "trust a host met for the first time if its key has this fingerprint, and remember it")
    private Optional<String> accepted = Optional.empty();

    String target() {
        return target;
    }

    <T> T ask(Function<Shell, T> question) {
        try (Shell shell = Workbench.shells().open(Target.parse(target), new AccessByCommandLine(accepted))) {
            return question.apply(shell);
        }
    }
}
