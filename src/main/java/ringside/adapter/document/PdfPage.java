package ringside.adapter.document;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.digitise.Outline;
import ringside.core.digitise.Scan;

/** One page of a PDF: drawn, and its paths as they stand in it. */
final class PdfPage {
    static final double POINTS_PER_INCH = 72;

    private PdfPage() {}

    static Scan open(Path file, String name, String sha, int page, int dpi) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            int pages = document.getNumberOfPages();
            if (page < 1 || page > pages)
                throw new RingsideException(
                        name + " has " + pages + (pages == 1 ? " page" : " pages") + ", and no page " + page,
                        "choose one of 1 to " + pages);
            PDPage one = document.getPage(page - 1);
            List<Outline> outlines = Outlines.of(one, new Patience());
            double fitting = fitting(file, one, dpi);
            BufferedImage image = new PatientRenderer(document, new Patience())
                    .renderImageWithDPI(page - 1, (float) fitting, ImageType.RGB);
            return new Scan(name, sha, page, pages, true, Pictures.of(image, POINTS_PER_INCH / fitting), outlines);
        } catch (InvalidPasswordException e) {
            throw new RingsideException(
                    name + " is protected by a password", "save it without one, and open that file", e);
        } catch (Patience.Over e) {
            throw new RingsideException(
                    "Page " + page + " of " + name + " " + e.getMessage(),
                    "make a picture of it with another program, and open that",
                    e);
        } catch (RingsideException | Progress.Cancelled known) {
            throw known;
        } catch (RuntimeException | StackOverflowError e) {
            // PDFBox meets hostile files with whatever exception comes first
            throw new IOException("it is damaged", e);
        }
    }

    /** The resolution asked for, or the one at which the page is as large as a picture may be. */
    private static double fitting(Path file, PDPage page, int dpi) {
        PDRectangle box = page.getCropBox();
        double inches = Math.sqrt(box.getWidth() * (double) box.getHeight()) / POINTS_PER_INCH;
        double fitting = Math.min(dpi, Math.floor(Math.sqrt(Documents.MOST_PIXELS) / inches) - 1);
        double least = Math.max(1, fitting) / POINTS_PER_INCH;
        Pictures.requireBounded(file, Math.floor(box.getWidth() * least), Math.floor(box.getHeight() * least));
        return Math.max(1, fitting);
    }

    /** Draws no longer than one is willing to wait. */
    private static final class PatientRenderer extends PDFRenderer {
        private final Patience patience;

        PatientRenderer(PDDocument document, Patience patience) {
            super(document);
            this.patience = patience;
            setSubsamplingAllowed(true);
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new PageDrawer(parameters) {
                @Override
                protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
                    patience.spend();
                    super.processOperator(operator, operands);
                }
            };
        }
    }
}
