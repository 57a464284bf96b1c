package ringside.core.comparison.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.core.Sha256;
import ringside.core.archive.Bundled;
import ringside.core.comparison.Answer;
import ringside.core.comparison.ClaimFile;
import ringside.core.comparison.Need;
import ringside.core.feature.FeatureMatrix;
import ringside.workbench.Workbench;

/**
 * Every byte of the reports on what comes with the program, by the checksums of their files; for the stories that the
 * published data carry, and for the one that they do not, the page as well, without its figures. A PDF is packed by
 * whatever zlib Java has, so its bytes are compared on one machine only, in {@link ReportTest}.
 */
class GoldenReportTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/report");
    private static final FeatureMatrix MATRIX = Workbench.catalogue().matrix();
    private static Workbench workbench;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        workbench = Workbench.open("jdbc:h2:mem:" + UUID.randomUUID());
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    static List<String> sets() {
        return Bundled.names().stream()
                .map(name -> name.replace(".ringside", ""))
                .toList();
    }

    private Path report(Need need) {
        Path out = folder.resolve("report");
        workbench.report(MATRIX).write(Answer.of(need, workbench.sources(MATRIX, ClaimFile.bundled())), out);
        return out;
    }

    private static Need about(String set) {
        return Need.DEFAULT.withSets(new TreeSet<>(List.of(set)));
    }

    private static String sums(Path report) throws IOException {
        try (Stream<Path> files = Files.walk(report)) {
            var lines = new TreeSet<String>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = report.relativize(file).toString().replace('\\', '/');
                if (!name.endsWith(".pdf")) lines.add(name + " " + Sha256.of(Files.readAllBytes(file)));
            }
            return lines.stream().collect(Collectors.joining("\n", "", "\n"));
        }
    }

    private static void assertGolden(String name, String now) throws IOException {
        Path file = GOLDEN.resolve(name);
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, now);
        } else {
            assertEquals(Files.readString(file), now, name);
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void theReportOnASetIsToTheByteWhatItWas(String set) throws IOException {
        assertGolden(set + ".txt", sums(report(about(set))));
    }

    @Test
    void theReportOnAllSetsIsToTheByteWhatItWas() throws IOException {
        assertGolden("all.txt", sums(report(Need.DEFAULT)));
    }

    /** Tuning, a cache that was taken for a disk, programs beside a host, emulation; and two set-ups, not two platforms. */
    @ParameterizedTest
    @ValueSource(strings = {"felter-2014", "nakano-2013", "hayden-2014", "tub-2018-a", "dentis-2021"})
    void thePageTellsItsStory(String set) throws IOException {
        String page = Files.readString(report(about(set)).resolve("report.html"));
        assertGolden(set + ".html", page.replaceAll("(?s)<svg.*?</svg\\s*>", "<svg/>"));
    }

    @Test
    void thePageOnTwoSetUpsSaysThatTheyAreNotTwoPlatforms() throws IOException {
        String page = Files.readString(report(about("dentis-2021")).resolve("report.html"));
        assertTrue(page.contains("Not the platform (takes evidence away)"));
        assertTrue(page.contains("Nothing that counts was measured beside its own bare host"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG-u-nu-arab"})
    void aReportIsTheSameWhereverItIsWritten(String language) throws IOException {
        String here = sums(report(about("hayden-2014")));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertEquals(here, sums(report(about("hayden-2014"))));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
