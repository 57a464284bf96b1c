package ringside.core.comparison.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Sets a page on paper. */
public interface Press {
    /**
     * Writes a PDF. The same page gives the same bytes.
     *
     * @param page well-formed XHTML that refers to pictures by the names they have in {@code pictures}
     * @param pictures name → a PDF of one page, which stays vectors
     */
    void print(String page, Map<String, byte[]> pictures, OutputStream out) throws IOException;
}
