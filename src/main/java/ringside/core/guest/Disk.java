package ringside.core.guest;

import java.util.Optional;

/** A disk: an image file or a block device of the host, and how the guest and the host's cache meet it. */
public record Disk(
        @Key(says = "image file, or block device such as /dev/VOLUME-GROUP/VOLUME")
        String path,

        @Key(says = "raw, qcow2, vdi, vmdk or vhd; a block device is raw", or = "raw")
        Format format,

        @Key(says = "its size if it is still to be made: 10 GiB; it is there already if not said")
        Optional<Size> size,

        @Key(says = "all its room taken when it is made, not as it fills: true or false", or = "false")
        boolean preallocated,

        @Key(says = "virtio, scsi (virtio-scsi), sata, ide (machine pc only) or nvme", or = "virtio")
        Bus bus,

        @Key(
                says = "none (past the host's cache), writeback, writethrough, directsync or unsafe (drops flushes)",
                or = "none")
        Cache cache,

        @Key(says = "how QEMU reads and writes: threads, native (cache none or directsync) or io-uring", or = "threads")
        Io io,

        @Key(says = "blocks the guest frees are given back to the host: true or false", or = "false")
        boolean discard,

        @Key(says = "a host thread of its own (virtio and scsi): true or false", or = "false")
        boolean iothread,

        @Key(says = "the guest cannot write to it: true or false", or = "false")
        boolean readOnly,

        @Key(says = "the most it may transfer") Optional<Limit> limit) {
    /** How the image keeps the guest's blocks. */
    public enum Format {
        RAW,
        QCOW2,
        VDI,
        VMDK,
        VHD;

        /** What VirtualBox uses in its place: it reads images of formats of its own, and copies others into a VDI. */
        public Format onVirtualBox() {
            return this == RAW || this == QCOW2 ? VDI : this;
        }
    }

    /** How the guest reaches it. */
    public enum Bus {
        VIRTIO,
        SCSI,
        SATA,
        IDE,
        NVME;

        /** Made for guests, instead of imitating hardware. */
        public boolean isParavirtual() {
            return this == VIRTIO || this == SCSI;
        }
    }

    /** The part the host's page cache and the guest's flushes play; QEMU's words. */
    public enum Cache {
        NONE,
        WRITEBACK,
        WRITETHROUGH,
        DIRECTSYNC,
        UNSAFE;

        /** Past the host's page cache (O_DIRECT). */
        public boolean isDirect() {
            return this == NONE || this == DIRECTSYNC;
        }
    }

    public enum Io {
        THREADS,
        NATIVE,
        IO_URING
    }

    /** The most a disk may transfer. */
    public record Limit(
            @Key(says = "MiB per second, 1 to 100000") Optional<Integer> mibPerSecond,

            @Key(says = "operations per second, 1 to 10000000")
            Optional<Integer> iops) {
        public Limit {
            mibPerSecond.ifPresent(most -> Refusal.within("mib-per-second", most, 1, 100_000, "MiB per second"));
            iops.ifPresent(most -> Refusal.within("iops", most, 1, 10_000_000, "operations per second"));
            Refusal.unless(
                    mibPerSecond.isPresent() || iops.isPresent(), "", "a limit names mib-per-second, iops or both");
        }
    }

    public Disk {
        Refusal.path("path", path);
        Refusal.unless(
                format == Format.RAW || !path.startsWith("/dev/"),
                "format",
                () -> Words.of(format) + "; a block device is raw");
        Refusal.unless(
                io != Io.NATIVE || cache.isDirect(),
                "io",
                () -> "native needs cache none or directsync, not " + Words.of(cache));
        Refusal.unless(
                !iothread || bus.isParavirtual(),
                "iothread",
                () -> "true; allowed on the buses virtio and scsi, not " + Words.of(bus));
        Refusal.unless(!preallocated || size.isPresent(), "preallocated", "true; allowed with the size of a new disk");
        Refusal.unless(
                !readOnly || bus != Bus.IDE && bus != Bus.SATA,
                "read-only",
                () -> "true; allowed on the buses virtio, scsi and nvme, not " + Words.of(bus));
    }

    /** An image or device that is there, on virtio, past the host's cache. */
    public static Disk of(String path, Format format) {
        return Fields.with(Fields.with(Fields.defaults(Disk.class, path), "format", format), "path", path);
    }

    /** Whether the path is a device of the host, not a file. */
    public boolean isBlockDevice() {
        return path.startsWith("/dev/");
    }

    public Disk withSize(Size other) {
        return Fields.with(this, "size", Optional.of(other));
    }

    public Disk withBus(Bus other) {
        return Fields.with(this, "bus", other);
    }

    public Disk withCache(Cache other) {
        return Fields.with(this, "cache", other);
    }

    public Disk withIo(Io other) {
        return Fields.with(this, "io", other);
    }

    public Disk withPath(String other, Format otherFormat) {
        return new Disk(other, otherFormat, size, preallocated, bus, cache, io, discard, iothread, readOnly, limit);
    }
}
