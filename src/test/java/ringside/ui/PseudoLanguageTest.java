package ringside.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window in a language that somebody has translated it into: here every text in brackets. */
class PseudoLanguageTest {
    private static final Path BUNDLES = Path.of("src/main/resources/ringside/ui");
    private static final String LANGUAGE = "qps"; // of those that stand for no language

    @TempDir
    Path folder;

    @Test
    void everyPageShowsWhatTheTranslationSays() throws Exception {
        Set<String> english = translate();
        Map<String, Set<String>> shown = read();

        var untranslated = new TreeSet<String>();
        shown.forEach((page, texts) -> {
            for (String text : texts) if (english.contains(text)) untranslated.add(page + ": " + text);
            long translated = texts.stream().filter(text -> text.contains("⟦")).count();
            assertTrue(translated >= 30, () -> page + " shows " + translated + " translated texts: " + texts);
        });
        assertEquals("", String.join("\n", untranslated));
        assertEquals(9, shown.size(), () -> "pages: " + shown.keySet());
    }

    /** Writes the translation, as files beside the bundles, and returns the English of several words. */
    private Set<String> translate() throws IOException {
        var english = new HashSet<String>();
        try (Stream<Path> folders = Files.list(BUNDLES)) {
            for (Path from : folders.filter(Files::isDirectory).toList()) {
                var texts = new Properties();
                try (var in = Files.newBufferedReader(from.resolve("texts.properties"))) {
                    texts.load(in);
                }
                for (String key : texts.stringPropertyNames()) {
                    String text = texts.getProperty(key);
                    if (text.strip().contains(" ")) english.add(text.replace("_", ""));
                    texts.setProperty(key, "⟦" + text + "⟧");
                }
                Path to = Files.createDirectories(
                        folder.resolve("ringside/ui").resolve(from.getFileName().toString()));
                try (var out = Files.newBufferedWriter(to.resolve("texts_" + LANGUAGE + ".properties"))) {
                    texts.store(out, null);
                }
            }
        }
        return english;
    }

    /** What each page shows in that language. */
    private Map<String, Set<String>> read() throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dstdout.encoding=UTF-8",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Djava.awt.headless=true",
                "-Duser.language.display=" + LANGUAGE,
                "-cp",
                folder + System.getProperty("path.separator") + System.getProperty("java.class.path"),
                PageReader.class.getName()));
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("XDG_DATA_HOME", folder.resolve("data").toString());
        int exit = builder.start().waitFor();
        assertEquals(0, exit, () -> said(err));
        var shown = new TreeMap<String, Set<String>>();
        for (String line : Files.readAllLines(out, StandardCharsets.UTF_8)) {
            int tab = line.indexOf('\t');
            if (tab > 0)
                shown.computeIfAbsent(line.substring(0, tab), page -> new TreeSet<>())
                        .add(line.substring(tab + 1).replace("_", ""));
        }
        return shown;
    }

    private static String said(Path err) {
        try {
            return Files.readString(err);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
