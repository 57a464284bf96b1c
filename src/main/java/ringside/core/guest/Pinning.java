package ringside.core.guest;

import java.util.List;
import java.util.Optional;

/** Which host CPUs the guest's threads may run on. Nothing said: wherever the host's scheduler puts them. */
public record Pinning(
        @Key(says = "host CPUs for each vCPU in turn: 2, 3 or 2-5")
        List<CpuSet> vcpus,

        @Key(says = "host CPUs for the VMM's own work") Optional<CpuSet> emulator,
        @Key(says = "host CPUs for the disks' threads") Optional<CpuSet> iothreads) {
    public static final Pinning NONE = new Pinning(List.of(), Optional.empty(), Optional.empty());

    public Pinning {
        vcpus = List.copyOf(vcpus);
    }
}
