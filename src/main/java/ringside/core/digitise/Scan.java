package ringside.core.digitise;

import java.util.List;

/**
 * A page to read a figure off.
 *
 * @param name the file's
 * @param sha256 of the file
 * @param page from 1
 * @param pages how many the document has
 * @param pdf whether page units are points, else pixels
 * @param outlines what is drawn on it as vectors; empty for a picture
 */
public record Scan(
        String name, String sha256, int page, int pages, boolean pdf, Picture picture, List<Outline> outlines) {
    public Scan {
        outlines = List.copyOf(outlines);
    }
}
