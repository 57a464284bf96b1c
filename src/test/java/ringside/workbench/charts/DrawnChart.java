package ringside.workbench.charts;

import java.nio.file.Path;
import java.util.List;
import ringside.core.digitise.Area;
import ringside.core.digitise.Scale;
import ringside.core.digitise.Series;

/**
 * A chart whose numbers are known, as some program drew it.
 *
 * @param kind of chart, for the table: {@code lines, log}
 * @param medium {@code PNG 100 dpi}, {@code PNG 300 dpi} or {@code PDF}
 * @param frame where the axes run, in page units
 * @param x from the frame's left to its right, or the categories
 * @param y from the frame's bottom to its top
 */
record DrawnChart(
        String program,
        String kind,
        String medium,
        Path file,
        Area frame,
        Scale x,
        Scale y,
        Series.Method method,
        List<Curve> curves) {
    /** @param points x (or the category's index) and y */
    record Curve(String name, String colour, List<double[]> points) {}

    boolean pdf() {
        return medium.equals("PDF");
    }

    String name() {
        return program + ", " + kind + ", " + medium;
    }
}
