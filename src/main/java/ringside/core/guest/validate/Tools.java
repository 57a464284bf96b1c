package ringside.core.guest.validate;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;

/** The programs of a host, as checks ask them. */
public final class Tools {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    /** Hands a command line on that is written in octal. */
    private static final String DECODE = "eval \"exec $(printf \"$1\")\"";

    private final Shell shell;

    public Tools(Shell shell) {
        this.shell = shell;
    }

    public boolean has(String program) {
        return shell.run(Command.of("sh", "-c", "command -v \"$1\"", "sh", program))
                .succeeded();
    }

    /** Runs the words as they are, whatever is in them, with nothing on its standard input and for at most a minute. */
    public Answer ask(List<String> words) {
        return ask(words, "", LIMIT);
    }

    public Answer ask(List<String> words, String input, Duration limit) {
        return shell.run(Command.of(portable(words)).reading(input).within(limit));
    }

    /** Where the locale is C, Java puts '?' for letters beyond ASCII into a program's arguments: they go in octal. */
    private static List<String> portable(List<String> words) {
        if (words.stream().allMatch(StandardCharsets.US_ASCII.newEncoder()::canEncode)) return words;
        String line = words.stream().map(Command::quoted).collect(Collectors.joining(" "));
        var octal = new StringBuilder();
        for (byte b : line.getBytes(StandardCharsets.UTF_8))
            octal.append(String.format(Locale.ROOT, "\\%03o", b & 0xff));
        return List.of("sh", "-c", DECODE, "sh", octal.toString());
    }
}
