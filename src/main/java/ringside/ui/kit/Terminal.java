package ringside.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The command that does in a terminal what a button does here. */
public final class Terminal {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private Terminal() {}

    /** A line for a POSIX shell. */
    public static String ringside(String... arguments) {
        return ringside(List.of(arguments));
    }

    public static String ringside(List<String> arguments) {
        var words = new ArrayList<String>();
        words.add("ringside");
        words.addAll(arguments);
        return words.stream().map(Terminal::quoted).collect(Collectors.joining(" "));
    }

    /** One word as the shell has to be given it. */
    public static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
