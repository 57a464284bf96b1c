package ringside.adapter.qemu;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.probe.Finding;
import ringside.core.probe.Findings;
import ringside.core.probe.Probe;
import ringside.core.probe.Question;
import ringside.core.probe.Tool;
import ringside.core.probe.Unanswered;

/** The disk formats QEMU was built with, as its image tool lists them. They are the same with KVM and without. */
final class ImageFormats implements Probe {
    private static final Tool TOOL =
            new Tool("qemu-img", "install it there: qemu-utils on Debian, qemu-img on Fedora and RHEL");
    private static final Command HELP = Command.of("qemu-img", "--help");
    private static final String LIST = "Supported formats:";

    @Override
    public String id() {
        return "qemu-img";
    }

    @Override
    public List<Question> questions() {
        return Stream.of("qemu", "kvm")
                .flatMap(platform ->
                        Question.of(platform, "img-raw", "img-qcow2", "img-foreign", "lvm-block", "snap-offline")
                                .stream())
                .toList();
    }

    @Override
    public List<Command> first() {
        return List.of(HELP);
    }

    @Override
    public Findings ask(Shell host) {
        Answer answer = TOOL.run(host, HELP);
        String help = answer.out();
        Set<String> formats = formats(help);
        var findings = new ArrayList<Finding>();
        for (Question question : questions()) {
            findings.add(
                    switch (question.feature()) {
                        case "img-raw" -> listed(question, formats, "raw");
                        case "img-qcow2" -> listed(question, formats, "qcow2");
                        case "img-foreign" -> listed(question, formats, "vdi", "vmdk", "vpc", "vhdx");
                        case "lvm-block" -> listed(question, formats, "host_device");
                        default -> snapshots(question, help);
                    });
        }
        return new Findings(findings.stream()
                .map(finding ->
                        finding.restingOn(Question.there(finding.question().platform())))
                .toList());
    }

    private static Set<String> formats(String help) {
        return help.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(LIST))
                .map(line -> (Set<String>) new HashSet<>(
                        List.of(line.substring(LIST.length()).strip().split("\\s+"))))
                .findFirst()
                .orElseThrow(() -> new Unanswered(
                        HELP.line(), "its help does not say which formats it supports", "run it by hand there"));
    }

    private static Finding listed(Question question, Set<String> formats, String... wanted) {
        List<String> missing =
                Stream.of(wanted).filter(format -> !formats.contains(format)).toList();
        return Finding.offeredIf(
                missing.isEmpty(),
                question,
                HELP.line(),
                missing.isEmpty()
                        ? LIST + " " + String.join(" ", wanted) + " among " + formats.size()
                        : "not among its formats: " + String.join(" ", missing));
    }

    private static Finding snapshots(Question question, String help) {
        boolean holds = help.lines().anyMatch(line -> line.strip().startsWith("snapshot "));
        return Finding.offeredIf(
                holds,
                question,
                HELP.line(),
                holds ? "it has the command snapshot, for images no guest uses" : "it has no command snapshot");
    }
}
