package ringside.core.figure;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import ringside.core.RingsideException;
import ringside.core.figure.Renderer.Look;
import ringside.core.figure.Renderer.Medium;
import ringside.core.result.ResultStore;

/** Writes figures to files: drawn, with the identity of their data inside, or as the data themselves. */
public record FigureFile(ResultStore store, Renderer renderer) {
    public enum Format {
        PNG,
        SVG,
        PDF,
        CSV;

        /** Also the word for it on the command line. */
        public String extension() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a figure's file is called where nobody says otherwise. */
    public static String name(Figure figure, Format format) {
        String stem = figure.ofTheStudy() ? "figure-" + figure.id() : figure.id();
        return stem.replaceAll("[^A-Za-z0-9._-]", "-") + "." + format.extension();
    }

    /** Puts the file in place when it is whole, and leaves what was there if anything fails. */
    public void write(Plot plot, Look look, Format format, Path out) {
        Path part = out.resolveSibling(out.getFileName() + ".part");
        try {
            Path folder = out.toAbsolutePath().getParent();
            if (folder != null) Files.createDirectories(folder);
            try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(part))) {
                write(plot, look, format, to);
            }
            Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new RingsideException(
                    "Figure " + plot.figure().id() + " could not be written to " + out + " (" + e + ")",
                    "choose a folder that can be written to and has room",
                    e);
        } finally {
            part.toFile().delete(); // there only after a failure
        }
    }

    public void write(Plot plot, Look look, Format format, OutputStream out) throws IOException {
        switch (format) {
            case PNG -> draw(plot, look, Medium.PNG, out);
            case SVG -> draw(plot, look, Medium.SVG, out);
            case PDF -> draw(plot, look, Medium.PDF, out);
            case CSV -> out.write(PlotTable.csv(plot).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void draw(Plot plot, Look look, Medium medium, OutputStream out) throws IOException {
        String title = plot.figure().id() + " " + plot.figure().title();
        renderer.write(plot, look, medium, Identity.of(plot, store).texts(title), out);
    }
}
