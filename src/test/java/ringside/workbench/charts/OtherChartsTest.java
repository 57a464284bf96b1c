package ringside.workbench.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ringside.workbench.charts.OtherCharts.Kind;

/** What gnuplot and matplotlib draw besides: no value comes back wrong, and what was passed over is said. */
class OtherChartsTest {
    private static final double CLOSE = 0.005;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Kind.class)
    void barsThatLieOrStandOnEachOtherAndValuesWithErrorBarsComeBack(Kind kind) throws Exception {
        int points = 0;
        int covered = 0;
        for (String program : new String[] {"gnuplot", "matplotlib"})
            for (String medium : OtherCharts.MEDIA) {
                OtherCharts.Read read = new OtherCharts(folder, program, kind, medium).read();
                if (Boolean.getBoolean("ringside.charts.print")) System.out.println(read);
                long found = read.off().stream().filter(Double::isFinite).count();
                assertEquals(read.off().size(), found, read::toString);
                // of a triangle, which the third series has, no program says which middle of it is the value
                int sure = kind == Kind.MARKERS_WITH_ERRORS ? 10 : 15;
                long close = read.off().stream()
                        .limit(sure)
                        .filter(off -> Math.abs(off) <= CLOSE)
                        .count();
                assertEquals(sure, close, read::toString);
                assertEquals(0, read.more(), read::toString);
                if (kind.isStacked())
                    assertTrue(read.doubts().contains("on top of others: the value of each"), read::toString);
                if (kind.hasErrors()) assertTrue(read.doubts().contains("have error bars"), read::toString);
                points += read.off().size();
                covered += read.covered();
            }
        assertTrue(covered >= 0.95 * points, covered + " of " + points);
    }
}
