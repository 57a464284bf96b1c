package ringside.core.digitise;

import java.nio.file.Path;

/** Opens documents and pictures. Slow. */
public interface Scans {
    /** The resolution at which a page is drawn, lowered where the page is large. */
    int USUAL_DPI = 200;

    /**
     * @param page from 1; a picture has one
     * @param dpi for pages of a PDF
     * @throws ringside.core.RingsideException for what cannot be read, is protected, or is too large
     */
    Scan open(Path file, int page, int dpi);
}
