package ringside.core.host;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One program to run on a host: its arguments as a vector, what it is given to read, and the bounds it runs in. */
public final class Command {
    /** A tool that answers questions does so well within this. */
    public static final Duration USUAL_LIMIT = Duration.ofSeconds(5);

    /** No answer that is read for its meaning is longer. */
    public static final int USUAL_MOST = 4 << 20;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+:,./=-]+");

    private final List<String> words;
    private final byte[] input;
    private final Duration limit;
    private final int most;
    private final boolean attended;

    private Command(List<String> words, byte[] input, Duration limit, int most, boolean attended) {
        if (words.isEmpty() || words.getFirst().isEmpty())
            throw new IllegalArgumentException("a command without a name");
        if (words.stream().anyMatch(word -> word.indexOf('\0') >= 0))
            throw new IllegalArgumentException("no program takes an argument with a NUL in it");
        this.words = List.copyOf(words);
        this.input = input;
        this.limit = limit;
        this.most = most;
        this.attended = attended;
    }

    public static Command of(List<String> words) {
        return new Command(words, new byte[0], USUAL_LIMIT, USUAL_MOST, false);
    }

    public static Command of(String... words) {
        return of(List.of(words));
    }

    /** With this on its standard input, which otherwise is empty. */
    public Command reading(String text) {
        return reading(text.getBytes(StandardCharsets.UTF_8));
    }

    public Command reading(byte[] bytes) {
        return new Command(words, bytes.clone(), limit, most, attended);
    }

    /** Killed after this time. */
    public Command within(Duration time) {
        return new Command(words, input, time, most, attended);
    }

    /** Killed when either of its outputs grows beyond so many bytes. */
    public Command atMost(int bytes) {
        return new Command(words, input, limit, bytes, attended);
    }

    /**
     * Its standard input, which it does not get to the end of, ends with this program or with the connection. So it can
     * notice that nobody waits for it any more.
     */
    public Command attended() {
        return new Command(words, input, limit, most, true);
    }

    public List<String> words() {
        return words;
    }

    public byte[] input() {
        return input.clone();
    }

    public Duration limit() {
        return limit;
    }

    public int most() {
        return most;
    }

    public boolean isAttended() {
        return attended;
    }

    /** As a POSIX shell reads it back to the same words. */
    public String line() {
        String first = words.getFirst();
        // A shell takes a first word with a plain '=' in it for a variable
        String program = first.indexOf('=') >= 0 ? "'" + first.replace("'", "'\\''") + "'" : quoted(first);
        return Stream.concat(Stream.of(program), words.stream().skip(1).map(Command::quoted))
                .collect(Collectors.joining(" "));
    }

    /** One word as a POSIX shell reads it back: in single quotes, which nothing but a single quote ends. */
    public static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    @Override
    public String toString() {
        return line();
    }
}
