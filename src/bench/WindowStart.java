import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What the window costs from the first instruction until the window manager shows it, and how much memory it holds five
 * seconds later, beside two programs of its kind: virt-manager, the desktop's own workbench for guests (Python and GTK), and
 * JOSM, a large Swing program. Ringside tells besides when its Start page lists the result sets and takes input.
 * Needs Xvfb, openbox, xdotool; of the peers those that are installed.
 */
final class WindowStart {
    private static final int ROUNDS = 7;

    private WindowStart() {}

    static void measure(Path folder, Clock clock) throws Exception {
        String launcher = Path.of("target/ringside/bin/ringside").toAbsolutePath().toString();
        Clock.run(folder, "env", "XDG_DATA_HOME=" + folder, launcher, "sets", "list"); // gives the bundled sets
        Process screen = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String display = ":" + screen.inputReader().readLine();
        Process manager = new ProcessBuilder(around(display, folder, List.of("openbox"))).start();
        clock.beside("ringside: window shown", "virt-manager -c test:///default: window shown", "JOSM: window shown");
        try {
            for (int round = 0; round <= ROUNDS; round++) {
                boolean first = round == 0; // reads the files from the disk
                one(display, folder, clock, first, "ringside: window shown", "Ringside", List.of(launcher));
                usable(display, folder, clock, first, launcher);
                one(display, folder, clock, first, "virt-manager -c test:///default: window shown", "Virtual Machine Manager",
                        List.of("virt-manager", "-c", "test:///default", "--no-fork"));
                one(display, folder, clock, first, "JOSM: window shown", "Java OpenStreetMap Editor",
                        List.of("josm", "--offline=all"));
            }
        } finally {
            manager.destroy();
            screen.destroy();
        }
    }

    private static List<String> around(String display, Path folder, List<String> command) {
        var words = new ArrayList<>(List.of("env", "DISPLAY=" + display, "HOME=" + folder, "GSETTINGS_BACKEND=memory"));
        for (String kind : List.of("DATA", "CONFIG", "CACHE")) words.add("XDG_" + kind + "_HOME=" + folder);
        words.addAll(command);
        return words;
    }

    private static void one(String display, Path folder, Clock clock, boolean first, String what, String title, List<String> command)
            throws Exception {
        if (!installed(command.getFirst())) return;
        var found = new ProcessBuilder(around(display, folder, List.of("xdotool", "search", "--sync", "--onlyvisible", "--name", title)))
                .redirectErrorStream(true);
        long begin = System.nanoTime();
        Process program = new ProcessBuilder(around(display, folder, command))
                .redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            Process search = found.start();
            if (!search.waitFor(60, TimeUnit.SECONDS)) throw new IllegalStateException(what + ": no window came");
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (!first) clock.add(what, seconds);
            Thread.sleep(5000);
            if (!first) System.out.printf("%s: %d MB resident%n", command.getFirst().replaceAll(".*/", ""), resident(program) >> 10);
        } finally {
            program.descendants().forEach(ProcessHandle::destroy);
            program.destroy();
            program.waitFor();
        }
    }

    /** Its rehearsal says when the Start page lists the result sets and takes input; the clock is ours. */
    private static void usable(String display, Path folder, Clock clock, boolean first, String launcher) throws Exception {
        Path rehearse = folder.resolve("rehearse");
        Files.writeString(rehearse, Files.readString(Path.of(launcher))
                .replace("$(dirname -- \"$(readlink -f -- \"$0\")\")/..", Path.of(launcher).getParent().getParent().toString())
                .replace("ringside.Ringside \"$@\"", "ringside.Rehearsal " + folder.resolve("ringside")));
        var start = new ProcessBuilder(around(display, folder, List.of("sh", rehearse.toString())));
        long begin = System.nanoTime();
        Process program = start.start();
        boolean used = false;
        for (String line; (line = program.inputReader().readLine()) != null; ) {
            if (!line.equals("usable")) continue;
            used = true;
            if (!first) clock.add("ringside: usable, its result sets listed", (System.nanoTime() - begin) / 1e9);
        }
        if (program.waitFor() != 0 || !used) throw new IllegalStateException("the rehearsal could not use the window");
    }

    private static boolean installed(String program) {
        if (program.startsWith("/")) return true;
        for (String folder : System.getenv("PATH").split(":"))
            if (Files.isExecutable(Path.of(folder, program))) return true;
        return false;
    }

    /** @return kibibytes of the process and those it started */
    private static long resident(Process program) throws IOException {
        long sum = resident(program.pid());
        for (ProcessHandle each : program.descendants().toList()) sum += resident(each.pid());
        return sum;
    }

    private static long resident(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status")))
            if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("\\D", ""));
        return 0;
    }
}
