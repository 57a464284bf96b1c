package ringside.workbench.charts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.Lab;
import ringside.workbench.Workbench;

class DigitiseRoundTripTest {
    @TempDir
    Path temp;

    @Test
    void show() throws Exception {
        Path folder = Path.of("/tmp/charts");
        Files.createDirectories(folder);
        int count = Integer.getInteger("ringside.charts", 18);
        var charts = new ArrayList<DrawnChart>();
        charts.addAll(new PeerCharts(folder, "gnuplot").drawn(count, Lab.needs("gnuplot")));
        charts.addAll(new PeerCharts(folder, "matplotlib").drawn(count, Path.of("/usr/bin/python3")));
        for (DrawnChart chart : charts) {
            var errors = RoundTrip.of(chart, Workbench.scans());
            int n = errors.shares().size();
            System.out.printf(Locale.ROOT, "%-50s %3d points  <0.5%%: %3d  <0.01%%: %3d  covered %3d  more %d  worst %.4f%% %s%n",
                    chart.name(), n, errors.within(0.005), errors.within(0.0001), errors.covered(), errors.more(),
                    100 * errors.shares().stream().filter(Double::isFinite).mapToDouble(d -> d).max().orElse(-1), chart.file().getFileName());
        }
    }
}
