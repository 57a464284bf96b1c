package ringside.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ringside.adapter.libvirt.LibvirtProbes;
import ringside.adapter.linux.LinuxProbes;
import ringside.adapter.local.LocalShell;
import ringside.adapter.qemu.QemuProbes;
import ringside.adapter.ssh.SshHosts;
import ringside.adapter.virtualbox.VirtualBoxProbes;
import ringside.adapter.xen.XenProbes;
import ringside.core.host.Shells;
import ringside.core.host.Target;
import ringside.core.probe.Probe;

/** The ways to hosts, and what is asked there. */
final class Hosts {
    /** An OpenSSH configuration to use instead of the user's, as {@code ssh -F} takes one. */
    private static final String CONFIGURATION = "ringside.ssh.config";

    private Hosts() {}

    static Shells shells() {
        return (target, questions) -> switch (target) {
            case Target.Local here -> LocalShell.asHost();
            case Target.Ssh there -> ssh().open(there, questions);
        };
    }

    private static SshHosts ssh() {
        return new SshHosts(configuration());
    }

    private static Optional<Path> configuration() {
        return Optional.ofNullable(System.getProperty(CONFIGURATION)).map(Path::of);
    }

    /** The file by which a person reaches hosts, if there is one. */
    static Optional<Path> usersConfiguration() {
        return configuration()
                .or(() -> Optional.of(Path.of(System.getProperty("user.home"), ".ssh", "config")))
                .filter(Files::isReadable);
    }

    static List<Probe> probes() {
        return Stream.of(
                        LinuxProbes.all(),
                        QemuProbes.all(),
                        LibvirtProbes.all(),
                        XenProbes.all(),
                        VirtualBoxProbes.all())
                .flatMap(List::stream)
                .toList();
    }
}
