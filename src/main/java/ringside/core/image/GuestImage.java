package ringside.core.image;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * An image made by Ringside: a root file system, and the kernel that starts it directly.
 *
 * @param folder where its files are
 * @param release of the distribution, such as {@code bookworm}
 * @param packages the distribution's packages in it, named when it was made
 * @param recipe SHA-256 of what it was made by: the scripts and their arguments
 * @param hostKey the guest's public key: type and base64
 * @param checksum SHA-256 of its kernel, its initial RAM disk and its disk, in that order
 * @param bytes of room on the host's disk
 */
public record GuestImage(
        String name,
        Path folder,
        String release,
        List<String> packages,
        String recipe,
        String hostKey,
        String checksum,
        Instant made,
        long bytes) {
    public GuestImage {
        packages = List.copyOf(packages);
    }

    /** The same, where its files were copied to. Its key stays where it is. */
    public GuestImage in(Path copy) {
        return new GuestImage(name, copy, release, packages, recipe, hostKey, checksum, made, bytes);
    }

    public Path kernel() {
        return folder.resolve("vmlinuz");
    }

    public Path initrd() {
        return folder.resolve("initrd.gz");
    }

    /** Raw: an ext4 file system without a partition table. */
    public Path disk() {
        return folder.resolve("root.img");
    }

    /** The private key that root is let in by. */
    public Path key() {
        return folder.resolve("key");
    }
}
