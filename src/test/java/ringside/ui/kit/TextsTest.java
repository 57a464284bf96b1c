package ringside.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bundles of the window's words, and the code that asks for them. */
class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java/ringside/ui");
    private static final Path BUNDLES = Path.of("src/main/resources/ringside/ui");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

    /** What looks like words for people and is none: names, keys, files and what other programs read. */
    private static final Set<String> DATA = Set.of(
            "BenchModel.java: host on", // a label that is stored
            "Doorbell.java: too many",
            "Draft.java: field",
            "Entries.java: 10 GiB",
            "FactWords.java: Xen",
            "FactWords.java: virtual machine",
            "Magnified.java: .root.popup, .context-menu, .combo-box-popup { -fx-font-size: %.1fpx; }"
                    + " .tooltip { -fx-font-size: %.1fpx; }",
            "MatrixSaving.java: Ringside",
            "MatrixSaving.java: Software",
            "MatrixSaving.java: Title",
            "SectionsText.java: page =",
            "SeriesPane.java: cores=2; disk=raw",
            "Spot.java: Nehalem",
            "Spot.java: cdrom, disk",
            "Spot.java: disk, network",
            "Spot.java: network, disk",
            "StartPage.java: Ringside",
            "StateFile.java: How Ringside's window stood when it was closed",
            "Visit.java: .recent .pressable",
            "WhatPane.java: cores=1; operation=rd",
            "Window.java: Ringside");

    private static Wording wording;
    private static final Map<String, String> TEXTS = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES);
                var compiler = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            List<Path> java = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            wording = Wording.of(compiler.getJavaFileObjectsFromPaths(java));
        }
        try (Stream<Path> files = Files.walk(BUNDLES)) {
            for (Path file :
                    files.filter(one -> one.endsWith("texts.properties")).toList()) {
                var bundle = new Properties();
                try (Reader in = Files.newBufferedReader(file)) {
                    bundle.load(in);
                }
                String name = BUNDLES.relativize(file).getName(0).toString();
                for (String key : bundle.stringPropertyNames()) {
                    assertTrue(key.startsWith(name + "."), () -> key + " does not belong into the bundle " + name);
                    TEXTS.put(key, bundle.getProperty(key));
                }
            }
        }
    }

    @Test
    void everyTextIsAskedForAndWhatIsAskedForIsThere() {
        var asked = new TreeSet<String>();
        for (Wording.Asked one : wording.asked()) {
            if (one.whole()) asked.add(one.key());
            else
                TEXTS.keySet().stream().filter(key -> key.startsWith(one.key())).forEach(asked::add);
        }
        var unasked = new TreeSet<>(TEXTS.keySet());
        unasked.removeAll(asked);
        asked.removeAll(TEXTS.keySet());
        assertEquals(Set.of(), unasked, "nobody asks for them");
        assertEquals(Set.of(), asked, "they are not there");
    }

    @Test
    void aPackageSpeaksOutOfItsOwnBundle() {
        assertEquals(
                List.of(),
                wording.asked().stream()
                        .filter(one -> !one.folder().equals("ui")) // the session brings the packages together
                        .filter(one -> !one.key().startsWith(one.folder() + "."))
                        .toList());
    }

    @Test
    void eachPlaceOfATextIsFilled() {
        var wrong = new ArrayList<String>();
        for (Wording.Asked one : wording.asked()) {
            String text = TEXTS.getOrDefault(one.key(), "");
            if (one.whole() && places(text) != one.values()) wrong.add(one.key() + " is filled with " + one.values());
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void textsWithPlacesAreLegalAndTheirApostrophesStandTwice() {
        var wrong = new ArrayList<String>();
        TEXTS.forEach((key, text) -> {
            if (places(text) == 0) {
                if (text.contains("''")) wrong.add(key);
                return;
            }
            if (text.replace("''", "").replaceAll("'[{}]'", "").contains("'")) wrong.add(key);
            assertFalse(new MessageFormat(text).toPattern().isEmpty(), key);
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void noWordsForPeopleStandInTheCode() {
        assertEquals(
                "",
                String.join(
                        "\n",
                        wording.said().stream()
                                .filter(said -> !DATA.contains(said))
                                .toList()));
        assertEquals(
                List.of(),
                DATA.stream().filter(data -> !wording.said().contains(data)).toList(),
                "not there any more");
    }

    @Test
    void suchWordsAreFound() throws IOException {
        var found = Wording.of(List.of(source("""
                package ringside.ui.host;
                class Spoken {
                    void build() {
                        var button = new Button("_Cancel");
                        button.setId("cancel it");
                        button.getStyleClass().add("not said");
                        button.setTooltip(new Tooltip(name + " is gone"));
                        show(Texts.of("host.cancel", "1 core"), "muted", "ringside sets list");
                        throw new IllegalStateException("not for people");
                    }
                }
                """)));

        assertEquals(List.of("Spoken.java: _Cancel", "Spoken.java: is gone", "Spoken.java: 1 core"), found.said());
        assertEquals(List.of(new Wording.Asked("host", "host.cancel", true, 1)), found.asked());
    }

    @Test
    void countsAreWrittenWithTheirWord() {
        assertEquals("0 samples", Texts.of("figure.figure-tile.samples", 0L));
        assertEquals("1 sample", Texts.of("figure.figure-tile.samples", 1L));
        assertEquals(Amount.count(12_345) + " samples", Texts.of("figure.figure-tile.samples", 12_345L));
        assertEquals("Each measurement 1000 times.", Texts.of("bench.choose.exactly", 1000, 0));
        assertEquals("Each measurement 5 times, after 1 warm-up.", Texts.of("bench.choose.exactly", 5, 1));
        assertEquals("Each measurement 5 times, after 2 warm-ups.", Texts.of("bench.choose.exactly", 5, 2));
        assertEquals(
                "1 of these 3 files was printed by benchmark tools.", Texts.of("result.import.some-printed", 1, 3));
        assertEquals(
                "2 of these 3 files were printed by benchmark tools.", Texts.of("result.import.some-printed", 2, 3));
    }

    @Test
    void whatFillsATextIsNotReadAsOne() {
        assertEquals("Saving {0} it's", Texts.of("host.saving", "{0} it's"));
    }

    /** How many values a text takes. */
    private static int places(String text) {
        return PLACE.matcher(text)
                .results()
                .map((MatchResult found) -> Integer.parseInt(found.group(1)) + 1)
                .max(Integer::compare)
                .orElse(0);
    }

    private static JavaFileObject source(String text) {
        return new SimpleJavaFileObject(URI.create("string:///Spoken.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignored) {
                return text;
            }
        };
    }
}
