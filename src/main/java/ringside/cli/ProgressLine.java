package ringside.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import ringside.core.Progress;

/** One line at the foot of a terminal that says how far slow work is, and makes way for whatever else is printed. */
final class ProgressLine implements Progress {
    private static final long PAUSE_NANOS = 100_000_000;
    private static final int LONGEST = 78;

    private final PrintWriter err;
    private long latest = System.nanoTime(); // what is done at once needs no line
    private boolean shown;

    ProgressLine(PrintWriter err) {
        this.err = err;
    }

    /** Whether the error stream is a terminal; Java itself tells that only of the input and the output together. */
    static boolean isWanted() {
        try {
            String stream = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return stream.startsWith("/dev/pts/") || stream.startsWith("/dev/tty") || stream.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException notLinux) {
            Console console = System.console();
            return console != null && console.isTerminal();
        }
    }

    @Override
    public void at(String what, double share) {
        long now = System.nanoTime();
        if (now - latest < PAUSE_NANOS) return;
        latest = now;
        String line = (Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%3.0f %%  ", share * 100))
                + what.replaceAll("\\p{Cntrl}", "?");
        err.print("\r" + (line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line) + "\u001B[K");
        err.flush();
        shown = true;
    }

    void clear() {
        if (!shown) return;
        err.print("\r\u001B[K");
        err.flush();
        shown = false;
    }
}
