import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finishes target/ringside at the end of the build: the launchers in bin/, and the start-up cache. */
class Distribution {
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        Path lib = home.resolve("lib");
        for (String jar : Launchers.jars(lib)) if (jar.startsWith("picocli-")) StackMaps.add(lib.resolve(jar));
        Natives.unpack(lib, "javafx-graphics-.*-linux.*");
        Launchers.unix(home, "lib", List.of());
        Launchers.windows(home);
        StartCache.record(Path.of(System.getProperty("java.home"), "bin", "java"), lib, List.of());
        if (Files.isExecutable(Path.of("/bin/sh"))) tryLauncher(home);
    }

    private static void tryLauncher(Path home) throws Exception {
        var launcher = new ProcessBuilder(home.resolve("bin/ringside").toString(), "--version").inheritIO();
        launcher.environment().put("JAVA_HOME", System.getProperty("java.home"));
        int code = launcher.start().waitFor();
        if (code != 0) throw new IllegalStateException("the launcher ended with " + code);
    }
}
