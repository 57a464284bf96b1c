package ringside.core.guest;

import java.util.List;
import java.util.Optional;

/** What the guest starts from. */
public record Boot(
        @Key(says = "a kernel that is started directly, without firmware and boot loader")
        Optional<Kernel> kernel,

        @Key(says = "where the firmware looks, in this order: disk, cdrom, network", or = "disk")
        List<Device> order) {
    /** Firmware tries all devices of a kind before those of the next. */
    public enum Device {
        DISK,
        CDROM,
        NETWORK
    }

    /** A Linux kernel on the host. */
    public record Kernel(
            @Key(says = "file on the host") String path,

            @Key(says = "initial RAM disk, a file on the host")
            Optional<String> initrd,

            @Key(says = "the kernel's command line", or = "\"\"")
            String arguments) {
        public Kernel {
            Refusal.path("path", path);
            initrd.ifPresent(file -> Refusal.path("initrd", file));
            Refusal.text("arguments", arguments);
        }
    }

    public Boot {
        order = List.copyOf(order);
        Refusal.distinct("order", order);
    }

    public static Boot from(Device... order) {
        return new Boot(Optional.empty(), List.of(order));
    }

    public Boot withKernel(Kernel other) {
        return new Boot(Optional.of(other), order);
    }
}
