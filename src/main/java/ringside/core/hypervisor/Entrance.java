package ringside.core.hypervisor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.core.host.Target;

/**
 * The way into a guest by SSH, as OpenSSH's configuration has it: {@code ssh -F FILE guest} goes it, too.
 *
 * @param host that runs the guest: another one is gone through
 * @param knownHosts a file for the guest's key alone, because its address belongs to another guest tomorrow
 */
public record Entrance(Address address, Login login, Target host, Path knownHosts) {
    /** The guest's name in the configuration. */
    public static final String NAME = "guest";

    public static final Target TARGET = Target.parse("ssh://" + NAME);

    /** @param users the user's own configuration, by which other hosts are reached */
    public List<String> configuration(Optional<Path> users) {
        var lines = new ArrayList<>(List.of(
                "Host " + NAME,
                "  HostName " + address.host(),
                "  Port " + address.port(),
                "  User " + login.user(),
                "  HostKeyAlias " + NAME,
                "  UserKnownHostsFile " + quoted(knownHosts),
                "  GlobalKnownHostsFile none",
                "  StrictHostKeyChecking " + (login.hostKey().isPresent() ? "yes" : "accept-new")));
        login.key().ifPresent(key -> lines.addAll(List.of("  IdentityFile " + quoted(key), "  IdentitiesOnly yes")));
        if (host instanceof Target.Ssh far) lines.add("  ProxyJump " + far.text());
        users.ifPresent(file -> lines.addAll(List.of("Host *", "  Include " + quoted(file))));
        return lines;
    }

    /** What the file of known hosts holds. */
    public String known() {
        return login.hostKey().map(key -> NAME + " " + key + "\n").orElse("");
    }

    private static String quoted(Path file) {
        return "\"" + file + "\"";
    }
}
