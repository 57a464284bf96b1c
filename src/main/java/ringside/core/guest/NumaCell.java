package ringside.core.guest;

import java.util.Optional;

/** A NUMA node as the guest sees it. */
public record NumaCell(
        @Key(says = "its vCPUs: 0-3") CpuSet vcpus,
        @Key(says = "its memory") Size memory,

        @Key(says = "the host's NUMA node its memory is taken from; any if not said")
        Optional<Integer> hostNode) {
    public NumaCell {
        hostNode.ifPresent(node -> Refusal.within("host-node", node, 0, 1023, ""));
    }
}
