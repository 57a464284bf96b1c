package ringside.adapter.xen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

/** What the hypervisor can do on this machine, as {@code xl info} prints it in dom0. */
final class XenProbe implements Probe {
    private static final Command INFO = Command.of("xl", "info");
    private static final Command THERE = Tool.finding("xl");
    private static final Tool TOOL =
            new Tool("Xen's xl", "boot the host under Xen with its tools (xen-system on Debian), and ask as root");

    private static final String NO_XEN = "Can't find hypervisor information";

    /** All that is not there where there is no Xen; libvirt's driver has nothing to drive then. */
    private static final List<String> PLATFORMS = List.of("xen", "xen-pv", "xen-hvm", "xen-pvh", "libvirt-xen");

    /** A row: any one of the words in {@code virt_caps} decides. */
    private record Row(String feature, String platform, Set<String> words) {
        Question question() {
            return new Question(feature, platform);
        }
    }

    private static final List<Row> ROWS = List.of(
            row("pv-guests", "xen", "pv"),
            row("pv-guests", "xen-pv", "pv"),
            row("hvm-guests", "xen", "hvm"),
            row("hvm-guests", "xen-hvm", "hvm"),
            row("pvh-guests", "xen", "hvm"),
            row("pvh-guests", "xen-pvh", "hvm"),
            row("nested-paging", "xen", "hap"),
            row("nested-paging", "xen-hvm", "hap"),
            row("nested-paging", "xen-pvh", "hap"),
            row("pci-passthrough", "xen", "pv_directio", "hvm_directio"),
            row("pci-passthrough", "xen-pv", "pv_directio"),
            row("pci-passthrough", "xen-hvm", "hvm_directio"));

    private static final Question RELEASE = new Question("release", "xen");
    private static final Question TOOLSTACK = new Question("cli", "xen");

    private static Row row(String feature, String platform, String... words) {
        return new Row(feature, platform, Set.of(words));
    }

    @Override
    public String id() {
        return "xen";
    }

    @Override
    public List<Question> questions() {
        return Stream.concat(ROWS.stream().map(Row::question), Stream.of(RELEASE, TOOLSTACK))
                .toList();
    }

    @Override
    public List<Command> first() {
        return List.of(THERE);
    }

    @Override
    public Findings ask(Shell host) {
        TOOL.ask(host, THERE);
        Answer answer = TOOL.run(host, INFO);
        return answer.complaint().contains(NO_XEN) ? none(answer.complaint()) : read(TOOL.output(INFO, answer));
    }

    /** Its tools are there, and the machine was started without it. */
    private static Findings none(String complaint) {
        return Findings.none(
                new Findings.Absence(PLATFORMS, INFO.line(), "the host does not run under Xen: " + complaint));
    }

    static Findings read(String out) {
        Map<String, String> info = info(out);
        String version = Optional.ofNullable(info.get("xen_version"))
                .orElseThrow(() ->
                        new Unanswered(INFO.line(), "xl info does not name a version of Xen", "run it by hand there"));
        var findings = new ArrayList<>(List.of(
                Finding.verified(RELEASE, INFO.line(), "xen_version: " + version),
                Finding.verified(TOOLSTACK, INFO.line(), "xl answers")));
        String able = info.get("virt_caps");
        for (Row row : ROWS) {
            findings.add(
                    able == null
                            ? Finding.notAsked(row.question(), INFO.line(), "xl info has no virt_caps")
                            : Finding.offeredIf(
                                    Stream.of(able.split("\\s+")).anyMatch(row.words()::contains),
                                    row.question(),
                                    INFO.line(),
                                    "virt_caps: " + able));
        }
        return new Findings(findings, Map.of("xen", version));
    }

    /** Lines of a name, a colon and a value. */
    private static Map<String, String> info(String out) {
        return out.lines()
                .filter(line -> line.indexOf(':') > 0)
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(':')).strip(),
                        line -> line.substring(line.indexOf(':') + 1).strip(),
                        (first, again) -> first,
                        HashMap::new));
    }
}
