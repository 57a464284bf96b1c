package ringside.core.guest.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import ringside.core.guest.Mac;
import ringside.core.guest.Network;
import ringside.core.guest.Nic;
import ringside.core.guest.Refusal;
import ringside.core.guest.read.QemuArguments.Argument;

/** The network cards of a QEMU command line, with what they are plugged into. */
final class QemuNetworks {
    private static final Pattern FORWARD = Pattern.compile("(tcp|udp)?:([^:]*):(\\d{1,5})-([^:]*):(\\d{1,5})");

    private final QemuArguments arguments;
    private final GuestDraft draft;
    private final Map<String, Argument> backends = new HashMap<>();

    QemuNetworks(QemuArguments arguments, GuestDraft draft) {
        this.arguments = arguments;
        this.draft = draft;
        arguments.all("-netdev").forEach(backend -> backends.put(backend.id(), backend));
    }

    static boolean isCard(String driver) {
        return driver.startsWith("virtio-net")
                || List.of("e1000", "e1000e", "rtl8139", "vmxnet3").contains(driver);
    }

    void read() {
        for (Argument device : arguments.all("-device")) if (isCard(device.kind())) card(device);
        for (Argument nic : arguments.all("-nic")) both(nic);
        old();
        boolean said = !arguments.all("-netdev", "-nic", "-net").isEmpty() || arguments.has("-nodefaults");
        if (!said) draft.nics.add(Nic.on(Network.User.PLAIN).withModel(usual()));
    }

    /** The card that QEMU itself takes. */
    private Nic.Model usual() {
        return draft.type.isQ35() ? Nic.Model.E1000E : Nic.Model.E1000;
    }

    private void card(Argument device) {
        Options options = device.options();
        List.of("id", "bus", "mq", "vectors", "bootindex").forEach(options::take);
        Optional<Argument> backend = options.take("netdev").map(backends::get);
        draft.attempt(
                device.line(),
                device.toString(),
                () -> draft.nics.add(nic(backend, model(device.kind()), options.take("mac"))));
    }

    private Nic nic(Optional<Argument> backend, Nic.Model model, Optional<String> mac) {
        if (backend.isEmpty()) throw new Refusal("netdev", "the card is plugged into nothing");
        Options options = backend.get().options();
        int queues = options.take("queues")
                .filter(count -> count.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .orElse(1);
        return new Nic(network(backend.get(), options), model, mac.map(Mac::new), queues);
    }

    private Network network(Argument backend, Options options) {
        options.take("id");
        switch (options.head()) {
            case "user" -> {
                return new Network.User(options.takeAll("hostfwd").stream()
                        .map(QemuNetworks::forward)
                        .toList());
            }
            case "tap", "bridge" -> {
                List.of("helper", "script", "downscript", "vhost", "ifname").forEach(options::take);
                Optional<String> bridge = options.take("br");
                if (bridge.isEmpty())
                    draft.miss(backend.line(), backend.toString(), "it names no bridge: taken as br0");
                return new Network.Bridge(bridge.orElse("br0"));
            }
            default -> throw new Refusal("network", options.head() + "; allowed are user, tap and bridge");
        }
    }

    private static Network.Forward forward(String rule) {
        var parts = FORWARD.matcher(rule);
        if (!parts.matches() || !parts.group(4).isEmpty())
            throw new Refusal("hostfwd", rule + "; allowed is PROTOCOL:HOST:PORT-:PORT");
        return new Network.Forward(
                "udp".equals(parts.group(1)) ? Network.Protocol.UDP : Network.Protocol.TCP,
                parts.group(2).isEmpty() ? "0.0.0.0" : parts.group(2),
                Integer.parseInt(parts.group(3)),
                Integer.parseInt(parts.group(5)));
    }

    private static Nic.Model model(String driver) {
        return driver.startsWith("virtio") ? Nic.Model.VIRTIO : Words.of(Nic.Model.class, "model", driver);
    }

    /** {@code -nic}: card and network in one. */
    private void both(Argument nic) {
        Options options = nic.options();
        if (options.head().equals("none")) return;
        draft.attempt(
                nic.line(),
                nic.toString(),
                () -> draft.nics.add(nic(
                        Optional.of(nic),
                        options.take("model").map(QemuNetworks::model).orElse(usual()),
                        options.take("mac"))));
    }

    /** {@code -net nic -net user}: all of them on one wire, read as a card each on the first network. */
    private void old() {
        Optional<Argument> backend = arguments.all("-net").stream()
                .filter(net -> !List.of("nic", "none").contains(net.kind()))
                .findFirst();
        for (Argument net : arguments.all("-net")) {
            if (net.kind().equals("none")) net.options();
            if (!net.kind().equals("nic")) continue;
            Options options = net.options();
            options.take("netdev");
            draft.attempt(
                    net.line(),
                    net.toString(),
                    () -> draft.nics.add(nic(
                            backend,
                            options.take("model").map(QemuNetworks::model).orElse(usual()),
                            options.take("macaddr"))));
        }
    }
}
