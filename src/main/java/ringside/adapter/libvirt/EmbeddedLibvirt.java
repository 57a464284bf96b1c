package ringside.adapter.libvirt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.core.RingsideException;
import ringside.core.guest.validate.Scratch;
import ringside.core.guest.validate.Tools;
import ringside.core.host.Answer;

/**
 * libvirt's QEMU driver inside each {@code virsh} that is started, with all its state in a folder of ours: it knows none
 * of the machine's own domains, networks and pools, needs no daemon, and goes with the folder.
 */
final class EmbeddedLibvirt implements AutoCloseable {
    /** The first question takes longest: libvirt tries out every QEMU that is installed. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Tools tools;
    private Optional<Scratch> scratch = Optional.empty();
    private Optional<Boolean> kvm = Optional.empty();

    EmbeddedLibvirt(Tools tools) {
        this.tools = tools;
    }

    /** The folder that holds its state, and into which a check may put files. */
    Scratch scratch() {
        if (scratch.isEmpty()) scratch = Optional.of(made());
        return scratch.get();
    }

    private static Scratch made() {
        Scratch made = Scratch.create();
        try {
            Path folder = Files.createDirectories(made.folder().resolve("libvirt/etc"));
            // As root libvirt would try QEMU out as another user, who may see less of the host, and never trust what it
            // kept
            if ("root".equals(System.getProperty("user.name")))
                Files.writeString(folder.resolve("qemu.conf"), "user = \"root\"\ngroup = \"root\"\n");
            return made;
        } catch (IOException e) {
            made.close();
            throw new RingsideException(
                    "A temporary file could not be written in " + made.folder(), "make room on its disk", e);
        }
    }

    String uri() {
        return "qemu:///embed?root=" + scratch().folder().resolve("libvirt");
    }

    /** Runs virsh commands one after the other. */
    Answer virsh(String... commands) {
        return ask(List.of("virsh", "-q", "-c", uri(), String.join("; ", commands)));
    }

    /** One command as a vector, whatever is in its words. */
    Answer virshVector(String... words) {
        var command = new ArrayList<String>(List.of("virsh", "-q", "-c", uri()));
        command.addAll(List.of(words));
        return ask(command);
    }

    Answer ask(List<String> command) {
        var plain = new ArrayList<String>(List.of("env", "LC_ALL=C.UTF-8"));
        plain.addAll(command);
        return tools.ask(plain, "", LIMIT);
    }

    boolean hasKvm() {
        if (kvm.isEmpty()) kvm = Optional.of(virsh("capabilities").out().contains("<domain type='kvm'"));
        return kvm.get();
    }

    @Override
    public void close() {
        scratch.ifPresent(Scratch::close);
        scratch = Optional.empty();
    }
}
