package ringside.core.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What sizes a sweep. Subjects of one session are all measured with the sweep of {@link #leastOf} them, so that each has
 * the points of the others.
 *
 * @param cores that it may use
 * @param memory bytes
 * @param architecture as {@code uname -m} says it
 * @param facts more of it, as {@link ringside.core.host.HostFacts} and result sets name them; {@link #DISK} is used here
 */
public record Machine(int cores, long memory, String architecture, Map<String, String> facts) {
    /** What its disk is to the hypervisor: {@code native}, {@code raw}, {@code qcow2}, {@code lvm} … */
    public static final String DISK = "disk";

    public Machine {
        if (cores < 1) throw new IllegalArgumentException("a machine has cores, not " + cores);
        if (memory < 1) throw new IllegalArgumentException("a machine has memory, not " + memory + " bytes");
        facts = Map.copyOf(facts);
    }

    /** This one, used as if it had no more cores and memory than any of the others. */
    public Machine leastOf(List<Machine> others) {
        return new Machine(
                Math.min(cores, others.stream().mapToInt(Machine::cores).min().orElse(cores)),
                Math.min(
                        memory, others.stream().mapToLong(Machine::memory).min().orElse(memory)),
                architecture,
                facts);
    }

    /** This one, with a disk of which its measurements say what kind it is; unchanged if nothing is said. */
    public Machine withDisk(Optional<String> disk) {
        var more = new HashMap<>(facts);
        disk.ifPresent(kind -> more.put(DISK, kind));
        return new Machine(cores, memory, architecture, more);
    }

    /** Of these numbers of cores, those it has. */
    public List<Integer> cores(List<Long> wanted) {
        return wanted.stream()
                .filter(count -> count <= cores)
                .map(Long::intValue)
                .toList();
    }
}
