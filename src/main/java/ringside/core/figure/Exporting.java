package ringside.core.figure;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import ringside.core.RingsideException;
import ringside.core.WholeFile;
import ringside.core.result.ResultStore;

/** Writes figures to files. Safe to use from several threads at once. */
public final class Exporting {
    /** Points at scale 1; with {@link #DPI} a PNG has 1600 × 1000 pixels. */
    public static final int WIDTH = 1280;

    public static final int HEIGHT = 800;
    public static final int DPI = 120;

    private static final double POINTS_PER_INCH = 96;

    private final ResultStore store;
    private final Renderer renderer;

    public Exporting(ResultStore store, Renderer renderer) {
        this.store = store;
        this.renderer = renderer;
    }

    /** What a figure can be written as. */
    public enum Kind {
        PNG,
        SVG,
        PDF,
        CSV;

        /** The word on the command line, and the ending of the file's name. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Renderer.Look look(Renderer.Theme theme, int dpi) {
        return new Renderer.Look(theme, WIDTH, HEIGHT, dpi / POINTS_PER_INCH, true, null);
    }

    /** Writes the whole file, or leaves what was there. */
    public void write(Plot plot, Kind kind, Renderer.Look look, Path file) {
        try {
            WholeFile.write(file, out -> write(plot, kind, look, out));
        } catch (IOException | UncheckedIOException e) {
            throw new RingsideException(
                    "The figure could not be written to " + file + " (" + e.getMessage() + ")",
                    "check that the folder has room and may be written",
                    e);
        }
    }

    public void write(Plot plot, Kind kind, Renderer.Look look, OutputStream out) throws IOException {
        switch (kind) {
            case CSV -> out.write(PlotTable.csv(plot).getBytes(StandardCharsets.UTF_8));
            case PNG -> render(plot, Renderer.Medium.PNG, look, out);
            case SVG -> render(plot, Renderer.Medium.SVG, look, out);
            case PDF -> render(plot, Renderer.Medium.PDF, look, out);
        }
    }

    private void render(Plot plot, Renderer.Medium medium, Renderer.Look look, OutputStream out) throws IOException {
        String title = plot.figure().id() + " " + plot.figure().title();
        renderer.write(plot, look, medium, Identity.of(plot, store).texts(title), out);
    }
}
