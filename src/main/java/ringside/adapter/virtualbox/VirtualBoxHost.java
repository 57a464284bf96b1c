package ringside.adapter.virtualbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.probe.Finding;
import ringside.core.probe.Findings;
import ringside.core.probe.Probe;
import ringside.core.probe.Question;
import ringside.core.probe.Unanswered;

/** Which VirtualBox there is, and what it finds in the processor. Without its kernel driver it starts no guest. */
final class VirtualBoxHost implements Probe {
    private static final Command VERSION = VBoxManage.command("--version");
    private static final Command HOST = VBoxManage.command("list", "hostinfo");
    private static final Pattern NUMBER = Pattern.compile("(?m)^(\\d+\\.\\d+\\.\\d+\\S*)\\s*$");
    private static final Pattern NO_DRIVER =
            Pattern.compile("(?m)^WARNING: The (character device /dev/vboxdrv|vboxdrv kernel module) .*$");

    private static final Question RELEASE = new Question("release", "virtualbox");
    private static final Question TOOL = new Question("cli", "virtualbox");
    private static final Question GUESTS = new Question("hvm-guests", "virtualbox");
    private static final Question PAGING = new Question("nested-paging", "virtualbox");
    private static final Question NESTED = new Question("nested-virt", "virtualbox");

    @Override
    public String id() {
        return "virtualbox";
    }

    @Override
    public List<Question> questions() {
        return List.of(RELEASE, TOOL, GUESTS, PAGING, NESTED);
    }

    @Override
    public List<Command> first() {
        return List.of(VBoxManage.THERE);
    }

    @Override
    public Findings ask(Shell host) {
        return read(VBoxManage.ask(host, VERSION), VBoxManage.ask(host, HOST));
    }

    static Findings read(String versionOut, String hostOut) {
        var number = NUMBER.matcher(versionOut);
        if (!number.find()) throw new Unanswered(VERSION.line(), "VBoxManage names no version", "run it by hand there");
        String version = number.group(1);
        var findings = new ArrayList<Finding>();
        findings.add(Finding.verified(RELEASE, VERSION.line(), "VirtualBox " + version));
        findings.add(Finding.verified(TOOL, VERSION.line(), "VBoxManage answers"));
        var warned = NO_DRIVER.matcher(hostOut);
        if (warned.find()) {
            String answer = "it starts no guest: " + warned.group();
            for (Question question : List.of(GUESTS, PAGING, NESTED))
                findings.add(Finding.notHere(question, HOST.line(), answer));
        } else {
            findings.add(said(GUESTS, hostOut, "Processor supports HW virtualization"));
            findings.add(said(PAGING, hostOut, "Processor supports nested paging"));
            findings.add(said(NESTED, hostOut, "Processor supports nested HW virtualization"));
        }
        return new Findings(findings, Map.of("virtualbox", version));
    }

    private static Finding said(Question question, String out, String name) {
        return VBoxManage.value(out, name)
                .map(value -> Finding.offeredIf(value.equals("yes"), question, HOST.line(), name + ": " + value))
                .orElseGet(() -> Finding.notAsked(question, HOST.line(), "hostinfo has no line \"" + name + "\""));
    }
}
