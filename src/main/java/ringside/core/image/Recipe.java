package ringside.core.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import ringside.core.RingsideException;
import ringside.core.Sha256;

/**
 * What an image is made of.
 *
 * @param name letters, digits, . _ and -
 * @param release of Debian; the machine's own if empty
 * @param packages besides those that every image has
 * @param mib of the file system
 */
public record Recipe(String name, String release, List<String> packages, int mib) {
    /** An SSH server, a network, and the benchmarks of the study. */
    private static final List<String> ALWAYS =
            List.of("openssh-server", "iproute2", "kmod", "busybox", "procps", "lmbench", "iozone3", "hpcc");

    private static final List<String> FILES =
            List.of("tree.sh", "settle.sh", "kernel.sh", "initrd.sh", "nested.sh", "disk.sh", "init", "initrd-init");

    public static final int USUAL_MIB = 1500;

    public Recipe {
        check(name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,31}"), name, "a name for an image");
        check(release.matches("[a-z]{0,32}"), release, "the code name of a Debian release, such as bookworm");
        packages = List.copyOf(packages);
        packages.forEach(each -> check(each.matches("[a-z0-9][a-z0-9+.-]{1,99}"), each, "the name of a package"));
        if (mib < 800 || mib > 100_000)
            throw new RingsideException("An image of " + mib + " MiB cannot be made", "choose from 800 to 100000 MiB");
    }

    private static void check(boolean holds, String text, String what) {
        if (!holds)
            throw new RingsideException(
                    "\"" + text.replaceAll("\\p{Cntrl}", "?") + "\" is not " + what,
                    "use letters, digits and the signs such names have");
    }

    public List<String> allPackages() {
        var all = new ArrayList<>(ALWAYS);
        packages.stream().filter(each -> !all.contains(each)).forEach(all::add);
        return all;
    }

    /** The same for images that would be made alike. */
    String checksum() {
        MessageDigest digest = Sha256.digest();
        for (String file : FILES) digest.update(text(file).getBytes(StandardCharsets.UTF_8));
        digest.update((release + " " + allPackages() + " " + mib).getBytes(StandardCharsets.UTF_8));
        return Sha256.text(digest.digest());
    }

    static String text(String file) {
        try (InputStream in = Recipe.class.getResourceAsStream("/ringside/image/" + file)) {
            if (in == null) throw new IllegalStateException("no resource " + file);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
