package ringside.core.format;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ringside.core.result.Parameters;

/**
 * A command line of {@code bw_mem} within an output: at a prompt, in a shell's trace, in a loop. The program itself
 * prints no name, so only this says what its numbers mean.
 *
 * @param words from the program's name on
 * @param bytes the size asked for; nothing where it is a shell variable
 */
record BwMemCommand(List<String> words, String operation, boolean conflict, int processes, OptionalLong bytes) {
    static final Set<String> OPERATIONS = Set.of("rd", "wr", "rdwr", "cp", "frd", "fwr", "fcp", "bzero", "bcopy");

    private static final Pattern CALL = Pattern.compile("(?:^|[\\s/])bw_mem(\\s[^;|&><)#]{1,200})");

    BwMemCommand {
        words = List.copyOf(words);
    }

    /** The commands that a line holds, in their order. */
    static List<BwMemCommand> in(String text) {
        var commands = new ArrayList<BwMemCommand>();
        if (!text.contains("bw_mem")) return commands;
        Matcher call = CALL.matcher(text);
        while (call.find() && commands.size() < 100) {
            BwMemCommand command = parsed(List.of(call.group(1).strip().split("\\s+")));
            if (command != null) commands.add(command);
        }
        return commands;
    }

    private static @Nullable BwMemCommand parsed(List<String> arguments) {
        int processes = 1;
        int at = 0;
        while (at + 1 < arguments.size() && arguments.get(at).matches("-[PWN]\\d{0,6}")) {
            String option = arguments.get(at);
            boolean joined = option.length() > 2;
            String value = joined ? option.substring(2) : arguments.get(at + 1);
            if (option.startsWith("-P") && value.matches("[1-9]\\d{0,5}")) processes = Integer.parseInt(value);
            at += joined ? 1 : 2;
        }
        if (at + 1 >= arguments.size() || !OPERATIONS.contains(arguments.get(at + 1))) return null;
        var words = new ArrayList<String>();
        words.add("bw_mem");
        words.addAll(arguments.subList(0, Math.min(arguments.size(), at + 3)));
        boolean conflict = at + 2 < arguments.size() && arguments.get(at + 2).equals("conflict");
        if (!conflict && at + 2 < arguments.size()) words.removeLast();
        return new BwMemCommand(
                words, arguments.get(at + 1), conflict, processes, LmbenchSize.ofArgument(arguments.get(at)));
    }

    /** What the command line adds to the numbers below it. */
    Parameters printed() {
        Parameters said = Parameters.of("operation", operation, "processes", processes);
        return conflict ? said.with("conflict", "true") : said;
    }

    /** Whether a row with this size can be of this command. */
    boolean printsSize(String size) {
        return bytes.isEmpty() || LmbenchSize.isPrinted(bytes.getAsLong(), size);
    }
}
