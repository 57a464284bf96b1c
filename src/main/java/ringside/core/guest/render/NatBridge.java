package ringside.core.guest.render;

import ringside.core.guest.Network;

/** The bridge behind which a NAT network is, for tools that know bridges only. */
final class NatBridge {
    private NatBridge() {}

    static String of(Network.Nat nat, String field, Gaps gaps) {
        boolean usual = nat.network().equals("default");
        gaps.approximated(
                field,
                "no NAT networks here: plugged into the bridge virbr0, "
                        + (usual ? "behind which libvirt has its network default" : "libvirt's usual one"));
        return "virbr0";
    }
}
