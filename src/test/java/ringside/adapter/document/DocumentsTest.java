package ringside.adapter.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.digitise.Outline;
import ringside.core.digitise.Place;
import ringside.core.digitise.Scan;

class DocumentsTest {
    private final Documents documents = new Documents();

    @TempDir
    Path folder;

    private Path pdf(int rotation, PDRectangle box, Optional<String> password) throws IOException {
        Path file = folder.resolve("page-" + rotation + password.orElse("") + ".pdf");
        try (var document = new PDDocument()) {
            var page = new PDPage(box);
            page.setRotation(rotation);
            document.addPage(page);
            try (var stream = new PDPageContentStream(document, page)) {
                stream.setStrokingColor(1f, 0f, 0f);
                stream.moveTo(20, 30);
                stream.lineTo(120, 30);
                stream.lineTo(120, 80);
                stream.stroke();
            }
            if (password.isPresent())
                document.protect(new StandardProtectionPolicy("owner", password.get(), new AccessPermission()));
            document.save(file.toFile());
        }
        return file;
    }

    /** A path's place and the pixel that it is drawn on are the same place, however the page is turned. */
    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void pathsLieWhereTheyAreDrawn(int rotation) throws IOException {
        Scan scan = documents.open(pdf(rotation, new PDRectangle(10, 5, 200, 100), Optional.empty()), 1, 144);
        Outline line = scan.outlines().getFirst();
        assertEquals(3, line.corners().size());
        assertEquals(0xff0000, line.rgb());
        Place a = line.corners().get(0);
        Place b = line.corners().get(1);
        int seen = scan.picture().at(new Place((a.x() + b.x()) / 2, (a.y() + b.y()) / 2));
        assertTrue((seen >> 16 & 0xff) > 200 && (seen & 0xff) < 160, Integer.toHexString(seen));
        if (rotation == 0)
            assertEquals(List.of(new Place(10, 75), new Place(110, 75), new Place(110, 25)), line.corners());
    }

    @Test
    void openingEndsWhenItIsCancelled() throws IOException {
        Path file = pdf(0, PDRectangle.A4, Optional.empty());
        Thread.currentThread().interrupt();
        try {
            assertThrows(Progress.Cancelled.class, () -> documents.open(file, 1, 72));
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void aPageThatIsNotThereIsRefused() throws IOException {
        Path file = pdf(0, PDRectangle.A4, Optional.empty());
        assertEquals("page-0.pdf has 1 page, and no page 2", refused(file, 2).problem());
    }

    @Test
    void aProtectedFileIsRefusedWithWhatToDo() throws IOException {
        Path file = pdf(0, PDRectangle.A4, Optional.of("secret"));
        assertEquals(
                "page-0secret.pdf is protected by a password", refused(file, 1).problem());
    }

    @Test
    void aHugePageIsDrawnWithFewerDots() throws IOException {
        Scan scan = documents.open(pdf(0, new PDRectangle(8000, 8000), Optional.empty()), 1, 1200);
        assertTrue((long) scan.picture().width() * scan.picture().height() <= Documents.MOST_PIXELS);
    }

    @Test
    void aPictureThatClaimsToBeHugeIsRefusedBeforeItIsUnpacked() throws IOException {
        Path file = Files.write(folder.resolve("bomb.png"), header(60_000, 60_000));
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertEquals(
                        "bomb.png has 60000 x 60000 pixels, which is too large",
                        refused(file, 1).problem()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void picturesAreReadWhateverTheirNameSays(String kind) throws IOException {
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 30; y++) for (int x = 0; x < 40; x++) image.setRGB(x, y, 0xffffff);
        Path file = folder.resolve("picture.data");
        ImageIO.write(image, kind, file.toFile());
        Scan scan = documents.open(file, 1, 200);
        assertEquals(
                List.of(40, 30, 1.0),
                List.of(
                        scan.picture().width(),
                        scan.picture().height(),
                        scan.picture().unit()));
        assertEquals(0xffffff, scan.picture().at(20, 15) | 0x030303);
    }

    @Test
    void whatIsNeitherIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "just words");
        assertEquals(
                "notes.txt is neither a PDF nor a picture that can be read",
                refused(file, 1).problem());
        assertEquals(
                "There is no file " + folder.resolve("none"),
                refused(folder.resolve("none"), 1).problem());
    }

    @Test
    void aFormThatDrawsItselfDoesNotHang() throws IOException {
        String form = "1 0 0 1 0 0 cm /F Do /F Do";
        String pdf =
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>endobj\n"
                        + "4 0 obj<</Length 5>>stream\n/F Do\nendstream endobj\n"
                        + "5 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>/Length "
                        + form.length()
                        + ">>stream\n" + form + "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF";
        Path file = Files.writeString(folder.resolve("loop.pdf"), pdf);
        assertTimeoutPreemptively(Duration.ofSeconds(150), () -> {
            try {
                documents.open(file, 1, 72);
            } catch (RingsideException told) {
                assertTrue(told.problem().contains("loop.pdf"), told.problem());
            }
        });
    }

    /** Whatever is done to a file, it is read or refused with a reason. */
    @Test
    void damagedFilesAreReadOrRefusedAndNeverAFault() throws IOException {
        byte[] pdf = Files.readAllBytes(pdf(0, new PDRectangle(100, 100), Optional.empty()));
        var image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
        Path png = folder.resolve("whole.png");
        ImageIO.write(image, "png", png.toFile());
        var random = new Random(5);
        for (byte[] whole : List.of(pdf, Files.readAllBytes(png)))
            for (int i = 0; i < 150; i++) {
                byte[] damaged =
                        Arrays.copyOf(whole, random.nextInt(3) == 0 ? random.nextInt(whole.length) : whole.length);
                for (int edits = random.nextInt(8); edits >= 0 && damaged.length > 0; edits--)
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                Path file = Files.write(folder.resolve("damaged"), damaged);
                try {
                    documents.open(file, 1, 50);
                } catch (RingsideException told) {
                    assertTrue(told.problem().contains("damaged"), told.problem());
                }
            }
    }

    private RingsideException refused(Path file, int page) {
        return assertThrows(RingsideException.class, () -> documents.open(file, page, 200));
    }

    private static byte[] header(int width, int height) {
        byte[] data = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        var crc = new CRC32();
        crc.update(data);
        return ByteBuffer.allocate(8 + 4 + 17 + 4)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})
                .putInt(13)
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }
}
