package ringside.cli;

import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ringside.core.host.Shell;
import ringside.core.host.Target;
import ringside.workbench.Workbench;

/** The options that name a host and settle the way to it. */
final class TargetHost {
    @Option(names = "--target", paramLabel = "TARGET", description = "local (as it is), or ssh://user@host[:port]")
    private String target = "local";

    @Mixin
    private AcceptedKey key = new AcceptedKey();

    String target() {
        return target;
    }

    <T> T ask(Function<Shell, T> question) {
        try (Shell shell = Workbench.shells().open(Target.parse(target), key.questions())) {
            return question.apply(shell);
        }
    }
}
