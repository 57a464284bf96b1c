package ringside.workbench.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.Lab;
import ringside.workbench.Workbench;

/**
 * Charts that Ringside, gnuplot and matplotlib drew come back as the numbers they were drawn from. A share of them at each
 * build; all hundred, with the table printed, by
 *
 * <pre>mvn -q test -Dtest=DigitiseRoundTripTest -Dringside.charts=all</pre>
 */
class DigitiseRoundTripTest {
    private static final boolean ALL = System.getProperty("ringside.charts", "").equals("all");

    /** Of the axis' range. */
    private static final double CLOSE = 0.005;

    private static final double EXACT = 0.0001;

    @TempDir
    Path folder;

    @Test
    void chartsComeBackAsTheNumbersTheyWereDrawnFrom() throws Exception {
        var groups = new LinkedHashMap<String, List<RoundTrip.Errors>>();
        for (DrawnChart chart : charts()) {
            RoundTrip.Errors errors = RoundTrip.of(chart, Workbench.scans());
            groups.computeIfAbsent(chart.program() + " | " + chart.medium(), group -> new ArrayList<>())
                    .add(errors);
        }
        String table = table(groups);
        System.out.print(table);
        var pixels = all(groups, false);
        var paths = all(groups, true);
        assertTrue(share(pixels, CLOSE) >= 0.98, table);
        assertEquals(points(paths), within(paths, EXACT), table);
        assertTrue(covered(pixels) >= 0.95, table);
        assertTrue(covered(paths) >= 0.95, table);
        // some set bars and markers on whole pixels: what stands beside a value holds for each program's own
        groups.forEach((drawn, errors) -> {
            if (ALL || drawn.startsWith("matplotlib")) assertTrue(covered(errors) >= 0.95, drawn + "\n" + table);
        });
        long more = Stream.concat(pixels.stream(), paths.stream())
                .mapToLong(RoundTrip.Errors::more)
                .sum();
        assertTrue(more <= 0.02 * (points(pixels) + points(paths)), table);
    }

    private List<DrawnChart> charts() throws Exception {
        var charts = new ArrayList<DrawnChart>();
        charts.addAll(new PeerCharts(folder, "gnuplot").drawn(numbers(PeerCharts.KINDS, 36), Lab.needs("gnuplot")));
        charts.addAll(new PeerCharts(folder, "matplotlib").drawn(numbers(PeerCharts.KINDS, 36), PeerCharts.python()));
        try (Workbench workbench = Workbench.open(folder.resolve("store").toString())) {
            charts.addAll(new OwnCharts(folder, workbench).drawn(numbers(OwnCharts.KINDS, 28)));
        }
        return charts;
    }

    /** Every kind once, on one medium each; or all. */
    private static List<Integer> numbers(List<String> kinds, int all) {
        return ALL
                ? IntStream.range(0, all).boxed().toList()
                : IntStream.range(0, kinds.size())
                        .mapToObj(kind -> kind + kinds.size() * (kind % 3))
                        .toList();
    }

    private static List<RoundTrip.Errors> all(Map<String, List<RoundTrip.Errors>> groups, boolean pdf) {
        return groups.values().stream()
                .flatMap(List::stream)
                .filter(errors -> errors.chart().pdf() == pdf)
                .toList();
    }

    private static long points(List<RoundTrip.Errors> all) {
        return all.stream().mapToLong(errors -> errors.shares().size()).sum();
    }

    private static long within(List<RoundTrip.Errors> all, double most) {
        return all.stream().mapToLong(errors -> errors.within(most)).sum();
    }

    private static double share(List<RoundTrip.Errors> all, double most) {
        return (double) within(all, most) / points(all);
    }

    private static double covered(List<RoundTrip.Errors> all) {
        return all.stream().mapToLong(RoundTrip.Errors::covered).sum() / (double) points(all);
    }

    private static String table(Map<String, List<RoundTrip.Errors>> groups) {
        var text = new StringBuilder("""
                | drawn by | as | charts | points | within 0.5 % | within 0.01 % | not read | too many | median error | worst | within its uncertainty |
                |---|---|---|---|---|---|---|---|---|---|---|
                """);
        groups.forEach((name, all) -> text.append(row(name, all)));
        text.append(row("all | pixels", all(groups, false))).append(row("all | paths", all(groups, true)));
        return text.toString();
    }

    private static String row(String name, List<RoundTrip.Errors> all) {
        double[] found = all.stream()
                .flatMap(errors -> errors.shares().stream())
                .mapToDouble(share -> share)
                .filter(share -> share < 0.1)
                .sorted()
                .toArray();
        long points = points(all);
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.2f %% | %.2f %% | %d | %d | %.4f %% | %.4f %% | %.1f %% |%n",
                name,
                all.size(),
                points,
                100 * share(all, CLOSE),
                100 * share(all, EXACT),
                points - found.length,
                all.stream().mapToInt(RoundTrip.Errors::more).sum(),
                found.length == 0 ? Double.NaN : 100 * found[found.length / 2],
                found.length == 0 ? Double.NaN : 100 * found[found.length - 1],
                100.0 * all.stream().mapToInt(RoundTrip.Errors::covered).sum() / points);
    }
}
