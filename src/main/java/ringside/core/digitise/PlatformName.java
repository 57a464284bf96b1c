package ringside.core.digitise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import ringside.core.platform.Platform;
import ringside.core.platform.Platforms;

/** The platform that a name in a legend means. */
public final class PlatformName {
    private record Rule(String id, Pattern names) {
        Rule(String id, String names) {
            this(id, Pattern.compile(names));
        }
    }

    /** The first that fits; a name of several layers means the one above. */
    private static final List<Rule> RULES = List.of(
            new Rule("virtualbox", "virtual ?box|vbox"),
            new Rule("libvirt-xen", "libvirt.*xen|xen.*libvirt"),
            new Rule("libvirt-kvm", "libvirt.*kvm|kvm.*libvirt"),
            new Rule("libvirt-qemu", "libvirt.*qemu|qemu.*libvirt"),
            new Rule("xen-pvh", "xen.*pvh"),
            new Rule("xen-hvm", "xen.*(hvm|full)"),
            new Rule("xen-pv", "xen.*(pv|para)"),
            new Rule("kvm", "kvm"),
            new Rule("qemu", "qemu"),
            new Rule("vmware-esxi", "esxi|vsphere"),
            new Rule("vmware-workstation", "vmware.*(workstation|player)"),
            new Rule("hyper-v", "hyper-?v\\b"),
            new Rule("firecracker", "firecracker"),
            new Rule("docker", "docker"),
            new Rule("lxc", "\\blxc\\b"),
            new Rule("openvz", "openvz"),
            new Rule("bhyve", "bhyve"),
            new Rule("host", "^(the )?(bare )?(host|native|metal|physical|hardware|baseline)\\b|bare.?metal"));

    private PlatformName() {}

    /** Its id; empty for a name that means none that is known: a colour or a shape is no platform. */
    public static Optional<String> of(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        for (Platform known : Platforms.known())
            if (known.id().equals(plain)
                    || known.name().toLowerCase(Locale.ROOT).equals(plain)) return Optional.of(known.id());
        return RULES.stream()
                .filter(rule -> rule.names().matcher(plain).find())
                .map(Rule::id)
                .findFirst();
    }
}
