package ringside.adapter.qemu;

import java.util.List;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.probe.Tool;

/**
 * QEMU's system emulator for a host's own architecture.
 *
 * @param program its file on the host
 * @param architecture as {@code uname -m} says it
 */
record Emulator(String program, String architecture) {
    static final Tool TOOL =
            new Tool("QEMU", "install it there: qemu-system-x86 on Debian, qemu-kvm on Fedora and RHEL");

    /** Distributions differ in where it is and what it is called. */
    static final Command FIND = Command.of(
            "sh",
            "-c",
            "m=$(uname -m); for p in qemu-system-$m /usr/libexec/qemu-kvm qemu-kvm qemu-system-x86_64; do"
                    + " command -v $p && { echo $m; exit; }; done; exit 127");

    /** @throws ringside.core.probe.Unanswered if there is none */
    static Emulator of(Shell host) {
        List<String> lines = TOOL.ask(host, FIND).lines().toList();
        return new Emulator(lines.getFirst(), lines.size() > 1 ? lines.get(1) : "");
    }

    /** What it said before it ended; it warns of much that is no reason. */
    static String lastWords(Answer answer) {
        return answer.err()
                .lines()
                .filter(line -> !line.isBlank() && !line.contains("warning:"))
                .findFirst()
                .orElse("and said nothing");
    }

    boolean isX86() {
        return architecture.matches("x86_64|i[3-6]86|amd64");
    }
}
