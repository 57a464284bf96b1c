package ringside.workbench;

import java.util.List;
import ringside.adapter.libvirt.LibvirtValidator;
import ringside.adapter.libvirt.VirtInstallValidator;
import ringside.adapter.qemu.QemuValidator;
import ringside.adapter.virtualbox.VBoxManageValidator;
import ringside.adapter.xen.XlValidator;
import ringside.core.guest.validate.Tools;
import ringside.core.guest.validate.Validators;
import ringside.core.host.Shell;

/** The software that configurations are held against. */
final class Proofs {
    private Proofs() {}

    static Validators on(Shell host) {
        var tools = new Tools(host);
        return new Validators(List.of(
                new QemuValidator(tools),
                new LibvirtValidator(tools),
                new VirtInstallValidator(tools),
                new XlValidator(tools),
                new VBoxManageValidator(tools)));
    }
}
