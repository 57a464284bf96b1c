import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The caches of loaded classes that make the program start fast, recorded from runs of it: the window's from one that imports,
 * queries, draws, and walks through the window, the short commands' from some of these.
 */
class StartCache {
    /**
     * What ran often in the rehearsal would be compiled before it runs once: most of the window's start would go into it, and a
     * fifth of its processor time is saved without.
     */
    private static final List<String> WITHOUT_PROFILES =
            List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining");

    /** Name of a cache → what is rehearsed for it. The second finds the store that the first has made. */
    private static final List<Map.Entry<String, String>> CACHES =
            List.of(Map.entry("ringside.aot", "walk"), Map.entry("commands.aot", "commands"));

    private StartCache() {}

    /**
     * Writes {@code ringside.aot} and {@code commands.aot} beside the jars.
     *
     * @param java the one that will start the program: the caches fit no other
     * @param lib where its jars are, as they will be: their names, sizes and times are part of it
     * @param options as the launcher gives them
     */
    static void record(Path java, Path lib, List<String> options) throws Exception {
        Path work = Files.createTempDirectory("ringside-training");
        Process screen = screen();
        String display = display(screen);
        try {
            for (var cache : CACHES) {
                var command = command(java, lib, options, lib.resolve(cache.getKey()), display);
                command.addAll(List.of("ringside.Rehearsal", work.toString(), cache.getValue()));
                rehearse(command, work, display);
            }
        } finally {
            if (screen != null) screen.destroy();
            remove(work);
        }
        long bytes = 0;
        for (var cache : CACHES) bytes += Files.size(lib.resolve(cache.getKey()));
        System.out.printf("%s with start-up caches of %d MB, recorded %s%n", lib.getParent(), bytes >> 20,
                display.isEmpty() ? "without a screen, because there is no Xvfb that works: the window starts slower" : "on a screen");
    }

    private static void rehearse(List<String> command, Path work, String display) throws Exception {
        Path log = work.resolve("log");
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        for (String kind : List.of("DATA", "CONFIG", "CACHE")) process.environment().put("XDG_" + kind + "_HOME", work.toString());
        for (String folder : List.of("APPDATA", "LOCALAPPDATA")) process.environment().put(folder, work.toString());
        process.environment().remove("WAYLAND_DISPLAY");
        process.environment().put("DISPLAY", display);
        int code = process.start().waitFor();
        if (code == 0) return;
        System.err.println(Files.readString(log));
        throw new IllegalStateException("a training run for the start-up caches ended with " + code);
    }

    /** A folder with all that is in it. */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private static List<String> command(Path java, Path lib, List<String> options, Path cache, String display) throws IOException {
        String classPath = Launchers.jars(lib).stream()
                .map(jar -> lib.resolve(jar).toString())
                .collect(Collectors.joining(File.pathSeparator));
        var command = new ArrayList<>(List.of(
                java.toString(), "-XX:AOTCacheOutput=" + cache, "-Xlog:disable", "-Xlog:all=error:stderr", "-XX:+UseSerialGC",
                "-Xmx512m", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(WITHOUT_PROFILES);
        command.addAll(options);
        if (display.isEmpty()) command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        command.addAll(List.of("-cp", classPath));
        return command;
    }

    /** A screen that nobody sees, so that the way through the desktop's own libraries is recorded too. */
    private static Process screen() throws IOException {
        for (String folder : System.getenv("PATH").split(File.pathSeparator))
            if (Files.isExecutable(Path.of(folder, "Xvfb")))
                return new ProcessBuilder(folder + "/Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp")
                        .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        return null;
    }

    private static String display(Process screen) throws IOException {
        String number = screen == null ? null : screen.inputReader().readLine();
        return number == null ? "" : ":" + number;
    }
}
