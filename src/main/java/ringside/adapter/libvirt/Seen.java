package ringside.adapter.libvirt;

import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libvirt.Domain;
import org.libvirt.DomainInterface;
import org.libvirt.LibvirtException;
import ringside.core.hypervisor.DomainState;

/** A domain as libvirt shows it. @param type such as {@code qemu}, {@code kvm}, {@code xen} */
record Seen(String name, String type, DomainState state) {
    static List<Seen> all(Connection connection) throws LibvirtException {
        var all = new ArrayList<Seen>();
        for (Domain domain : connection.listAllDomains(0)) {
            try {
                all.add(of(domain));
            } catch (LibvirtException goneMeanwhile) {
                // Then it is not there
            } finally {
                domain.free();
            }
        }
        return all;
    }

    private static Seen of(Domain domain) throws LibvirtException {
        String xml = domain.getXMLDesc(0);
        String type = xml.replaceFirst("(?s)^.*?<domain type='([a-z]+)'.*$", "$1");
        return new Seen(domain.getName(), type, LibvirtHypervisor.state(domain.getInfo().state, isSaved(domain)));
    }

    private static boolean isSaved(Domain domain) {
        try {
            return domain.hasManagedSaveImage() == 1;
        } catch (LibvirtException driverWithoutIt) {
            return false;
        }
    }

    static List<String> names(Connection connection) throws LibvirtException {
        var names = new ArrayList<String>();
        for (Domain domain : connection.listAllDomains(0)) {
            names.add(domain.getName());
            domain.free();
        }
        return names;
    }

    /** As in the list of platforms. */
    String platform() {
        return switch (type) {
            case "qemu", "test" -> "libvirt-qemu";
            case "kvm" -> "libvirt-kvm";
            case "xen" -> "libvirt-xen";
            case "vbox" -> "virtualbox";
            default -> "";
        };
    }

    /** The first IPv4 address that any of the sources knows: leases, the guest's agent, the host's neighbours. */
    static Optional<String> address(Domain domain, List<Integer> sources) {
        for (int source : sources) {
            try {
                for (DomainInterface card : domain.interfaceAddresses(source, 0))
                    for (DomainInterface.InterfaceAddress each : card.addrs)
                        if (each.address instanceof Inet4Address v4 && !v4.isLoopbackAddress())
                            return Optional.of(v4.getHostAddress());
            } catch (LibvirtException notByThisWay) {
                // The next may know
            }
        }
        return Optional.empty();
    }
}
