package ringside.adapter.virtualbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.probe.Tool;

/** VirtualBox's command line. It prints warnings on its output, before what it was asked for. */
final class VBoxManage {
    static final Command THERE = Tool.finding("VBoxManage");

    private static final Tool TOOL = new Tool("VirtualBox's VBoxManage", "install VirtualBox there");

    private VBoxManage() {}

    static Command command(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addFirst("VBoxManage");
        return Command.of(all);
    }

    static String ask(Shell host, Command command) {
        TOOL.ask(host, THERE);
        return TOOL.ask(host, command);
    }

    /** The value of a line {@code name: value}. */
    static Optional<String> value(String out, String name) {
        var line = Pattern.compile("(?m)^" + Pattern.quote(name) + ":[ \\t]*(\\S.*)$")
                .matcher(out);
        return line.find() ? Optional.of(line.group(1).strip()) : Optional.empty();
    }
}
