package ringside.cli;

import java.io.PrintWriter;
import java.util.Optional;
import ringside.core.Progress;
import ringside.workbench.Workbench;

/** What every command works with: where it prints, and the workbench, opened when first needed. */
final class Session implements AutoCloseable {
    private final PrintWriter out;
    private final PrintWriter err;
    private final ProgressLine progress;
    private String location = "";
    private Optional<Workbench> workbench = Optional.empty();

    Session(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
        progress = new ProgressLine(err);
    }

    void locate(String place) {
        location = place;
    }

    /** As the user named it; empty for the usual one. */
    String location() {
        return location;
    }

    Workbench workbench() {
        if (workbench.isEmpty()) workbench = Optional.of(Workbench.open(location));
        return workbench.get();
    }

    /** For data. */
    PrintWriter out() {
        progress.clear();
        return out;
    }

    /** For progress and diagnostics: one line, whatever a file's names and texts put into it. */
    void say(String line) {
        progress.clear();
        err.println(line.replaceAll("\\p{Cntrl}", "?"));
        err.flush();
    }

    /** Work that is over before anybody asks how far it is. */
    static Progress progress() {
        return Progress.SILENT;
    }

    /** Long work on a terminal; a script's error stream stays free of it. */
    Progress progressOnTerminal() {
        return ProgressLine.isWanted() ? progress : Progress.SILENT;
    }

    /** Work of seconds and minutes that people wait for: a line for each part of it. */
    Progress progressInLines() {
        var last = new java.util.concurrent.atomic.AtomicReference<>("");
        return (what, share) -> {
            if (!last.getAndSet(what).equals(what)) say(what + " …");
        };
    }

    @Override
    public void close() {
        progress.clear();
        out.flush();
        err.flush();
        workbench.ifPresent(Workbench::close);
        workbench = Optional.empty();
    }
}
