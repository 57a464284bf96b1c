package ringside.core.comparison.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.core.Progress;
import ringside.core.Sha256;
import ringside.core.comparison.Answer;
import ringside.core.comparison.AnswerJson;
import ringside.core.comparison.ClaimFile;
import ringside.core.comparison.Need;
import ringside.core.comparison.NeedFile;
import ringside.core.comparison.Purpose;
import ringside.core.feature.FeatureMatrix;
import ringside.core.format.Content;
import ringside.core.format.Request;
import ringside.core.json.Json;
import ringside.workbench.Workbench;

class ReportTest {
    private static final FeatureMatrix MATRIX = Workbench.catalogue().matrix();
    private static final Need NEED = Need.of(Purpose.HPC).withSets(new TreeSet<>(List.of("hayden-2014", "tub-2018-a")));

    private static Workbench workbench;
    private static Answer answer;

    @TempDir
    static Path folder;

    @BeforeAll
    static void write() {
        workbench = Workbench.open("jdbc:h2:mem:" + UUID.randomUUID());
        answer = Answer.of(NEED, workbench.sources(MATRIX, ClaimFile.bundled()));
        workbench.report(MATRIX).write(answer, folder.resolve("first"));
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    private static String text(String file) throws IOException {
        return Files.readString(folder.resolve("first").resolve(file));
    }

    private static TreeMap<String, byte[]> content(Path root) throws IOException {
        var content = new TreeMap<String, byte[]>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                content.put(root.relativize(file).toString(), Files.readAllBytes(file));
        }
        return content;
    }

    @Test
    void allOfItIsThereAndTheSameAnswerGivesTheSameBytes() throws IOException {
        workbench.report(MATRIX).write(answer, folder.resolve("second"));
        var first = content(folder.resolve("first"));
        var second = content(folder.resolve("second"));
        assertEquals(first.keySet(), second.keySet());
        first.forEach((name, bytes) -> assertArrayEquals(bytes, second.get(name), name));
        for (String name : List.of(
                "answer.json",
                "report.html",
                "report.pdf",
                "figures/overhead.svg",
                "figures/P.hayden-time.pdf",
                "data/cells.csv",
                "data/samples.csv",
                "data/need.yaml",
                "data/SHA256SUMS")) assertTrue(first.containsKey(name), name);
    }

    @Test
    void thePageIsWellFormedAndLoadsNothing() throws Exception {
        String html = text("report.html");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        assertTrue(html.contains("<svg"), "figures are in the page, as vectors");
        assertFalse(html.matches("(?s).*(<script|<link|<iframe|\\bsrc=|@import|url\\((?!#)).*"), "something is loaded");
        assertFalse(html.matches("(?s).*\\bhref=\"(?!#).*"), "something is linked to outside the page");
        for (String section : List.of("Answer", "Findings", "Claims", "Methods", "Machines and configurations"))
            assertTrue(html.contains(">" + section + "</h2>"), section);
        assertTrue(html.contains("Efron, Canadian Journal of Statistics 9, 1981"));
        assertTrue(html.contains("https://major.io/2014/06/22/performance-benchmarks-kvm-vs-xen/"));
    }

    @Test
    void everyPlaceOfTheMapLeadsToWhatIsBehindIt() throws IOException {
        String html = text("report.html");
        String map = html.substring(html.indexOf("id=\"map\""), html.indexOf("id=\"findings\""));
        var links = Pattern.compile("<a href=\"#([^\"]+)\">[\\d.,]+ %").matcher(map);
        int found = 0;
        for (; links.find(); found++) assertTrue(html.contains("id=\"" + links.group(1) + "\""), links.group(1));
        assertEquals(answer.map().entries().size(), found);
        assertTrue(found > 0);
    }

