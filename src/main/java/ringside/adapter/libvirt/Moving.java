package ringside.adapter.libvirt;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.libvirt.Domain;
import org.libvirt.LibvirtException;
import org.libvirt.TypedParameter;
import ringside.core.RingsideException;
import ringside.core.hypervisor.Entry;
import ringside.core.hypervisor.Migration;
import ringside.core.hypervisor.Register;
import ringside.core.hypervisor.Register.Found;

/**
 * A guest that another daemon of the same host takes over while it runs, the way both hand on by themselves: where its
 * disks are is the same for both, so they stay.
 */
final class Moving {
    /** In an entry: the connection that a guest is on its way to, in case nobody lives to see it arrive. */
    static final String DESTINATION = "destination";

    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** What libvirt calls unsafe is another host, which would not see the same disk at once. */
    private static final long FLAGS = Domain.MigrateFlags.LIVE
            | Domain.MigrateFlags.PERSIST_DEST
            | Domain.MigrateFlags.UNDEFINE_SOURCE
            | Domain.MigrateFlags.UNSAFE;

    /** Between the two QEMUs; libvirt would take the host's name, by which it refuses a way to itself. */
    private static final String WAY = "tcp://127.0.0.1";

    private final Link link;
    private final Register register;
    private final Found guest;

    Moving(Link link, Register register, Found guest) {
        this.link = link;
        this.register = register;
        this.guest = guest;
    }

    Migration to(String uri) {
        if (!host(uri).equals(host(link.uri())))
            throw new RingsideException(
                    "Guest \"" + guest.name() + "\" cannot be moved to " + uri
                            + ": what Ringside keeps of a guest stays on the host where it was started",
                    "use virsh migrate, and Ringside no more for that guest");
        Entry entry = guest.entry().orElseThrow();
        register.keep(entry.with(DESTINATION, uri));
        Migration moved;
        try {
            moved = link.order(
                    LIMIT, "move guest \"" + guest.name() + "\" to " + uri, connection -> move(connection, uri));
        } catch (RingsideException refused) {
            register.keep(entry);
            throw refused;
        }
        register.keep(entry.with(Entry.CONNECTION, uri));
        try (var there = new Link(uri)) {
            Forwards.open(there, guest);
        }
        return moved;
    }

    /** Of a URI, what says on which host the daemon is. */
    static String host(String uri) {
        return uri.replaceFirst("^([^:]*://[^/?]*).*$", "$1");
    }

    private Migration move(Connection from, String uri) throws LibvirtException {
        var to = new Connection(uri, false);
        try {
            Domain domain = from.domainLookupByName(guest.name());
            try {
                Domain moved = domain.migrate(to, FLAGS, null, null, WAY, 0);
                try {
                    return told(moved);
                } finally {
                    moved.free();
                }
            } finally {
                domain.free();
            }
        } finally {
            to.close();
        }
    }

    /** virDomainJobInfo's completed statistics, in ms and bytes. */
    private static Migration told(Domain moved) throws LibvirtException {
        Map<String, String> said = new HashMap<>();
        for (TypedParameter one : moved.getJobStats(Domain.DomainGetJobStatsFlags.COMPLETED).stats)
            said.put(one.field, one.getValueAsString());
        return new Migration(
                Duration.ofMillis(number(said, "time_elapsed")),
                Duration.ofMillis(number(said, "downtime")),
                number(said, "memory_processed"));
    }

    private static long number(Map<String, String> said, String field) {
        String text = said.getOrDefault(field, "");
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    /** Takes it away where it may have arrived though nobody saw it. */
    static void clear(Found lost) {
        String uri = lost.entry().map(entry -> entry.text(DESTINATION)).orElse("");
        if (uri.isEmpty()) return;
        try (var there = new Link(uri)) {
            there.order(Duration.ofSeconds(30), "remove guest \"" + lost.name() + "\"", connection -> {
                if (!Seen.names(connection).contains(lost.name())) return 0;
                Domain domain = connection.domainLookupByName(lost.name());
                try {
                    return LibvirtHypervisor.erase(domain);
                } finally {
                    domain.free();
                }
            });
        }
    }
}
