package ringside.core.guest;

import java.util.Optional;

/** What runs in the guest before its operating system. */
public sealed interface Firmware {
    /** SeaBIOS. */
    record Bios() implements Firmware {}

    /** OVMF. */
    record Uefi(
            @Key(says = "start only what is signed by enrolled keys: true or false", or = "false")
            boolean secureBoot,

            @Key(says = "file with OVMF's code, if not where Debian keeps it")
            Optional<String> code,

            @Key(says = "file with OVMF's empty variables, if not where Debian keeps it")
            Optional<String> variables)
            implements Firmware {
        public static final Uefi PLAIN = new Uefi(false, Optional.empty(), Optional.empty());
        public static final Uefi SECURE = new Uefi(true, Optional.empty(), Optional.empty());

        public Uefi {
            code.ifPresent(path -> plain("code", path));
            variables.ifPresent(path -> plain("variables", path));
            Refusal.unless(
                    code.isPresent() == variables.isPresent(),
                    "variables",
                    "code and variables of OVMF belong together: name both or neither");
        }

        /** libvirt takes no others for firmware. */
        private static void plain(String field, String path) {
            Refusal.unless(
                    path.matches("/[A-Za-z0-9_.+/%,:-]{1,1000}"),
                    field,
                    () -> "\"" + Refusal.shown(path)
                            + "\"; allowed is an absolute path of letters, digits and _.+/%,:-");
        }
    }
}
