package ringside.core.trial;

import java.util.List;
import java.util.Set;
import ringside.core.feature.Probed;
import ringside.core.hypervisor.Operation;

/** A guest that runs guests itself: what its processor has for that, and whether its own KVM makes a machine of it. */
final class NestedTrial implements GuestTrial {
    /** KVM_CREATE_VM of linux/kvm.h; the machine ends with the process. */
    private static final String CREATE =
            "perl -e 'open(my $k, \"+<\", \"/dev/kvm\") or die \"$!\\n\"; my $m = ioctl($k, 0xAE01, 0);"
                    + " print defined $m ? \"made\" : \"refused: $!\"' 2>&1";

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
        return "a guest looks for what it needs to run guests itself, and makes one if its own KVM is there";
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
        scene.inside("its kernel loads " + module, "modprobe $1 2>&1 || :", module);
        String made = scene.inside(
                "a machine of its own KVM", "[ -c /dev/kvm ] || { echo " + NONE + "; exit 0; }; " + CREATE);
        if (made.equals("made"))
            return Outcome.proven("a guest's processor has " + flag + ", and its own KVM made a machine");
        return new Outcome(
                Probed.Verdict.OFFERED,
                "a guest's processor has " + flag + "; "
                        + (made.equals(NONE)
                                ? "its kernel brings no KVM, so no guest was made in it"
                                : "its own KVM made no machine (" + made + ")"));
    }
}
