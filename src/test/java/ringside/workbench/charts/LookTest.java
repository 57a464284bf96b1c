package ringside.workbench.charts;

import java.nio.file.*;
import java.util.*;
import org.junit.jupiter.api.Test;
import ringside.core.digitise.*;
import ringside.workbench.Workbench;

class LookTest {
    @Test
    void look() throws Exception {
        Path folder = Path.of("/tmp/charts");
        for (String one : System.getProperty("look").split("\\+")) {
            String program = one.replaceAll("\\d", "");
            DrawnChart chart = new PeerCharts(folder, program).planned(Integer.parseInt(one.replaceAll("\\D", "")));
            Scan scan = Workbench.scans().open(chart.file(), 1, 200);
            var trip = RoundTrip.on(scan, chart);
            Digitisation read = trip.read();
            var pic = scan.picture();
            try (var out = Files.newOutputStream(Path.of("/tmp/look-" + one + ".png"))) {
                Workbench.png(Overlay.of(pic, read), pic.width(), pic.height(), 1, Map.of(), out);
            }
            for (int i = 0; i < chart.curves().size(); i++)
                for (double[] p : chart.curves().get(i).points()) {
                    String best = "none"; double off = 9;
                    for (Mark m : read.series().get(i).marks()) {
                        double o = trip.off(read, (Mark.Seen) m, p);
                        if (o < off) { off = o; best = ((Mark.Seen) m).toString(); }
                    }
                    Place want = read.calibration().place(new Calibration.Shares(chart.x().share(p[0]), chart.y().share(p[1])));
                    if (off > 0.002) System.out.printf("%s %s x=%s %.4f%% want %s got %s%n", one, chart.curves().get(i).name(), p[0], off * 100, want, best);
                }
        }
    }
}
