package ringside.core.guest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A QEMU command line in a file: a shell script with other commands around it, or one argument on each line. */
public final class QemuCommand {
    private static final Set<String> OTHER_NAMES = Set.of("kvm", "qemu-kvm");

    private QemuCommand() {}

    /** All commands of the file in their order. */
    public static List<ShellScript.Command> commands(String text) throws SyntaxFault {
        return isVector(text) ? List.of(vector(text)) : ShellScript.commands(text);
    }

    public static boolean isQemu(ShellScript.Command command) {
        return command.program().startsWith("qemu-system-") || OTHER_NAMES.contains(command.program());
    }

    /** The first line is the program alone, and the next an argument, not another command. */
    private static boolean isVector(String text) {
        List<String> lines = text.lines().limit(2).toList();
        return lines.size() == 2
                && !lines.getFirst().isBlank()
                && lines.getFirst()
                        .strip()
                        .chars()
                        .noneMatch(c -> Character.isWhitespace(c) || c == '\\' || c == '#' || c == '=')
                && lines.get(1).startsWith("-");
    }

    private static ShellScript.Command vector(String text) {
        var words = new ArrayList<ShellScript.Word>();
        for (String line : text.split("\n", -1)) words.add(new ShellScript.Word(line, words.size() + 1));
        if (words.getLast().text().isEmpty()) words.removeLast();
        return new ShellScript.Command(words);
    }
}
