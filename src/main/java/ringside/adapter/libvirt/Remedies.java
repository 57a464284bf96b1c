package ringside.adapter.libvirt;

import java.util.List;
import java.util.Map;

/** What to do about what libvirt says, where the words are known; what it says is its own. */
final class Remedies {
    private static final List<Map.Entry<String, String>> KNOWN = List.of(
            Map.entry(
                    "virtlogd",
                    "start virtlogd (systemctl start virtlogd), or set stdio_handler = \"file\" in qemu.conf"),
            Map.entry("network 'default' is not active", "start it: virsh net-start default"),
            Map.entry("is not active", "start it first"),
            Map.entry(
                    "Permission denied",
                    "put the file where libvirt's QEMU may read it: every folder above it must let others search"),
            Map.entry("Cannot access", "see that the file is there"),
            Map.entry("No such file", "see that the file is there"),
            Map.entry("already exists", "choose another name"),
            Map.entry("unsupported for storage type raw", "give all its disks the format qcow2"),
            Map.entry("Cannot get interface MTU", "see that the bridge is there: ip link show type bridge"),
            Map.entry("cannot undefine", "stop it first"));

    private Remedies() {}

    static String of(String said) {
        return KNOWN.stream()
                .filter(each -> said.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("look into its log, or do it by virsh and see what that says");
    }
}
