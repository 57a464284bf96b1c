package ringside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.core.digitise.Digitisation;
import ringside.core.digitise.DigitisationFile;

class DigitiseCommandTest {
    @TempDir
    Path folder;

    @Test
    void theResolutionAskedForIsKeptWithWhatWasRead() throws IOException {
        assertEquals("", digitise("KVM", "--dpi", "300"));
        assertEquals(300, read().source().dpi());
    }

    @Test
    void aNameThatIsNoPlatformMakesNone() throws IOException {
        assertEquals(
                "warning: the file does not say which platform ran it; state it with --platform\n",
                digitise("circles"));
        assertEquals(Optional.empty(), read().series().getFirst().platform());
    }

    @Test
    void thePlatformAskedForIsThatOfNamesThatAreNone() throws IOException {
        assertEquals("", digitise("circles", "--platform", "docker"));
        assertEquals(Optional.of("docker"), read().series().getFirst().platform());
        assertEquals("", digitise("KVM", "--platform", "docker", "--set", "another"));
        assertEquals(Optional.empty(), read().series().getFirst().platform());
    }

    private Digitisation read() {
        return DigitisationFile.read(folder.resolve("read.yaml"));
    }

    /** @return what it warned of */
    private String digitise(String series, String... more) throws IOException {
        Path calibration = Files.writeString(folder.resolve("chart.yaml"), """
                ringside-figure: 1
                document:
                  page: 1
                  units: points
                figure: free
                benchmark: fio
                metric: Bandwidth
                unit: MB/s
                better: higher
                x: size
                axes:
                  x:
                    from: {at: [20, 90], value: 0}
                    to: {at: [180, 90], value: 16}
                  y:
                    from: {at: [20, 90], value: 0}
                    to: {at: [20, 10], value: 8}
                at: [2, 8]
                series:
                  - name: %s
                    colour: "#ff0000"
                    read: line
                """.formatted(series));
        var words = new ArrayList<>(List.of(
                "--store", folder.resolve("store").toString(),
                "digitise", pdf().toString(),
                "--calibration", calibration.toString(),
                "--out", folder.resolve("read.yaml").toString()));
        words.addAll(List.of(more));
        var err = new ByteArrayOutputStream();
        int exit = RingsideCommand.run(
                words.toArray(String[]::new),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                location -> {});
        String said = err.toString(StandardCharsets.UTF_8);
        assertEquals(0, exit, said);
        return said.lines()
                .filter(line -> line.startsWith("warning"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private Path pdf() throws IOException {
        Path file = folder.resolve("chart.pdf");
        try (var document = new PDDocument()) {
            var page = new PDPage(new PDRectangle(200, 100));
            document.addPage(page);
            try (var stream = new PDPageContentStream(document, page)) {
                stream.setStrokingColor(1f, 0f, 0f);
                stream.moveTo(30, 20);
                stream.lineTo(170, 80);
                stream.stroke();
            }
            document.save(file.toFile());
        }
        return file;
    }
}
