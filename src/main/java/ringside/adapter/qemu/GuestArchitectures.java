package ringside.adapter.qemu;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.probe.Finding;
import ringside.core.probe.Findings;
import ringside.core.probe.Probe;
import ringside.core.probe.Question;
import ringside.core.probe.Unanswered;

/** For which processors there is an emulator on a host. */
final class GuestArchitectures implements Probe {
    private static final Question QUESTION = new Question("guest-archs", "qemu");

    /** Looks where a command would be looked for; what the folders are called the shell does not read again. */
    private static final Command LIST = Command.of(
            "sh",
            "-c",
            "uname -m; IFS=:; set -f; for d in $PATH; do set +f; for f in \"${d:-.}\"/qemu-system-*; do"
                    + " [ -f \"$f\" ] && [ -x \"$f\" ] && printf '%s\\n' \"${f##*/}\"; done; done; :");

    private static final Pattern NAME = Pattern.compile("qemu-system-([a-z0-9_]+)(\\.exe)?");

    @Override
    public String id() {
        return "qemu-architectures";
    }

    @Override
    public List<Question> questions() {
        return List.of(QUESTION);
    }

    @Override
    public List<Command> first() {
        return List.of(LIST);
    }

    @Override
    public Findings ask(Shell host) {
        List<String> lines = Emulator.TOOL.ask(host, LIST).lines().toList();
        var guests = new TreeSet<String>();
        for (String line : lines) {
            Matcher name = NAME.matcher(line);
            if (name.matches()) guests.add(name.group(1));
        }
        if (guests.isEmpty()) throw new Unanswered(LIST.line(), "QEMU is not installed", Emulator.TOOL.remedy());
        String own = lines.getFirst().strip();
        boolean foreign = guests.stream().anyMatch(guest -> !isOwn(guest, own));
        return new Findings(List.of(Finding.offeredIf(foreign, QUESTION, LIST.line(), answer(guests, own, foreign))));
    }

    private static String answer(Collection<String> guests, String own, boolean foreign) {
        return "emulators for " + String.join(", ", guests)
                + (foreign ? "" : ": all of them for this host's own " + own);
    }

    /** A 64-bit processor runs the 32-bit programs of its own family. */
    private static boolean isOwn(String guest, String own) {
        return switch (own) {
            case "x86_64" -> guest.equals("x86_64") || guest.equals("i386");
            case "aarch64" -> guest.equals("aarch64") || guest.equals("arm");
            default -> guest.equals(own);
        };
    }
}
