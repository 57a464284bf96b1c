package ringside.workbench;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import ringside.Exclusive;
import ringside.Lab;
import ringside.adapter.qemu.QemuHypervisor;
import ringside.adapter.ssh.SshHosts;
import ringside.adapter.ssh.Sshd;
import ringside.core.guest.GuestPlatform;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Target;
import ringside.core.hypervisor.Hypervisor;
import ringside.core.hypervisor.HypervisorContract;
import ringside.core.hypervisor.Register;

/** QEMU on another host: this one, reached by a real SSH server. */
@Exclusive
class QemuOverSshTest extends HypervisorContract {
    @TempDir
    static Path server;

    private static Sshd sshd;

    @BeforeAll
    static void serve() throws Exception {
        Lab.needs("qemu-system-x86_64");
        Lab.needs("qemu-img");
        Lab.needs("perl");
        // With an empty home: what start-up files of a shell take would be counted ten times a test
        sshd = Sshd.start(server.resolve("sshd"), "SetEnv HOME=" + server);
        java.nio.file.Files.writeString(sshd.knownHosts(), "[127.0.0.1]:" + sshd.port() + " " + sshd.hostKey() + "\n");
    }

    @AfterAll
    static void end() throws InterruptedException {
        if (sshd != null) sshd.close();
    }

    @Override
    protected Hypervisor open() throws Exception {
        var shell = new SshHosts(java.util.Optional.of(sshd.client()))
                .open((Target.Ssh) Target.parse("ssh://lab"), AccessQuestions.NOBODY);
        return new QemuHypervisor(
                shell, platform(), Register.in(shell, folder.resolve("guests").toString()), hypervisorMachine());
    }

    @Override
    protected GuestPlatform platform() {
        return GuestPlatform.QEMU;
    }
}
