package ringside.core.guest.render;

import java.util.List;
import ringside.core.guest.Guest;

/**
 * A guest as one target has it.
 *
 * @param fileName a name for the file that holds the text
 * @param text the whole file
 * @param commands the argument vectors in it, each beginning with its program; none for XML and xl.cfg
 * @param before what makes the disks and other files it needs; the text of a shell script has it as comments
 * @param gaps what the target cannot express
 */
public record Rendering(
        Target target, String fileName, String text, List<List<String>> commands, List<Step> before, List<Gap> gaps) {
    public Rendering {
        commands = List.copyOf(commands);
        before = List.copyOf(before);
        gaps = List.copyOf(gaps);
    }

    /** One command, and why it is needed. */
    public record Step(String why, List<String> command) {
        public Step {
            command = List.copyOf(command);
        }

        /** As a shell reads it. */
        public String line() {
            return ShellText.line(command);
        }
    }

    /** Pure: it touches no disk and no hypervisor, and the same guest gives the same text. */
    public static Rendering of(Guest guest, Target target) {
        return switch (target.language()) {
            case QEMU -> new Qemu(guest, target).rendering();
            case LIBVIRT -> new LibvirtXml(guest, target).rendering();
            case VIRT_INSTALL -> new VirtInstall(guest, target).rendering();
            case XL -> new Xl(guest, target).rendering();
            case VBOXMANAGE -> new VBoxManage(guest, target).rendering();
        };
    }
}
