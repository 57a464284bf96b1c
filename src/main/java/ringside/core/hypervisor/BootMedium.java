package ringside.core.hypervisor;

import java.util.List;
import java.util.Optional;
import ringside.core.guest.Boot;
import ringside.core.guest.render.Rendering.Step;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;

/**
 * An ISO image from which a guest starts a kernel where its hypervisor starts none directly: ISOLINUX, the kernel and its
 * initial RAM disk. It is made on the host, of what the host has for it.
 */
public final class BootMedium {
    /** Sets {@code loader}, {@code module} and {@code maker}, or ends with what is not installed. */
    private static final String FIND = """
            first() { for f; do [ ! -e "$f" ] || { printf %s "$f"; return 0; }; done; return 1; }
            no() { echo "$1, which makes the medium such a guest boots from, is not installed" >&2; exit 3; }
            loader=$(first /usr/lib/ISOLINUX/isolinux.bin /usr/share/syslinux/isolinux.bin /usr/lib/syslinux/bios/isolinux.bin) ||
              no 'ISOLINUX (isolinux on Debian, syslinux elsewhere)'
            module=$(first /usr/lib/syslinux/modules/bios/ldlinux.c32 /usr/share/syslinux/ldlinux.c32 /usr/lib/syslinux/bios/ldlinux.c32) ||
              no 'ldlinux.c32 (syslinux-common on Debian, syslinux elsewhere)'
            maker=$(command -v xorrisofs || command -v genisoimage || command -v mkisofs) || no xorriso
            """;

    /** Image, kernel, initial RAM disk, and the kernel's words. */
    private static final String MAKE = FIND + """
            d=$(mktemp -d) && trap 'rm -rf "$d"' EXIT || exit 1
            cp "$loader" "$module" "$d" && cp "$2" "$d/vmlinuz" && cp "$3" "$d/initrd.gz" && chmod u+w "$d"/* || exit 1
            printf 'DEFAULT guest\\nLABEL guest\\n  KERNEL vmlinuz\\n  INITRD initrd.gz\\n  APPEND %s\\n' "$4" > "$d/isolinux.cfg" || exit 1
            "$maker" -quiet -o "$1" -b isolinux.bin -c boot.cat -no-emul-boot -boot-load-size 4 -boot-info-table "$d\"""";

    private BootMedium() {}

    /** Why a host can make none, in a clause; empty if it can. */
    public static Optional<String> hindrance(Shell host) {
        Answer answer = host.run(Command.of("sh", "-c", FIND));
        return answer.succeeded() ? Optional.empty() : Optional.of(answer.complaint());
    }

    /** What makes it. */
    static Step step(String iso, Boot.Kernel kernel) {
        return new Step(
                "the medium it boots from",
                List.of(
                        "sh",
                        "-c",
                        MAKE,
                        "sh",
                        iso,
                        kernel.path(),
                        kernel.initrd().orElseThrow(),
                        kernel.arguments()));
    }
}
