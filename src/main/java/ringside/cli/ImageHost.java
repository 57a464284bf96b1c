package ringside.cli;

import java.util.function.Function;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private AcceptedKey key = new AcceptedKey();

    boolean isHere() {
        return Target.parse(host) instanceof Target.Local;
    }

    <T> T with(Function<Shell, T> work) {
        try (Shell shell = Workbench.shells().open(Target.parse(host), key.questions())) {
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
