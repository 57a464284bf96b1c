package ringside.adapter.plot;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import ringside.core.figure.Plot;
import ringside.core.figure.Renderer.Look;

/** A figure as one PDF page: vectors, and text that can be selected, with no date in it. */
final class PdfFile {
    private static final double POINTS_PER_INCH = 72;

    /** Properties that PDF itself defines: set above, or left out because they would be a date. */
    private static final Set<String> RESERVED = Set.of(
            "Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate", "Trapped");

    private PdfFile() {}

    static void write(Plot plot, Look look, Map<String, String> texts, OutputStream out) throws IOException {
        double scale = POINTS_PER_INCH / ChartRenderer.PIXELS_PER_INCH;
        float width = (float) (look.width() * scale);
        float height = (float) (look.height() * scale);
        try (var document = new PDDocument();
                var drawer = new PdfBoxGraphics2DFontTextDrawer()) {
            var page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            describe(document, plot, texts);
            register(document, drawer);
            var g = new PdfBoxGraphics2D(document, width, height);
            g.setFontTextDrawer(drawer);
            g.transform(AffineTransform.getScaleInstance(scale, scale));
            new Sheet(plot, look, false).draw(g);
            g.dispose();
            try (var content = new PDPageContentStream(document, page)) {
                content.drawForm(g.getXFormObject());
            }
            document.setDocumentId(0L); // else the file's id is made of the time
            document.save(out);
        }
    }

    private static void register(PDDocument document, PdfBoxGraphics2DFontTextDrawer drawer) throws IOException {
        try (InputStream face = PDDocument.class.getResourceAsStream(Lettering.FACE_RESOURCE)) {
            if (face != null) drawer.registerFont(Lettering.face(), PDType0Font.load(document, face, true));
        }
    }

    private static void describe(PDDocument document, Plot plot, Map<String, String> texts) {
        PDDocumentInformation about = document.getDocumentInformation();
        about.setTitle(Lettering.clean(plot.figure().id() + " " + plot.figure().title()));
        about.setSubject(Lettering.clean(plot.caption()));
        about.setCreator("Ringside");
        new TreeMap<>(texts).forEach((name, text) -> {
            if (!RESERVED.contains(name)) about.setCustomMetadataValue(name, text);
        });
    }
}
