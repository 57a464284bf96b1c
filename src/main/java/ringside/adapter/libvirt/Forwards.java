package ringside.adapter.libvirt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.libvirt.Domain;
import ringside.core.guest.Guest;
import ringside.core.guest.Network;
import ringside.core.guest.Words;
import ringside.core.hypervisor.Register.Found;

/**
 * Ports of the host that lead into a guest on a user network. libvirt's XML has them only with passt, so QEMU's own monitor
 * is asked for them, after every start.
 */
final class Forwards {
    private static final int HUMAN_MONITOR = 1; // VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP

    private Forwards() {}

    /** The monitor's commands, by the names libvirt gives the cards. */
    static List<String> of(Guest guest) {
        var commands = new ArrayList<String>();
        for (int i = 0; i < guest.nics().size(); i++)
            if (guest.nics().get(i).network() instanceof Network.User(var forwards))
                for (Network.Forward one : forwards)
                    commands.add("hostfwd_add hostnet%s %s:%s:%s-:%s"
                            .formatted(i, Words.of(one.protocol()), one.host(), one.hostPort(), one.guestPort()));
        return commands;
    }

    static void open(Link link, Found found) {
        open(
                link,
                found.name(),
                found.entry().map(entry -> entry.list(LibvirtStart.FORWARDS)).orElse(List.of()));
    }

    static void open(Link link, String guest, List<String> commands) {
        if (commands.isEmpty() || !link.uri().startsWith("qemu")) return;
        link.order(Duration.ofSeconds(20), "forward ports to guest \"" + guest + "\"", connection -> {
            Domain domain = connection.domainLookupByName(guest);
            try {
                // One that is forwarded already is refused, and forwarded still
                for (String command : commands) domain.qemuMonitorCommand(command, HUMAN_MONITOR);
                return 0;
            } finally {
                domain.free();
            }
        });
    }
}
