package ringside.adapter.linux;

import java.util.List;
import java.util.Optional;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.probe.Finding;
import ringside.core.probe.Findings;
import ringside.core.probe.Probe;
import ringside.core.probe.Question;
import ringside.core.probe.Tool;

/** SR-IOV: devices that can show themselves as several. */
final class VirtualFunctions implements Probe {
    private static final Command FIND =
            Command.of("find", "-L", "/sys/bus/pci/devices", "-maxdepth", "2", "-name", "sriov_totalvfs");
    private static final Tool TOOL = new Tool("find", "install findutils there");

    @Override
    public String id() {
        return "sriov";
    }

    @Override
    public List<Question> questions() {
        return List.of(new Question("sriov", "kvm"));
    }

    @Override
    public List<Command> first() {
        return List.of(FIND);
    }

    @Override
    public Findings ask(Shell host) {
        Answer found = TOOL.run(host, FIND);
        List<String> devices = found.out()
                .lines()
                .filter(line -> line.startsWith("/"))
                .sorted()
                .toList();
        String answer = devices.isEmpty() ? "no PCI device has virtual functions" : shown(new Sys(host), devices);
        return new Findings(
                List.of(Finding.offeredIf(!devices.isEmpty(), questions().getFirst(), FIND.line(), answer)
                        .restingOn(Question.KVM_RUNS_GUESTS)));
    }

    private static String shown(Sys sys, List<String> devices) {
        String first = devices.getFirst();
        Optional<String> most = sys.text(first);
        String[] path = first.split("/");
        return devices.size() + " devices can have virtual functions; " + path[path.length - 2] + " up to "
                + most.orElse("?");
    }
}
