package ringside;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The speed checks of {@code src/bench} are started by hand, and most of {@code src/build} by profiles; that they still fit
 * the program is seen here.
 */
class LooseSourcesTest {
    @TempDir
    Path out;

    @ParameterizedTest
    @ValueSource(strings = {"bench", "build"})
    void theyCompile(String folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringWriter();
        try (Stream<Path> sources = Files.list(Path.of("src", folder));
                var files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> java = sources.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            List<String> options = List.of(
                    "-proc:none",
                    "-nowarn",
                    "-d",
                    out.toString(),
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
            compiler.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(java))
                    .call();
        }
        assertEquals(
                List.of(),
                said.toString().lines().filter(line -> line.contains("error:")).toList());
    }
}
