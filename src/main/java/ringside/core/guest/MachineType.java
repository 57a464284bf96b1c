package ringside.core.guest;

import java.util.regex.Pattern;

/**
 * The board the guest sees, by QEMU's name: {@code q35} or {@code pc}, or a version of one of them, such as
 * {@code pc-q35-7.2}.
 */
public record MachineType(String name) {
    private static final Pattern NAME =
            Pattern.compile("q35|pc|pc-(q35|i440fx)-\\d{1,2}\\.\\d{1,2}(\\.\\d{1,2})?([.-]\\w{1,30})*");
    public static final MachineType Q35 = new MachineType("q35");
    public static final MachineType PC = new MachineType("pc");

    public MachineType {
        Refusal.unless(
                NAME.matcher(name).matches(),
                "",
                "\"" + Refusal.shown(name)
                        + "\"; allowed are q35, pc and QEMU's versions of them: pc-q35-7.2, pc-i440fx-7.2");
    }

    public static MachineType of(String text) {
        return new MachineType(text);
    }

    /** PCI Express and SATA, of 2007; the other board, pc, has PCI and IDE, of 1996. */
    public boolean isQ35() {
        return name.contains("q35");
    }

    /** The same board without a version: {@code q35} or {@code pc}. */
    public String board() {
        return isQ35() ? "q35" : "pc";
    }

    @Override
    public String toString() {
        return name;
    }
}
