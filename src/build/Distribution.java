import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finishes target/ringside at the end of the build: the launchers in bin/, and the cache of loaded classes that makes the
 * program start fast, recorded from a run that imports, queries and draws.
 */
class Distribution {
    private static final String LAUNCHER = """
            #!/bin/sh
            # Starts Ringside with a Java of version 25 or newer: JAVA_HOME's, the path's, or one installed beside them.
            home=$(CDPATH= cd -- "$(dirname -- "$(readlink -f -- "$0")")/.." && pwd)
            # A JDK's release file tells its version at once; starting a Java to ask it costs a third of a second each.
            fits() {
              [ -x "$1" ] || return 1
              release=$(dirname -- "$(dirname -- "$(readlink -f -- "$1")")")/release
              if [ -f "$release" ]; then grep -Eq '^JAVA_VERSION="(2[5-9]|[3-9][0-9])' "$release"
              else "$1" -version 2>&1 | grep -Eq '^[a-z]+ version "(2[5-9]|[3-9][0-9])'; fi
            }
            # Short commands are over before the slower of the two compilers has paid for itself.
            quick=
            for word in "$@"; do
              case $word in
                figures|features|sets|samples|guest|doctor|--help|--version) quick=-XX:TieredStopAtLevel=1; break ;;
                import|export|bench|compare) break ;;
              esac
            done
            for java in "$home/lib/runtime/bin/java" "${JAVA_HOME:+$JAVA_HOME/bin/java}" "$(command -v java)" /usr/lib/jvm/*/bin/java; do
              if fits "$java"; then
                exec "$java" -XX:AOTCache="$home/lib/ringside.aot" -Xlog:disable $quick -XX:+UseSerialGC -Xmx512m \\
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
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = String.join(":", jars.stream().map(jar -> lib.resolve(jar).toString()).toList());
        String store = work.resolve("store").toString();
        Path cache = lib.resolve("ringside.aot");
        var command = new ArrayList<>(List.of(
                java, "-XX:AOTCacheOutput=" + cache, "-Xlog:disable", "-Xlog:all=error:stderr", "-XX:+UseSerialGC", "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED", "-cp", classPath, "ringside.Ringside",
                "--store", store, "figures", "export", "--all", "--out", work.resolve("figures").toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(work.resolve("log").toFile()).start();
        int code = process.waitFor();
        if (code != 0 || !Files.exists(cache)) {
            System.err.println(Files.readString(work.resolve("log")));
            throw new IllegalStateException("the training run for the start-up cache ended with " + code);
        }
        try (var files = Files.walk(work)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
        System.out.printf("%s with a start-up cache of %d MB%n", home, Files.size(cache) >> 20);
    }
}
