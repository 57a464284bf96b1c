package ringside.adapter.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.NodeList;
import ringside.core.figure.Axis;
import ringside.core.figure.Figure;
import ringside.core.figure.Plot;
import ringside.core.figure.PngTexts;
import ringside.core.figure.Renderer.Drawing;
import ringside.core.figure.Renderer.Look;
import ringside.core.figure.Renderer.Medium;
import ringside.core.figure.Renderer.Theme;
import ringside.core.figure.View;

class ChartRendererFilesTest {
    private static final Look LOOK = Look.of(Theme.LIGHT, 800, 500);
    private static final Map<String, String> TEXTS =
            Map.of("Title", "HPL with 2 CPU cores", "ringside:sets", "host, Größe → λ", "ringside:sha256", "ab12");

    private final ChartRenderer renderer = new ChartRenderer();

    private byte[] written(Plot plot, Look look, Medium medium) throws IOException {
        var out = new ByteArrayOutputStream();
        renderer.write(plot, look, medium, TEXTS, out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @EnumSource
    void theSameFigureGivesTheSameBytes(Medium medium) throws IOException, InterruptedException {
        Plot plot = MadeUp.bars(8, 3, Axis.Scale.LINEAR, View.DEFAULT);
        byte[] first = written(plot, LOOK, medium);
        Thread.sleep(1100); // a date in the file would differ by now
        assertArrayEquals(first, written(plot, LOOK, medium));
    }

    @Test
    void aPngHasThePixelsOfTheDrawing() throws IOException {
        for (Plot plot : List.of(MadeUp.lines(12, View.DEFAULT), MadeUp.table(8, 6), MadeUp.empty(Figure.Kind.BARS))) {
            Drawing drawing = renderer.draw(plot, LOOK);
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(written(plot, LOOK, Medium.PNG)));
            assertArrayEquals(
                    drawing.argb(), read.getRGB(0, 0, read.getWidth(), read.getHeight(), null, 0, read.getWidth()));
        }
    }

    @Test
    void aPngCarriesItsTexts() throws IOException {
        byte[] png = written(MadeUp.table(8, 6), LOOK, Medium.PNG);
        assertEquals(TEXTS, PngTexts.read("figure.png", new ByteArrayInputStream(png)));
    }

    @Test
    void aPngOfTwiceTheDensitySaysSo() throws IOException {
        byte[] png = written(MadeUp.table(2, 2), new Look(Theme.LIGHT, 400, 300, 300 / 96.0, true, null), Medium.PNG);
        String header = new String(png, java.nio.charset.StandardCharsets.ISO_8859_1);
        int at = header.indexOf("pHYs") + 4;
        int perMetre = java.nio.ByteBuffer.wrap(png, at, 4).getInt();
        assertEquals(11811, perMetre); // 300 dpi
    }

    private static List<String> textsOf(byte[] svg) throws Exception {
        var document = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg));
        NodeList nodes = document.getElementsByTagNameNS("http://www.w3.org/2000/svg", "text");
        var texts = new ArrayList<String>();
        for (int i = 0; i < nodes.getLength(); i++) texts.add(nodes.item(i).getTextContent());
        return texts;
    }

    private List<String> textsOf(Plot plot, Look look) throws Exception {
        return textsOf(written(plot, look, Medium.SVG));
    }

    @Test
    void anSvgNamesEverySeriesAsText() throws Exception {
        Plot plot = MadeUp.lines(30, View.DEFAULT);
        List<String> texts = textsOf(plot, Look.of(Theme.DARK, 1600, 1000));
        assertTrue(
                texts.containsAll(plot.series().stream().map(Plot.Series::name).toList()), texts.toString());
        assertTrue(texts.contains("LMBench memory read with 1 core"));
        assertTrue(texts.contains("↑ higher is better"));
    }

    @Test
    void sizesStandAtTheAxisAsPeopleSayThem() throws Exception {
        List<String> texts = textsOf(MadeUp.lines(3, View.DEFAULT), Look.of(Theme.LIGHT, 1600, 1000));
        assertTrue(
                texts.containsAll(List.of("512\u00a0B", "4\u00a0KiB", "1\u00a0MiB", "128\u00a0MiB")), texts.toString());
    }

    @Test
    void aLogarithmicAxisSaysSoAndHasRoundNumbers() throws Exception {
        List<String> texts = textsOf(MadeUp.bars(10, 2, Axis.Scale.LOG10, View.DEFAULT), LOOK);
        assertTrue(texts.contains("Performance (Gflop/s), logarithmic"), texts.toString());
        assertTrue(texts.containsAll(List.of("0.2", "0.5", "1", "2", "5", "10")), texts.toString());
    }

    @Test
    void aFigureWithoutSamplesSaysSoAndWhatWouldFillIt() throws Exception {
        for (Figure.Kind kind : Figure.Kind.values()) {
            List<String> texts = textsOf(MadeUp.empty(kind), LOOK);
            assertTrue(texts.contains("No samples in the store yet"), texts.toString());
            assertTrue(texts.contains("No set has hpl with cores=2."), texts.toString());
            assertTrue(texts.contains("… and 1 more"), texts.toString());
        }
    }

    @Test
    void aFigureWhoseMeasurementsAllFailedSaysWhy() throws Exception {
        Plot bars = MadeUp.bars(2, 1, Axis.Scale.LINEAR, View.DEFAULT);
        Plot plot = MadeUp.plot(
                bars.figure(),
                List.of(MadeUp.series(0, "kvm", "kvm", List.of(MadeUp.failed(0, "out of memory")))),
                bars.categories(),
                View.DEFAULT);
        List<String> texts = textsOf(plot, LOOK);
        assertTrue(texts.contains("Every measurement of this figure failed"), texts.toString());
        assertTrue(texts.contains("out of memory"), texts.toString());
    }

    @Test
    void aLongTableSaysWhatItLeavesOut() throws Exception {
        List<String> texts = textsOf(MadeUp.table(90, 4), Look.of(Theme.LIGHT, 640, 400));
        List<String> shown = texts.stream().filter(text -> text.endsWith("KiB")).toList();
        assertTrue(texts.contains("… and " + (90 - shown.size()) + " more rows"), texts.toString());
    }

    @Test
    void aTableShowsEachValueAndEachFailure() throws Exception {
        Plot plot = MadeUp.table(8, 6);
        List<String> texts = textsOf(plot, LOOK);
        for (Plot.Series series : plot.series())
            for (Plot.Point point : series.points()) {
                String cell = point.y().isEmpty() ? "failed" : Numbers.cell(point.centre(plot.view()));
                assertTrue(texts.contains(cell), cell);
            }
    }

    @Test
    void cautionsAndWhatIsMissingStandAtTheFoot() throws Exception {
        Plot plot = MadeUp.with(
                MadeUp.lines(3, View.DEFAULT),
                List.of("One is missing.", "Two is missing.", "Three is missing.", "Four is missing."),
                List.of("Two machines."));
        List<String> texts = textsOf(plot, LOOK);
        assertTrue(texts.contains("One is missing. Two is missing. Three is missing. … and 1 more."), texts.toString());
        assertTrue(texts.contains("Two machines."), texts.toString());
        assertTrue(texts.contains("× marks a measurement that failed: bw_mem was killed."), texts.toString());
    }

    @Test
    void aThumbnailHasNoWords() throws Exception {
        Plot plot = MadeUp.with(MadeUp.lines(3, View.DEFAULT), List.of("One is missing."), List.of("Two machines."));
        List<String> texts = textsOf(plot, new Look(Theme.LIGHT, 280, 170, 1, false, null));
        assertTrue(
                texts.stream().allMatch(text -> text.matches("[\\d\\u00a0.]+|\\d+\\u00a0[KM]?i?B")), texts.toString());
        assertFalse(texts.isEmpty());
    }

    @Test
    void hostileNamesStayText() throws Exception {
        List<String> texts = textsOf(MadeUp.hostile(), Look.of(Theme.LIGHT, 1600, 1000));
        assertTrue(texts.stream().anyMatch(text -> text.contains("<b>&\"'")), texts.toString());
        assertTrue(
                texts.stream().flatMapToInt(String::chars).noneMatch(c -> c < ' ' || c == '\u202e' || c == '\ufffe'),
                texts.toString());
        byte[] pdf = written(MadeUp.hostile(), LOOK, Medium.PDF);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals(1, document.getNumberOfPages());
        }
    }

    @Test
    void textOfAPdfCanBeFound() throws IOException {
        Plot plot = MadeUp.bars(8, 3, Axis.Scale.LINEAR, View.DEFAULT);
        try (PDDocument document = Loader.loadPDF(written(plot, LOOK, Medium.PDF))) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("Figure 5.2 HPL with 2 CPU cores"), text);
            assertTrue(text.contains("N = 3000, NB = 128"), text);
            assertEquals(
                    "5.2 HPL with 2 CPU cores",
                    document.getDocumentInformation().getTitle());
            assertEquals("ab12", document.getDocumentInformation().getCustomMetadataValue("ringside:sha256"));
            assertEquals(600, document.getPage(0).getMediaBox().getWidth(), 0.01);
        }
    }

    @Test
    void lightAndDarkDiffer() throws IOException {
        Plot plot = MadeUp.table(3, 3);
        assertNotEquals(
                ImageIO.read(new ByteArrayInputStream(written(plot, LOOK, Medium.PNG)))
                        .getRGB(0, 0),
                ImageIO.read(new ByteArrayInputStream(written(plot, Look.of(Theme.DARK, 800, 500), Medium.PNG)))
                        .getRGB(0, 0));
    }

    @Test
    void aKeywordThatPngDoesNotAllowIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> renderer.write(
                        MadeUp.table(1, 1), LOOK, Medium.PNG, Map.of("a\nb", ""), new ByteArrayOutputStream()));
    }
}
