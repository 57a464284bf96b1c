package ringside.core.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ringside.core.RingsideException;
import ringside.core.feature.Probed;
import ringside.core.guest.GuestPlatform;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;

/** Which devices of the host could be handed to a guest: looked at to the point from which on one would be taken away. */
final class PciTrial implements HostTrial {
    /** Address, class, vendor and device, driver, IOMMU group, ways to reset it; a - for what there is not. */
    private static final String LIST = """
            for d in /sys/bus/pci/devices/*; do
              [ -e "$d/class" ] || continue
              driver=$(readlink "$d/driver") || driver=-
              group=$(readlink "$d/iommu_group") || group=-
              if [ -r "$d/reset_method" ]; then reset=$(tr ' ' '+' < "$d/reset_method")
              elif [ -e "$d/reset" ]; then reset=yes
              else reset=
              fi
              echo "${d##*/} $(cat "$d/class") $(cat "$d/vendor"):$(cat "$d/device") ${driver##*/} ${group##*/} ${reset:--}"
            done""";

    /** As sysfs shows it. */
    record Device(String address, String kind, String model, String driver, String group, String reset) {
        /** @return empty if the line is none of {@link #LIST} */
        static List<Device> of(String line) {
            String[] words = line.split(" ");
            return words.length == 6
                    ? List.of(new Device(words[0], kind(words[1]), words[2], words[3], words[4], words[5]))
                    : List.of();
        }

        /** Of the classes of the PCI Code and ID Assignment Specification, those of which there are words. */
        private static String kind(String hex) {
            return switch (hex.length() == 8 ? hex.substring(2, 4) : "") {
                case "01" -> "storage";
                case "02" -> "network";
                case "03" -> "display";
                case "04" -> "multimedia";
                case "06" -> "bridge";
                case "0c" -> "serial bus";
                default -> "class " + hex;
            };
        }

        boolean isBridge() {
            return kind.equals("bridge");
        }

        boolean isFit() {
            return !isBridge() && !group.equals("-") && !reset.equals("-");
        }

        String line(List<Device> all) {
            List<String> with = all.stream()
                    .filter(other -> !group.equals("-") && other.group.equals(group) && !other.isBridge())
                    .map(Device::address)
                    .filter(other -> !other.equals(address))
                    .toList();
            return "%s %s %s: driver %s, %s%s, %s"
                    .formatted(
                            address,
                            kind,
                            model,
                            driver.equals("-") ? "none" : driver,
                            group.equals("-") ? "in no IOMMU group" : "IOMMU group " + group,
                            with.isEmpty() ? "" : " with " + String.join(", ", with),
                            reset.equals("-") ? "no way to reset it alone" : "reset by " + reset.replace('+', ' '));
        }
    }

    @Override
    public String id() {
        return "pci";
    }

    @Override
    public String title() {
        return "PCI passthrough: devices are looked at, none is taken";
    }

    @Override
    public String about() {
        return "the host's devices are looked at for what a guest could be given; none is taken";
    }

    @Override
    public List<String> features() {
        return List.of("pci-passthrough");
    }

    @Override
    public Set<GuestPlatform> platforms() {
        return Set.of(GuestPlatform.QEMU, GuestPlatform.KVM, GuestPlatform.LIBVIRT_QEMU, GuestPlatform.LIBVIRT_KVM);
    }

    @Override
    public Outcome look(Shell host, List<String> log) {
        Answer answer = host.run(Command.of("sh", "-c", LIST));
        if (!answer.succeeded())
            throw new RingsideException(
                    "The PCI devices of " + host.name() + " cannot be listed: " + answer.complaint(),
                    "look at /sys/bus/pci/devices there");
        return judged(answer.out(), log);
    }

    static Outcome judged(String listed, List<String> log) {
        var all = new ArrayList<Device>();
        listed.lines().forEach(line -> all.addAll(Device.of(line)));
        all.forEach(device -> log.add(device.line(all)));
        if (all.isEmpty()) return notHere("the host shows no PCI device");
        if (all.stream().allMatch(device -> device.group().equals("-")))
            return notHere("none of its " + all.size() + " PCI devices is in an IOMMU group: the machine has no IOMMU,"
                    + " or it is off in the firmware or the kernel");
        List<String> fit = all.stream()
                .filter(Device::isFit)
                .map(device -> device.address() + " (" + device.kind() + ")")
                .toList();
        log.add("here it ends: from now on a device would be taken from its driver");
        return fit.isEmpty()
                ? notHere("of its " + all.size() + " PCI devices none is in an IOMMU group and can be reset alone")
                : new Outcome(
                        Probed.Verdict.OFFERED,
                        fit.size() + " of " + all.size() + " PCI devices are in an IOMMU group and can be reset: "
                                + String.join(", ", fit) + "; none was taken");
    }

    private static Outcome notHere(String why) {
        return new Outcome(Probed.Verdict.NOT_HERE, why);
    }
}
