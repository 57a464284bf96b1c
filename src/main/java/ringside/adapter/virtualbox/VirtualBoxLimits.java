package ringside.adapter.virtualbox;

import java.util.List;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.probe.Finding;
import ringside.core.probe.Findings;
import ringside.core.probe.Probe;
import ringside.core.probe.Question;

/** How many processors this build of VirtualBox gives one guest. */
final class VirtualBoxLimits implements Probe {
    private static final int CLAIMED = 255;
    private static final Command PROPERTIES = VBoxManage.command("list", "systemproperties");
    private static final Question QUESTION = new Question("max-vcpus", "virtualbox");
    private static final String LINE = "Maximum guest CPU count";

    @Override
    public String id() {
        return "virtualbox-limits";
    }

    @Override
    public List<Question> questions() {
        return List.of(QUESTION);
    }

    @Override
    public List<Command> first() {
        return List.of(VBoxManage.THERE);
    }

    @Override
    public Findings ask(Shell host) {
        return read(VBoxManage.ask(host, PROPERTIES));
    }

    static Findings read(String out) {
        return new Findings(List.of(VBoxManage.value(out, LINE)
                .filter(count -> count.matches("\\d{1,6}"))
                .map(count -> Finding.offeredIf(
                        Integer.parseInt(count) > CLAIMED, QUESTION, PROPERTIES.line(), LINE + ": " + count))
                .orElseGet(() -> Finding.notAsked(QUESTION, PROPERTIES.line(), "it names no " + LINE))));
    }
}
