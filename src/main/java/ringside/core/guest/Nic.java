package ringside.core.guest;

import java.util.Optional;

/** A network card. */
public record Nic(
        @Key(says = "user (NAT inside the VMM), nat (a NAT network of the host's) or bridge", or = "user")
        Network network,

        @Key(says = "virtio, e1000, e1000e, rtl8139 or vmxnet3", or = "virtio")
        Model model,

        @Key(says = "hardware address; made from the guest's name if not said")
        Optional<Mac> mac,

        @Key(says = "queues, 1 to 64; more than one with model virtio on a nat network or a bridge", or = "1")
        int queues) {
    public enum Model {
        VIRTIO,
        E1000,
        E1000E,
        RTL8139,
        VMXNET3
    }

    public Nic {
        Refusal.within("queues", queues, 1, 64, "queues");
        Refusal.unless(
                queues == 1 || model == Model.VIRTIO && !(network instanceof Network.User),
                "queues",
                queues + "; more than 1 are allowed with model virtio on a nat network or a bridge");
    }

    public static Nic on(Network network) {
        return new Nic(network, Model.VIRTIO, Optional.empty(), 1);
    }

    /** In a guest every card has its address. */
    public Mac address() {
        return mac.orElseThrow();
    }

    public Nic withModel(Model other) {
        return new Nic(network, other, mac, queues);
    }

    public Nic withMac(Mac other) {
        return new Nic(network, model, Optional.of(other), queues);
    }
}
