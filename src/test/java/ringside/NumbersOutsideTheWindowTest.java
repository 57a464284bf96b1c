package ringside;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What other programs read has the same digits wherever the person lives for whom it is written. */
class NumbersOutsideTheWindowTest {
    private static final Path SOURCES = Path.of("src/main/java/ringside");

    /** A pattern with a number, and what is done with it; Java's own formats write numbers as the country does. */
    private static final Pattern FORMATTED = Pattern.compile(
            "%[-#+ 0,(\\d.]*[dfeg][^\"]*\"{1,3}\\s*\\.formatted\\(|String\\.format\\(\\s*+(?!Locale\\.)");

    @Test
    void noFormatOutsideTheWindowFollowsTheCountry() throws IOException {
        var found = new ArrayList<String>();
        for (String folder : List.of("core", "adapter", "cli", "workbench"))
            try (Stream<Path> files = Files.walk(SOURCES.resolve(folder))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    String text = Files.readString(file);
                    Matcher formatted = FORMATTED.matcher(text);
                    while (formatted.find())
                        found.add(SOURCES.relativize(file) + ", line "
                                + text.substring(0, formatted.start()).lines().count());
                }
            }
        assertEquals(List.of(), found);
    }
}
