package ringside.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The program itself as a process of its own, that can be killed, with data and cache directories of a test's. */
final class Program {
    private final Path folder;
    private final Map<String, String> environment = new LinkedHashMap<>();

    /** @param folder for its data, and what it says */
    Program(Path folder) {
        this.folder = folder;
        environment.put("XDG_DATA_HOME", folder.resolve("data").toString());
    }

    Program with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Its standard output and what it says go into files. */
    Process start(String... words) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dringside.machine.lock=" + folder.resolve("lock"),
                "-cp",
                System.getProperty("java.class.path"),
                "ringside.Ringside"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("said").toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Its standard output, once it has ended well. */
    String run(String... words) throws IOException, InterruptedException {
        int exit = start(words).waitFor();
        String out = Files.readString(folder.resolve("out"));
        assertEquals(0, exit, () -> String.join(" ", words) + ": " + said() + "\n" + tail(out));
        return out;
    }

    String said() {
        try {
            return Files.readString(folder.resolve("said"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - 2000));
    }
}