    @Test
    void aBenchmarkThatNoFigureShowsIsDrawnByItself() throws IOException {
        try (Workbench other = Workbench.open("jdbc:h2:mem:" + UUID.randomUUID())) {
            var rows = new StringBuilder(
                    "set,platform,configuration,benchmark,metric,unit,better,value,repetition,parameters\n");
            for (String platform : List.of("host", "kvm"))
                for (int size = 1; size <= 4; size++)
                    rows.append("made-up," + platform + "," + platform + ",lmbench,latency,us,lower," + size
                            + ",1,tokens=" + size + "\n");
            Path file = Files.writeString(folder.resolve("made-up.csv"), rows);
            other.importing().read(Content.of(file), Request.AUTOMATIC, Progress.SILENT);
            Need need = Need.DEFAULT.withSets(new TreeSet<>(List.of("made-up")));
            Answer own = Answer.of(need, other.sources(MATRIX, ClaimFile.bundled()));
            other.report(MATRIX).write(own, folder.resolve("own"));
            String html = Files.readString(folder.resolve("own/report.html"));
            assertTrue(html.contains("<a href=\"#figure-own-lmbench-latency-us\">100.0 %"), html);
            assertTrue(html.contains("id=\"figure-own-lmbench-latency-us\""));
            assertTrue(Files.exists(folder.resolve("own/figures/own-lmbench-latency-us.svg")));
        }
    }

    @Test
    void onPaperTheTextCanBeSelectedAndFiguresAreVectors() throws IOException {
        try (var document = Loader.loadPDF(folder.resolve("first/report.pdf").toFile())) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("Which platform? Computing (HPC)"), text);
            for (String summary : answer.summary())
                assertTrue(
                        text.replaceAll("\\s+", " ").contains(summary.substring(0, Math.min(40, summary.length()))),
                        summary);
            assertTrue(document.getDocumentInformation().getCreationDate() == null, "no date makes bytes differ");
        }
    }

    @Test
    void onPaperEveryFaceIsEmbedded() throws IOException {
        var open = new TreeSet<String>();
        try (var document = Loader.loadPDF(folder.resolve("first/report.pdf").toFile())) {
            for (var page : document.getPages())
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    if (!font.isEmbedded()) open.add(font.getName());
                }
        }
        assertEquals(new TreeSet<String>(), open);
    }

    @Test
    void wordsOfStatisticsAreExplainedOnThePage() throws IOException {
        String html = text("report.html");
        for (String word : List.of(
                "bootstrap interval", "rank-sum test (Mann-Whitney test", "Holm correction", "percent of native"))
            assertTrue(html.contains("<dt>" + word), word);
    }

    @Test
    void checksumsAreThoseOfTheFiles() throws IOException {
        List<String> sums = text("data/SHA256SUMS").lines().toList();
        try (Stream<Path> files = Files.list(folder.resolve("first/data"))) {
            assertEquals(files.count() - 1, sums.size());
        }
        for (String line : sums) {
            String[] parts = line.split(" {2}", 2);
            assertEquals(
                    parts[0],
                    Sha256.of(Files.readAllBytes(folder.resolve("first/data").resolve(parts[1]))),
                    line);
        }
    }

    @Test
    void theNeedAndTheSamplesBesideItGiveTheSameAnswerAgain() throws IOException {
        try (Workbench other = Workbench.open("jdbc:h2:mem:" + UUID.randomUUID())) {
            for (String set : NEED.sets()) other.store().discard(set);
            other.store().purge();
            Path samples = folder.resolve("first/data/samples.csv");
            other.importing().read(Content.of(samples), Request.AUTOMATIC, Progress.SILENT);
            Need need = NeedFile.read(folder.resolve("first/data/need.yaml"), MATRIX);
            assertEquals(NEED, need);
            Answer again = Answer.of(need, other.sources(MATRIX, ClaimFile.bundled()));
            var first = Json.object(AnswerJson.write(answer));
            var second = Json.object(AnswerJson.write(again));
            assertEquals(first.get("cells"), second.get("cells"));
            assertEquals(first.get("map"), second.get("map"));
        }
    }
}
