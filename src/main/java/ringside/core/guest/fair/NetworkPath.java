package ringside.core.guest.fair;

import java.util.List;
import java.util.stream.Collectors;
import ringside.core.guest.Network;

final class NetworkPath implements Check {
    @Override
    public String title() {
        return "Way to the network";
    }

    @Override
    public String value(Subject subject) {
        return subject.guest().nics().stream()
                .map(nic -> path(nic.network(), subject))
                .collect(Collectors.joining(", "));
    }

    private static String path(Network network, Subject subject) {
        return switch (network) {
            case Network.User user -> subject.isXen() ? "NAT of the host" : "inside the VMM";
            case Network.Nat nat -> "NAT of the host";
            case Network.Bridge bridge -> "bridge";
        };
    }

    @Override
    public List<String> bends() {
        return Benchmarks.NETWORK;
    }

    @Override
    public String why() {
        return "A TCP stack inside the VMM, a NAT and a bridge are different paths: bridge against bridge.";
    }
}
