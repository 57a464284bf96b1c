package ringside.core.hypervisor;

import java.time.Duration;
import java.util.Optional;
import ringside.core.Progress;
import ringside.core.guest.GuestPlatform;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Shell;
import ringside.core.host.Target;
import ringside.core.hypervisor.Register.Found;

/** The way to hypervisors, wherever they are, and to the guests they run. */
public interface Hypervisors {
    /**
     * Where a hypervisor is.
     *
     * @param connection libvirt's URI; its usual one if not said
     */
    record Place(Driver driver, Target host, Optional<String> connection) {
        /** Where a guest is that Ringside started on that host; one that was never made whole is QEMU's to remove. */
        public static Place of(Found found, Target host) {
            if (found.entry().isEmpty()) return new Place(Driver.QEMU, host, Optional.empty());
            Entry entry = found.entry().get();
            Optional<String> connection = entry.connection();
            Driver driver = connection.isPresent() ? Driver.LIBVIRT : Driver.of(entry.platform());
            return new Place(driver, host, connection);
        }

        /** Where guests of a platform are started: libvirt's usual connection is to QEMU. */
        public static Place of(GuestPlatform platform, Target host) {
            Optional<String> connection = platform != GuestPlatform.LIBVIRT_XEN
                    ? Optional.empty()
                    : Optional.of(host instanceof Target.Ssh there ? "xen+" + there.text() + "/" : "xen:///");
            return new Place(Driver.of(platform), host, connection);
        }

        public static Place here(Driver driver) {
            return new Place(driver, Target.LOCAL, Optional.empty());
        }
    }

    /**
     * Slow; cancelled by interrupting its thread.
     *
     * @throws ringside.core.RingsideException if the host cannot be reached, or has no such hypervisor
     */
    Hypervisor open(Place place, AccessQuestions questions);

    /**
     * Why guests of a platform cannot be started from an image of ours on a host, in a clause; empty if they can. Where
     * asking is not enough it is tried, which takes seconds.
     */
    Optional<String> hindrance(GuestPlatform platform, Target host, AccessQuestions questions);

    /** The guests that Ringside started on a host. */
    Register register(Shell host);

    /** A shell on this machine or another. */
    Shell shell(Target host, AccessQuestions questions);

    /**
     * Waits until a guest lets us in by SSH.
     *
     * @param host that runs it
     * @param questions what to ask a person on the way to another host, through which the guest is reached
     * @throws ringside.core.RingsideException if it has no address, does not answer in time, or ends meanwhile; with the
     *     end of its console
     */
    Shell enter(
            Hypervisor hypervisor,
            String guest,
            Target host,
            AccessQuestions questions,
            Duration patience,
            Progress progress);

    /** The name this machine goes by. */
    String here();
}
