package ringside.adapter.virtualbox;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.probe.Finding;
import ringside.core.probe.Findings;
import ringside.core.probe.Probe;
import ringside.core.probe.Question;
import ringside.core.probe.Unanswered;

/** The formats of hard disks this VirtualBox has back ends for; some back ends are for CDs and floppies alone. */
final class VirtualBoxFormats implements Probe {
    private static final Command BACKENDS = VBoxManage.command("list", "hddbackends");
    private static final Pattern BACKEND = Pattern.compile("(?m)^Backend \\d+: id='([^']+)'.* extensions='([^']*)'");

    @Override
    public String id() {
        return "virtualbox-formats";
    }

    @Override
    public List<Question> questions() {
        return Question.of("virtualbox", "img-raw", "img-qcow2", "img-foreign");
    }

    @Override
    public List<Command> first() {
        return List.of(VBoxManage.THERE);
    }

    @Override
    public Findings ask(Shell host) {
        return read(VBoxManage.ask(host, BACKENDS));
    }

    static Findings read(String out) {
        var ids = new TreeSet<String>();
        List<MatchResult> backends = BACKEND.matcher(out).results().toList();
        backends.stream()
                .filter(found -> found.group(2).contains("(HardDisk)"))
                .forEach(found -> ids.add(found.group(1)));
        if (backends.isEmpty())
            throw new Unanswered(BACKENDS.line(), "VBoxManage lists no back end", "run it by hand there");
        return new Findings(List.of(
                listed("img-raw", ids, Set.of("RAW")),
                listed("img-qcow2", ids, Set.of("QCOW")),
                listed("img-foreign", ids, Set.of("VMDK", "VHD"))));
    }

    private static Finding listed(String feature, Set<String> ids, Set<String> wanted) {
        return Finding.offeredIf(
                ids.containsAll(wanted),
                new Question(feature, "virtualbox"),
                BACKENDS.line(),
                "back ends for hard disks: " + String.join(", ", ids));
    }
}
