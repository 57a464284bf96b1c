package ringside.adapter.libvirt;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.core.guest.validate.Scratch;
import ringside.core.guest.validate.Tools;
import ringside.core.host.Answer;

/**
 * A libvirt session whose whole home is a folder of ours, for programs that need storage pools, which an
 * {@link EmbeddedLibvirt} has not. Its daemon is started by the first program that asks for it, and ends with the session.
 */
final class PrivateSession implements AutoCloseable {
    static final String URI = "qemu:///session";
    private static final Duration LIMIT = Duration.ofMinutes(2);
    /** As root libvirt knows the system's own daemon only: there the session is that of nobody. */
    private static final String NOBODY = "65534";

    private static final String END =
            "for each in \"$1\"/run/libvirt/*.pid; do [ -s \"$each\" ] || continue; p=$(cat \"$each\"); kill \"$p\";"
                    + " n=0; while kill -0 \"$p\" && [ $n -lt 50 ]; do sleep 0.1; n=$((n + 1)); done; done 2>/dev/null";

    private final Tools tools;
    private final boolean root = "root".equals(System.getProperty("user.name"));
    private Optional<Scratch> scratch = Optional.empty();
    private Optional<Boolean> kvm = Optional.empty();

    PrivateSession(Tools tools) {
        this.tools = tools;
    }

    Scratch scratch() {
        if (scratch.isEmpty()) {
            Scratch made = Scratch.create();
            scratch = Optional.of(made);
            tools.ask(List.of("mkdir", "-m", "700", made.folder() + "/run"));
        }
        return scratch.get();
    }

    Answer ask(List<String> command) {
        Path folder = scratch().folder();
        var words = new ArrayList<String>();
        if (root) {
            tools.ask(List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()));
            words.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        words.addAll(List.of("env", "LC_ALL=C.UTF-8", "HOME=" + folder, "XDG_RUNTIME_DIR=" + folder + "/run"));
        for (String kind : List.of("CONFIG", "DATA", "CACHE", "STATE"))
            words.add("XDG_" + kind + "_HOME=" + folder + "/" + kind);
        words.addAll(command);
        return tools.ask(words, "", LIMIT);
    }

    boolean hasKvm() {
        if (kvm.isEmpty())
            kvm = Optional.of(
                    ask(List.of("virsh", "-q", "-c", URI, "capabilities")).out().contains("<domain type='kvm'"));
        return kvm.get();
    }

    @Override
    public void close() {
        scratch.ifPresent(folder -> {
            tools.ask(List.of("sh", "-c", END, "sh", folder.folder().toString()));
            folder.close();
        });
        scratch = Optional.empty();
        kvm = Optional.empty();
    }
}
