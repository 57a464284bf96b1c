package ringside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.core.digitise.DigitisationFile;

class DigitiseCommandTest {
    @TempDir
    Path folder;

    @Test
    void theResolutionAskedForIsKeptWithWhatWasRead() throws IOException {
        Path pdf = pdf();
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
                  - name: KVM
                    colour: "#ff0000"
                    read: line
                """);
        Path read = folder.resolve("read.yaml");
        var err = new ByteArrayOutputStream();
        String[] words = {
            "--store", folder.resolve("store").toString(),
            "digitise", pdf.toString(),
            "--calibration", calibration.toString(),
            "--dpi", "300",
            "--out", read.toString()
        };
        int exit = RingsideCommand.run(
                words,
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                location -> {});

        assertEquals(0, exit, err.toString(StandardCharsets.UTF_8));
        assertEquals(300, DigitisationFile.read(read).source().dpi());
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
