package ringside.adapter.qemu;

import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.probe.Finding;
import ringside.core.probe.Question;

/** Has QEMU make a KVM machine with room for more processors than 255: the kernel's limit counts, not the machine's. */
final class ManyProcessors {
    /** More than this is what the matrix asks for. */
    static final int CLAIMED = 255;

    static final Question QUESTION = new Question("max-vcpus", "kvm");

    private ManyProcessors() {}

    static Finding ask(Shell host, Emulator emulator) {
        Command command = Command.of(
                        emulator.program(),
                        "-machine",
                        "q35,accel=kvm,kernel-irqchip=split",
                        "-device",
                        "intel-iommu,intremap=on,eim=on",
                        "-smp",
                        "1,maxcpus=" + (CLAIMED + 1),
                        "-m",
                        "16",
                        "-nodefaults",
                        "-S",
                        "-display",
                        "none",
                        "-qmp",
                        "stdio")
                .reading("{\"execute\":\"qmp_capabilities\"}\n{\"execute\":\"quit\"}\n");
        Answer answer = Emulator.TOOL.run(host, command);
        return Finding.of(
                answer.succeeded(),
                QUESTION,
                command.line(),
                answer.succeeded()
                        ? "QEMU made a KVM machine with room for " + (CLAIMED + 1) + " processors"
                        : Emulator.lastWords(answer));
    }
}
