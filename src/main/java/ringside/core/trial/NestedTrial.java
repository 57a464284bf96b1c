package ringside.core.trial;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import ringside.core.feature.Probed;
import ringside.core.hypervisor.Operation;

/** A guest that runs guests itself: what its processor has for that, and whether its own KVM runs a tiny one. */
final class NestedTrial implements GuestTrial {
    /** Ends with the process. */
    private static final String RUN = "timeout 20 perl -e \"$1\" 2>&1 || echo \"ended with $?\"";

    private static final String NONE = "no /dev/kvm";

    @Override
    public String id() {
        return "nested";
    }

    @Override
    public String title() {
        return "Nested virtualization";
    }

    @Override
    public String about() {
        return "a guest looks for what it needs to run guests itself, and runs a tiny one by its own KVM";
    }

    @Override
    public List<String> features() {
        return List.of("nested-virt");
    }

    @Override
    public Set<Operation> needs() {
        return Set.of();
    }

    @Override
    public Outcome prove(Scene scene) {
        String flag = scene.inside(
                "its processor's flag for it", "grep -m 1 -ow -e vmx -e svm /proc/cpuinfo | head -n 1 || :");
        if (flag.isEmpty())
            return new Outcome(Probed.Verdict.NOT_HERE, "the processor that a guest sees here has neither vmx nor svm");
        String module = flag.equals("vmx") ? "kvm_intel" : "kvm_amd";
        // Our image has the list of modules that busybox reads
        scene.inside("its kernel loads " + module, "modprobe $1 2>/dev/null || busybox modprobe $1 2>&1 || :", module);
        String ran = scene.inside(
                "a guest of its own KVM adds two numbers",
                "[ -c /dev/kvm ] || { echo " + NONE + "; exit 0; }; " + RUN,
                guest());
        if (ran.equals("ran"))
            return Outcome.proven("a guest's processor has " + flag + ", and a guest of its own KVM ran in it");
        return new Outcome(
                Probed.Verdict.OFFERED,
                "a guest's processor has " + flag + "; "
                        + (ran.equals(NONE)
                                ? "its kernel brings no KVM, so no guest was run in it"
                                : "its own KVM ran no guest (" + ran + ")"));
    }

    private static String guest() {
        try (InputStream in = NestedTrial.class.getResourceAsStream("/ringside/trial/nested.pl")) {
            return new String(Objects.requireNonNull(in, "nested.pl").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
