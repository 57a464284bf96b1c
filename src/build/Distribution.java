import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finishes target/ringside at the end of the build: the launchers in bin/, and the cache of loaded classes that makes the
 * program start fast, recorded from a run that imports, queries, draws, and walks through the window.
 */
class Distribution {
    private static final String LAUNCHER = """
            #!/bin/sh
            # Starts Ringside with a Java of version 25 or newer: JAVA_HOME's, the path's, or one installed beside them.
            home=$(CDPATH= cd -- "$(dirname -- "$(readlink -f -- "$0")")/.." && pwd)
            # A JDK's release file tells its version at once; starting a Java to ask it costs a third of a second each, and
            # every other program that is started some milliseconds.
            fits() {
              [ -x "$1" ] || return 1
              real=$(readlink -f -- "$1")
              release=${real%/*/*}/release
              [ -f "$release" ] || { "$1" -version 2>&1 | grep -Eq '^[a-z]+ version "(2[5-9]|[3-9][0-9])'; return; }
              while read -r line; do
                case $line in 'JAVA_VERSION="2'[5-9]*|'JAVA_VERSION="'[3-9][0-9]*) return 0 ;; esac
              done <"$release"
              return 1
            }
            # The window and short commands rest on the faster of the two compilers: for them the slower one is more work than
            # it saves, and work beside a measurement. What computes for long has both.
            quick='-XX:TieredStopAtLevel=1 -Xms32m'
            for word in "$@"; do
              case $word in
                figures|features|sets|samples|guest|doctor|bench|experiment) break ;;
                import|export|compare|digitise) quick=; break ;;
              esac
            done
            # Without a graphics card OpenGL would be computed too, in 60 MB more than JavaFX needs for itself.
            for card in /dev/dri/renderD*; do [ -e "$card" ] || quick="$quick -Dprism.order=sw"; done
            for java in "$home/lib/runtime/bin/java" "${JAVA_HOME:+$JAVA_HOME/bin/java}" "$(command -v java)" /usr/lib/jvm/*/bin/java; do
              if fits "$java"; then
                exec "$java" -XX:AOTCache="$home/lib/ringside.aot" -Xlog:disable -XX:-UsePerfData $quick -XX:+UseSerialGC -Xmx512m \\
                  --enable-native-access=ALL-UNNAMED -cp "@CLASSPATH@" ringside.Ringside "$@"
              fi
            done
            echo "ringside: no Java 25 or newer was found: install one (a JRE is enough), or set JAVA_HOME." >&2
            exit 1
            """;
    private static final String WINDOWS = """
            @echo off
            setlocal
            set JAVA=java
            if defined JAVA_HOME set JAVA="%JAVA_HOME%\\bin\\java"
            %JAVA% -Xmx512m --enable-native-access=ALL-UNNAMED -cp "%~dp0..\\lib\\*" ringside.Ringside %*
            """;

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        Path lib = home.resolve("lib");
        List<String> jars;
        try (var files = Files.list(lib)) {
            jars = files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".jar")).sorted().toList();
        }
        writeLaunchers(home, jars);
        train(home, lib, jars);
        if (Files.isExecutable(Path.of("/bin/sh"))) tryLauncher(home);
    }

    private static void tryLauncher(Path home) throws Exception {
        var launcher = new ProcessBuilder(home.resolve("bin/ringside").toString(), "--version").inheritIO();
        launcher.environment().put("JAVA_HOME", System.getProperty("java.home"));
        int code = launcher.start().waitFor();
        if (code != 0) throw new IllegalStateException("the launcher ended with " + code);
    }

    private static void writeLaunchers(Path home, List<String> jars) throws IOException {
        Path bin = Files.createDirectories(home.resolve("bin"));
        String classPath = String.join(":", jars.stream().map(jar -> "$home/lib/" + jar).toList());
        Path launcher = bin.resolve("ringside");
        Files.writeString(launcher, LAUNCHER.replace("@CLASSPATH@", classPath));
        if (Files.getFileStore(launcher).supportsFileAttributeView("posix"))
            Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(bin.resolve("ringside.bat"), WINDOWS.replace("\n", "\r\n"));
    }

    private static void train(Path home, Path lib, List<String> jars) throws Exception {
        Path work = Files.createTempDirectory("ringside-training");
        Path cache = lib.resolve("ringside.aot");
        Path log = work.resolve("log");
        Process screen = screen();
        String display = display(screen);
        try {
            Process process = rehearsal(work, lib, jars, cache, display).redirectErrorStream(true).redirectOutput(log.toFile()).start();
            int code = process.waitFor();
            if (code != 0 || !Files.exists(cache)) {
                System.err.println(Files.readString(log));
                throw new IllegalStateException("the training run for the start-up cache ended with " + code);
            }
        } finally {
            if (screen != null) screen.destroy();
            try (var files = Files.walk(work)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
            }
        }
        System.out.printf("%s with a start-up cache of %d MB, recorded %s%n", home, Files.size(cache) >> 20,
                display.isEmpty() ? "without a screen, because there is no Xvfb that works: the window starts slower" : "on a screen");
    }

    private static ProcessBuilder rehearsal(Path work, Path lib, List<String> jars, Path cache, String display) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = String.join(":", jars.stream().map(jar -> lib.resolve(jar).toString()).toList());
        var command = new ArrayList<>(List.of(
                java, "-XX:AOTCacheOutput=" + cache, "-Xlog:disable", "-Xlog:all=error:stderr", "-XX:+UseSerialGC", "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED"));
        if (display.isEmpty()) command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        command.addAll(List.of("-cp", classPath, "ringside.Rehearsal", work.toString(), "walk"));
        var process = new ProcessBuilder(command);
        for (String kind : List.of("DATA", "CONFIG", "CACHE")) process.environment().put("XDG_" + kind + "_HOME", work.toString());
        process.environment().remove("WAYLAND_DISPLAY");
        process.environment().put("DISPLAY", display);
        return process;
    }

    /** A screen that nobody sees, so that the way through the desktop's own libraries is recorded too. */
    private static Process screen() throws IOException {
        for (String folder : System.getenv("PATH").split(":"))
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
