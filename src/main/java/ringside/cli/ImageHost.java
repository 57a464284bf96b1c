package ringside.cli;

import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;
import ringside.core.host.Shell;
import ringside.core.host.Target;
import ringside.core.hypervisor.Hypervisors;
import ringside.core.image.ImageCopies;
import ringside.workbench.Workbench;

/** Whose images are meant: this machine's, or the copies that another host has. */
final class ImageHost {
    @Option(names = "--host", paramLabel = "TARGET", description = "local (as it is), or ssh://user@host[:port]")
    private String host = "local";

    @Option(
            names = "--accept-host-key",
            paramLabel = "FINGERPRINT",
            description = "trust a host met for the first time if its key has this fingerprint, and remember it")
    private Optional<String> accepted = Optional.empty();

    boolean isHere() {
        return Target.parse(host) instanceof Target.Local;
    }

    <T> T with(Function<Shell, T> work) {
        try (Shell shell = Workbench.shells().open(Target.parse(host), new AccessByCommandLine(accepted))) {
            return work.apply(shell);
        }
    }

    /** Refused while guests need it. */
    void removeCopy(String name) {
        Hypervisors hypervisors = Workbench.hypervisors();
        with(shell -> {
            ImageCopies.on(shell)
                    .remove(name, folder -> hypervisors.register(shell).startedFrom(folder));
            return name;
        });
    }
}
