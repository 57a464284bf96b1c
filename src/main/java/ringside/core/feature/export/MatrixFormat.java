package ringside.core.feature.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;
import ringside.core.RingsideException;
import ringside.core.WholeFile;

/** What the matrix can be written as. */
public enum MatrixFormat {
    /** One line for each cell. */
    CSV("csv", "csv", MatrixCsv::of),
    /** For scripts; always both times. */
    JSON("json", "json", MatrixJson::of),
    /** A table, and below it every cell with its source. */
    MARKDOWN("markdown", "md", MatrixMarkdown::of),
    /** The same as one page that needs nothing else. */
    HTML("html", "html", MatrixHtml::of);

    private final String word;
    private final String extension;
    private final Function<MatrixExcerpt, String> writer;

    MatrixFormat(String word, String extension, Function<MatrixExcerpt, String> writer) {
        this.word = word;
        this.extension = extension;
        this.writer = writer;
    }

    /** As the command line names it. */
    public String word() {
        return word;
    }

    /** Of a file's name, without the dot. */
    public String extension() {
        return extension;
    }

    /** The whole text, with a line end after its last line. */
    public String text(MatrixExcerpt excerpt) {
        return writer.apply(excerpt);
    }

    /** Writes the whole file, or leaves what was there. */
    public void write(MatrixExcerpt excerpt, Path file) {
        write(text(excerpt), file);
    }

    /** Writes a text that was made before. */
    public static void write(String text, Path file) {
        try {
            WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new RingsideException(
                    "The matrix could not be written to " + file + " (" + e.getMessage() + ")",
                    "check that the folder has room and may be written",
                    e);
        }
    }
}
