package ringside.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bundle of the window's words and the code that asks for them. */
class TextsTest {
    private static final Pattern ASKED = Pattern.compile("Texts\\s*\\.of\\(\\s*\"([^\"]+)\"");

    /** Keys that are put together from an id and are asked for by it. */
    private static final Pattern BY_ID = Pattern.compile("page\\..*");

    @Test
    void everyTextIsAskedForAndWhatIsAskedForIsThere() throws IOException {
        var there = new TreeSet<String>();
        var bundle = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("src/main/resources/ringside/ui/texts.properties"))) {
            bundle.load(in);
        }
        bundle.stringPropertyNames().stream()
                .filter(key -> !BY_ID.matcher(key).matches())
                .forEach(there::add);
        var asked = new TreeSet<String>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/ringside/ui"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList())
                ASKED.matcher(Files.readString(source))
                        .results()
                        .map(found -> found.group(1))
                        .filter(key -> !key.equals("page."))
                        .forEach(asked::add);
        }
        assertEquals(there, asked);
    }
}
