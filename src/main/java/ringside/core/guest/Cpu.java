package ringside.core.guest;

import java.util.List;
import java.util.Optional;

/** The guest's processors. */
public record Cpu(
        @Key(says = "vCPUs it starts with, 1 to 255", or = "2")
        int vcpus,

        @Key(says = "vCPUs it can be given while it runs, if more than it starts with")
        Optional<Integer> maximum,

        @Key(says = "sockets × cores × threads, together all its vCPUs; one socket if not said")
        Optional<Topology> topology,

        @Key(
                says = "host (all the host has), maximum (all that emulation has), baseline (qemu64), or a QEMU model",
                or = "host")
        CpuModel model,

        @Key(says = "features to add to the model or to take from it: +aes, -avx512f")
        List<CpuFeature> features,

        @Key(says = "whether it may run guests itself; if not said, as each platform does")
        Optional<Boolean> nested,

        @Key(says = "hints that Windows knows from Hyper-V: true or false", or = "false")
        boolean hyperv,

        @Key(says = "percent of a host CPU that each vCPU may use, 1 to 100; unlimited if not said")
        Optional<Integer> cap) {
    /** With more a PC needs an IOMMU that remaps interrupts, which guests here do not have. */
    static final int MOST = 255;

    /** Without a topology it is one socket of cores: afterwards there always is one. */
    public Cpu {
        Refusal.within("vcpus", vcpus, 1, MOST, "vCPUs");
        int first = vcpus;
        maximum.ifPresent(most -> Refusal.within("maximum", most, first, MOST, "vCPUs"));
        maximum = maximum.filter(most -> most > first);
        int all = maximum.orElse(vcpus);
        Topology layout = topology.orElseGet(() -> Topology.oneSocket(all));
        topology = Optional.of(layout);
        Refusal.unless(
                layout.product() == all,
                "topology",
                () -> "%s sockets × %s cores × %s threads are %s vCPUs; allowed are layouts of all %s vCPUs"
                        .formatted(layout.sockets(), layout.cores(), layout.threads(), layout.product(), all));
        features = List.copyOf(features);
        Refusal.distinct("features", features.stream().map(CpuFeature::name).toList());
        cap.ifPresent(percent -> Refusal.within("cap", percent, 1, 100, "percent of a host CPU"));
        cap = cap.filter(percent -> percent < 100);
    }

    public static Cpu of(int vcpus) {
        return Fields.defaults(Cpu.class).withVcpus(vcpus);
    }

    /** All vCPUs it can have: those at the start and those that can be plugged in. */
    public int most() {
        return maximum.orElse(vcpus);
    }

    public Topology layout() {
        return topology.orElseThrow();
    }

    /** On one socket. */
    public Cpu withVcpus(int count) {
        return new Cpu(count, Optional.empty(), Optional.empty(), model, features, nested, hyperv, cap);
    }

    public Cpu withTopology(Topology layout) {
        return new Cpu(
                (int) layout.product(), Optional.empty(), Optional.of(layout), model, features, nested, hyperv, cap);
    }

    /** On one socket, which has room for so many. */
    public Cpu withMaximum(int most) {
        return new Cpu(vcpus, Optional.of(most), Optional.empty(), model, features, nested, hyperv, cap);
    }

    public Cpu withModel(CpuModel other) {
        return Fields.with(this, "model", other);
    }
}
