import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What starts the program: a script for a Unix shell, and one for Windows. */
class Launchers {
    private static final String UNIX = """
            #!/bin/sh
            # Starts Ringside with a Java of version 25 or newer: its own, JAVA_HOME's, the path's, or one installed beside them.
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
            # Every class in a start-up cache costs time, so what is over soon has one with fewer in it than the window's.
            short=
            for word in "$@"; do
              case $word in
                open) break ;;
                figures|features|sets|samples|guest|doctor|bench|experiment|glossary|--version|--help) short=yes ;;
                import|export|compare|digitise) [ "$short" ] || quick=; short=; break ;;
              esac
            done
            classes=ringside
            [ -z "$short" ] || classes=commands
            # At its own address the start-up cache is shared as it is; at another each page of it would be changed and held again.
            cache='-XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0'
            # Without a graphics card OpenGL would be computed too, in 60 MB more than JavaFX needs for itself.
            [ ! -e /proc/self ] || for card in /dev/dri/renderD*; do [ -e "$card" ] || quick="$quick -Dprism.order=sw"; done
            for java in "$home/lib/runtime/bin/java" "${JAVA_HOME:+$JAVA_HOME/bin/java}" "$(command -v java)" /usr/lib/jvm/*/bin/java \\
              /Library/Java/JavaVirtualMachines/*/Contents/Home/bin/java; do
              if fits "$java"; then
                exec "$java" -XX:AOTCache="$home/@LIB@/$classes.aot" -Xlog:disable $cache -XX:-UsePerfData $quick -XX:+UseSerialGC -Xmx512m \\
                  --enable-native-access=ALL-UNNAMED @OPTIONS@-cp "@CLASSPATH@" ringside.Ringside "$@"
              fi
            done
            echo "ringside: no Java 25 or newer was found: install one (a JRE is enough), or set JAVA_HOME." >&2
            exit 1
            """;
    /** The start-up cache is an option of the JVM that it passes over where it does not fit. */
    private static final String WINDOWS = """
            @echo off
            setlocal
            set "RINGSIDE=%~dp0..\\lib"
            set "JAVA=java.exe"
            if defined JAVA_HOME if exist "%JAVA_HOME%\\bin\\java.exe" set "JAVA=%JAVA_HOME%\\bin\\java.exe"
            "%JAVA%" -version 2>&1 | findstr /r /c:"version .2[5-9]" /c:"version .[3-9][0-9]" >nul
            if errorlevel 1 (
              echo ringside: no Java 25 or newer was found: install one ^(a JRE is enough^), or set JAVA_HOME. 1>&2
              exit /b 1
            )
            "%JAVA%" -XX:AOTCache="%RINGSIDE%\\ringside.aot" -Xlog:disable -XX:+UseSerialGC -Xmx512m --enable-native-access=ALL-UNNAMED -cp "@CLASSPATH@" ringside.Ringside %*
            exit /b %ERRORLEVEL%
            """;

    private Launchers() {}

    /**
     * The Unix shell's.
     *
     * @param home of the program
     * @param lib where its jars are, from there
     * @param options more options for Java, in the script's own words
     */
    static void unix(Path home, String lib, List<String> options) throws IOException {
        Path launcher = Files.createDirectories(home.resolve("bin")).resolve("ringside");
        String text = UNIX.replace("@LIB@", lib)
                .replace("@OPTIONS@", options.stream().map(option -> option + " ").collect(Collectors.joining()))
                .replace("@CLASSPATH@", classPath(home.resolve(lib), jar -> "$home/" + lib + "/" + jar, ":"));
        Files.deleteIfExists(launcher);
        Files.writeString(launcher, text);
        if (Files.getFileStore(launcher).supportsFileAttributeView("posix"))
            Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    static void windows(Path home) throws IOException {
        String classPath = classPath(home.resolve("lib"), jar -> "%RINGSIDE%\\" + jar, ";");
        String text = WINDOWS.replace("@CLASSPATH@", classPath);
        Files.writeString(
                Files.createDirectories(home.resolve("bin")).resolve("ringside.bat"), text.replace("\n", "\r\n"));
    }

    /** All that are there, always in one order: the start-up cache holds for just this class path. */
    static List<String> jars(Path lib) throws IOException {
        try (var files = Files.list(lib)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static String classPath(Path lib, Function<String, String> place, String separator) throws IOException {
        return jars(lib).stream().map(place).collect(Collectors.joining(separator));
    }
}
