package ringside.adapter.virtualbox;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.probe.Finding;
import ringside.core.probe.Findings;
import ringside.core.probe.Probe;
import ringside.core.probe.Question;

/** Whether the part of VirtualBox that is not free software is installed. */
final class ExtensionPacks implements Probe {
    private static final Command PACKS = VBoxManage.command("list", "extpacks");
    private static final Question LICENCE = new Question("licence", "virtualbox");
    private static final Pattern PACK = Pattern.compile("(?m)^Pack no\\. *\\d+:\\s+(\\S.*)$");

    @Override
    public String id() {
        return "virtualbox-packs";
    }

    @Override
    public List<Question> questions() {
        return List.of(LICENCE);
    }

    @Override
    public List<Command> first() {
        return List.of(VBoxManage.THERE);
    }

    @Override
    public Findings ask(Shell host) {
        return read(VBoxManage.ask(host, PACKS));
    }

    static Findings read(String out) {
        String packs =
                PACK.matcher(out).results().map(found -> found.group(1).strip()).collect(Collectors.joining(", "));
        return new Findings(List.of(Finding.offeredIf(
                !packs.contains("Oracle"),
                LICENCE,
                PACKS.line(),
                packs.isEmpty() ? "no extension pack is installed" : "installed: " + packs)));
    }
}
