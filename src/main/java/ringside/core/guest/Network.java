package ringside.core.guest;

import java.util.List;
import java.util.regex.Pattern;

/** What a network card is plugged into. */
public sealed interface Network {
    /** A TCP/IP stack inside the VMM's own process: works for everybody, and costs CPU. */
    record User(
            @Key(says = "ports of the host that lead to ports of the guest")
            List<Forward> forwards) implements Network {
        public static final User PLAIN = new User(List.of());

        public User {
            forwards = List.copyOf(forwards);
            Refusal.distinct(
                    "forwards",
                    forwards.stream()
                            .map(one -> Words.of(one.protocol()) + " port " + one.hostPort())
                            .toList());
        }
    }

    /** A network of the host's with addresses translated: libvirt's {@code default}, VirtualBox's NAT network. */
    record Nat(@Key(says = "its name", or = "default") String network) implements Network {
        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

        public Nat {
            Refusal.unless(
                    NAME.matcher(network).matches(),
                    "network",
                    "\"" + Refusal.shown(network) + "\"; allowed are names of letters, digits, . _ and -");
        }
    }

    /** A bridge of the host's: the guest is on the same network as the host. */
    record Bridge(@Key(says = "its name", or = "br0") String bridge) implements Network {
        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,14}");

        public Bridge {
            Refusal.unless(
                    NAME.matcher(bridge).matches(),
                    "bridge",
                    "\"" + Refusal.shown(bridge) + "\"; allowed are interface names of up to 15 letters and digits");
        }
    }

    /** A port of the host that leads to one of the guest. */
    record Forward(
            @Key(says = "tcp or udp", or = "tcp") Protocol protocol,

            @Key(says = "IPv4 address of the host it listens on", or = "127.0.0.1")
            String host,

            @Key(says = "port of the host, 1 to 65535") int hostPort,
            @Key(says = "port of the guest, 1 to 65535") int guestPort) {
        static final Pattern ADDRESS =
                Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)");

        public Forward {
            Refusal.unless(
                    ADDRESS.matcher(host).matches(),
                    "host",
                    "\"" + Refusal.shown(host) + "\"; allowed is an IPv4 address: 127.0.0.1, or 0.0.0.0 for all");
            Refusal.within("host-port", hostPort, 1, 65535, "");
            Refusal.within("guest-port", guestPort, 1, 65535, "");
        }

        public static Forward tcp(int hostPort, int guestPort) {
            return new Forward(Protocol.TCP, "127.0.0.1", hostPort, guestPort);
        }
    }

    enum Protocol {
        TCP,
        UDP
    }
}
