package ringside.core.comparison;

import static ringside.core.comparison.Area.CPU;
import static ringside.core.comparison.Area.DISK;
import static ringside.core.comparison.Area.MEMORY;
import static ringside.core.comparison.Area.NETWORK;
import static ringside.core.comparison.Area.START;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody wants a platform for, as a place to begin: weights of the classes of benchmarks, and features that are
 * usually needed or welcome then. All of it can be changed in the {@link Need}. The weights are a judgement, not a
 * measurement, and the answer says what changing them would change.
 */
public enum Purpose {
    CONSOLIDATION(
            "server-consolidation",
            "Server consolidation",
            "Many servers on few machines: they share everything, are moved while they run, and must not fall together.",
            Weights.of(CPU, 25, MEMORY, 20, DISK, 30, NETWORK, 25),
            List.of("live-migration"),
            List.of("snapshots", "storage-migration", "ballooning", "page-sharing", "remote-api", "dirty-bitmaps")),
    HPC(
            "hpc",
            "Computing (HPC)",
            "A few large guests that compute for hours: what counts is how near they come to the bare machine.",
            Weights.of(CPU, 60, MEMORY, 30, NETWORK, 10),
            List.of(),
            List.of("numa-pinning", "huge-pages", "sriov", "pci-passthrough", "max-vcpus")),
    DISKS(
            "disk-heavy",
            "Disk-heavy work",
            "Databases, file servers, builds: most of the time goes into reading and writing.",
            Weights.of(DISK, 70, MEMORY, 15, CPU, 15),
            List.of("lvm-block"),
            List.of("trim", "storage-migration", "dirty-bitmaps", "virtio", "snap-live")),
    DESKTOP(
            "desktop",
            "Desktop",
            "One's own machine with another system in a window beside one's other programs.",
            Weights.of(CPU, 40, MEMORY, 25, DISK, 25, START, 10),
            List.of("hosted-os", "gui"),
            List.of("snapshots", "gpu-3d", "usb", "save-restore", "guest-os")),
    TEACHING(
            "teaching",
            "Teaching",
            "Courses and labs: guests are made, broken and set back all day, by people who are new to it.",
            Weights.of(CPU, 30, MEMORY, 20, DISK, 20, START, 30),
            List.of("snapshots"),
            List.of("gui", "snap-tree", "host-os", "unattended", "cli", "hosted-os")),
    ISOLATION(
            "isolation",
            "Isolation",
            "Guests that nobody trusts beside ones that matter: what counts first is what keeps them apart.",
            Weights.of(CPU, 40, MEMORY, 30, DISK, 30),
            List.of("security-process"),
            List.of("confidential", "vmm-type", "secure-boot", "tpm", "pvh-guests")),
    PROFILE_CPU(
            "cpu",
            "CPU alone",
            "Only what programs that compute, switch and call the kernel show.",
            Weights.of(CPU, 100),
            List.of(),
            List.of()),
    PROFILE_MEMORY(
            "memory",
            "Memory alone",
            "Only what programs that read and write memory show.",
            Weights.of(MEMORY, 100),
            List.of(),
            List.of()),
    PROFILE_IO(
            "io",
            "Disk alone",
            "Only what programs that read and write files and block devices show.",
            Weights.of(DISK, 100),
            List.of(),
            List.of()),
    BALANCED(
            "balanced",
            "Balanced",
            "Processor, memory and disk count alike, as in the study.",
            Weights.of(CPU, 1, MEMORY, 1, DISK, 1),
            List.of(),
            List.of());

    /** The ones that the command line has names for. */
    public static final List<Purpose> PROFILES = List.of(PROFILE_CPU, PROFILE_MEMORY, PROFILE_IO, BALANCED);

    private final String word;
    private final String title;
    private final String says;
    private final Weights weights;
    private final List<String> must;
    private final List<String> nice;

    Purpose(String word, String title, String says, Weights weights, List<String> must, List<String> nice) {
        this.word = word;
        this.title = title;
        this.says = says;
        this.weights = weights;
        this.must = must;
        this.nice = nice;
    }

    /** As files and command lines name it. */
    public String word() {
        return word;
    }

    /** As people read it. */
    public String title() {
        return title;
    }

    /** What kind of work is meant, in one sentence. */
    public String says() {
        return says;
    }

    public Weights weights() {
        return weights;
    }

    /** Ids of features without which it makes no sense. */
    public List<String> must() {
        return must;
    }

    /** Ids of features that would be welcome. */
    public List<String> nice() {
        return nice;
    }

    public static Optional<Purpose> of(String word) {
        return Stream.of(values()).filter(purpose -> purpose.word.equals(word)).findFirst();
    }
}
