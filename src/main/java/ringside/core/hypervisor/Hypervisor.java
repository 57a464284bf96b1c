package ringside.core.hypervisor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Size;

/**
 * What runs guests on one host. Every method is slow and is cancelled by interrupting its thread; each may be called by
 * any thread. What fails is told by a {@link RingsideException}; what a driver cannot do at all is in {@link #abilities}.
 */
public interface Hypervisor extends AutoCloseable {
    /** For people: {@code QEMU on lab1}. */
    String name();

    /** The platforms whose guests it runs. */
    List<GuestPlatform> platforms();

    /** Each operation, and why it cannot be had here. */
    Map<Operation, Ability> abilities();

    /** All it has, those of others too, in the order of their names. */
    List<Domain> domains();

    default Optional<Domain> find(String name) {
        return domains().stream().filter(domain -> domain.name().equals(name)).findFirst();
    }

    /** @throws RingsideException if there is none of that name */
    default Domain domain(String name) {
        return find(name)
                .orElseThrow(() -> new RingsideException(
                        name() + " has no guest \"" + name + "\"", "'ringside guest list' names those there are"));
    }

    /**
     * Makes a guest and starts it. If that fails or is cancelled nothing of it is left.
     *
     * @return the domain, which runs; its operating system may be long in coming
     */
    Domain start(Launch launch, Progress progress);

    /** Starts one that is off once more. */
    void start(String name);

    /** Asks its operating system to power off. @return whether it has done so when the time is over */
    boolean stop(String name, Duration patience);

    /** Ends it at once and takes away all that was made for it; disks that the user named stay. */
    void destroy(String name);

    void pause(String name);

    void resume(String name);

    /** The last part of what it printed on its first serial port, up to 256 KiB. */
    String console(String name);

    Optional<Address> address(String name);

    List<String> snapshots(String name);

    void snapshot(String name, String snapshot);

    void revert(String name, String snapshot);

    void save(String name);

    void restore(String name);

    /**
     * Moves a guest that runs, without stopping it. If that fails it goes on where it was.
     *
     * @param destination what takes it over, as the hypervisor names it; empty for another VMM on the same host
     */
    Migration migrate(String name, String destination);

    /** Gives a guest that runs a vCPU more, up to the most it was described with; its system may have to be told. */
    void plugCpu(String name);

    /** The same with memory. */
    void plugMemory(String name, Size more);

    /** What an operation throws that it cannot do for any guest. */
    default RingsideException unable(Operation operation, String remedy) {
        return new RingsideException(
                name() + " cannot " + operation.word() + " guests: "
                        + abilities().getOrDefault(operation, Ability.Able.YES).why(),
                remedy);
    }

    /** Ends the watching when it is closed. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Tells of changes as they come, on a thread of the hypervisor's.
     *
     * @param changed gets the name of the guest
     * @return empty where changes are not told, and the hypervisor has to be asked
     */
    default Optional<Watch> watch(Consumer<String> changed) {
        return Optional.empty();
    }

    @Override
    void close();
}
