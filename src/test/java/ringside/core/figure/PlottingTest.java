package ringside.core.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ringside.Results.configuration;
import static ringside.Results.run;
import static ringside.Results.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringside.Results;
import ringside.Results.Row;
import ringside.adapter.jdbc.JdbcStore;
import ringside.core.result.Configuration;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.ResultStore;
import ringside.core.result.Sample;
import ringside.core.result.Value;
import ringside.workbench.Workbench;

class PlottingTest {
    private static final Metric PERFORMANCE = Metric.higher("performance", "Gflop/s");
    private static final Metric THROUGHPUT = Metric.higher("throughput", "KB/s");
    private static final Metric LATENCY = Metric.lower("latency", "us");

    private final ResultStore store = JdbcStore.open("jdbc:h2:mem:" + UUID.randomUUID());
    private final Plotting plotting = new Plotting(store);
    private final List<Row> rows = new ArrayList<>();

    @AfterEach
    void close() {
        store.close();
    }

    private static Figure figure(String id) {
        return Figures.bundled().byId(id).orElseThrow();
    }

    private void add(String set, Configuration configuration, String benchmark, Sample sample) {
        rows.add(new Row(set, run(configuration + benchmark, configuration, benchmark), sample));
    }

    private void hpl(String platform, double value, int repetition, Object... parameters) {
        add("a", configuration(platform, platform, "one"), "hpl", sample(PERFORMANCE, value, repetition, parameters));
    }

    private Plot plot(String figure, View view) {
        Results.put(store, rows);
        rows.clear();
        return plotting.plot(figure(figure), view);
    }

    private Plot plot(String figure) {
        return plot(figure, View.DEFAULT);
    }

    /** Series, place and median of every point that has a value. */
    private static List<String> drawn(Plot plot) {
        return PlotTable.rows(plot).stream()
                .filter(row -> row.point().y().isPresent())
                .map(row -> row.series().name() + " at " + row.x() + ": "
                        + row.point().y().orElseThrow().median())
                .toList();
    }

    @Test
    void noPointMixesUnlikeParametersAndNoSeriesHasTwoPointsInOnePlace() {
        var random = new Random(8);
        for (int i = 0; i < 1500; i++) {
            var parameters = new TreeMap<String, String>();
            parameters.put("operation", "read");
            if (random.nextInt(4) > 0) parameters.put("file_kb", Integer.toString(64 << random.nextInt(3)));
            if (random.nextInt(4) > 0) parameters.put("record_kb", Integer.toString(4 << random.nextInt(2)));
            if (random.nextInt(2) > 0)
                parameters.put("disk", List.of("raw", "qcow2", "").get(random.nextInt(3)));
            if (random.nextInt(6) == 0)
                parameters.put("cache", List.of("none", "a, b").get(random.nextInt(2)));
            parameters.put("time_s", Integer.toString(i));
            String platform = List.of("kvm", "xen-pv").get(random.nextInt(2));
            add(
                    List.of("a", "b").get(random.nextInt(2)),
                    configuration(platform, List.of("guest", platform).get(random.nextInt(2)), "one"),
                    "iozone",
                    new Sample(THROUGHPUT, Parameters.of(parameters), i + 1, Value.of(random.nextInt(1000)), 0));
        }
        for (String id : List.of("iozone-read", "5.20", "5.23", "iozone-read-record")) {
            Plot plot = plot(id);
            for (Plot.Series series : plot.series()) {
                assertEquals(
                        series.points().size(),
                        series.points().stream().map(Plot.Point::x).distinct().count(),
                        () -> id + " has two points in one place of " + series);
                for (Plot.Point point : series.points()) {
                    double[] behind = Measurement.behind(point.source(), store).stream()
                            .mapToDouble(
                                    one -> one.sample().value() instanceof Value.Measured(double number) ? number : -1)
                            .sorted()
                            .toArray();
                    assertArrayEquals(behind, point.y().orElseThrow().values());
                }
            }
        }
    }

    @Test
    void repetitionsOfAPointAreOnePoint() {
        for (int i = 1; i <= 3; i++) hpl("kvm", i, i, "cores", 1, "n", 1000, "time_s", i);
        Plot plot = plot("5.1");
        assertEquals(List.of("performance at kvm: 2.0"), drawn(plot));
        Summary summary = plot.series().getFirst().points().getFirst().y().orElseThrow();
        assertEquals("min to max of 3", summary.spread());
        assertEquals(1, summary.low());
        assertEquals(3, summary.high());
        assertTrue(
                plot.caption()
                        .startsWith("median, n = 3, bars: min to max. Everywhere: N 1000. Sets: a. Hosts: CPU of one."),
                plot::caption);
    }

    @Test
    void aFailedResidualCheckIsNoScoreAndIsSaid() {
        hpl("kvm", 10, 1, "cores", 1, "passed", true);
        hpl("kvm", 99, 2, "cores", 1, "passed", false);
        hpl("host", 88.5, 1, "cores", 1, "passed", false);
        Plot plot = plot("5.1");
        assertEquals(List.of("performance at kvm: 10.0"), drawn(plot));
        assertTrue(
                plot.cautions().contains("At 1 points some repetitions failed the tool's own check and are not drawn."),
                plot.cautions()::toString);
        assertTrue(
                plot.missing().contains("host at 1 core: the tool's own check of the result failed (it printed 88.5)."),
                plot.missing()::toString);
    }

    @Test
    void aFailedMeasurementIsAPointWithItsReason() {
        hpl("kvm", 10, 1, "cores", 1);
        add(
                "a",
                configuration("host", "host", "one"),
                "hpl",
                new Sample(PERFORMANCE, Parameters.of("cores", 1), 1, Value.missing("out of memory"), 0));
        Plot plot = plot("5.1");
        assertEquals(
                List.of("", "out of memory"),
                PlotTable.rows(plot).stream()
                        .map(row -> row.point().failed())
                        .sorted()
                        .toList());
        assertTrue(plot.missing().contains("host at 1 core: out of memory."), plot.missing()::toString);
    }

    @Test
    void aPublishedSpreadBecomesTheErrorBar() {
        hpl("kvm", 10, 1, "cores", 1, "reported_spread", "1.5", "reported_spread_kind", "standard deviation");
        Summary summary =
                plot("5.1").series().getFirst().points().getFirst().y().orElseThrow();
        assertEquals(
                List.of(10.0, 8.5, 11.5, "± standard deviation"),
                List.of(summary.median(), summary.low(), summary.high(), summary.spread()));
    }

    @Test
    void percentOfHostTakesEachPointsOwnHostEvenAHiddenOne() {
        hpl("host", 20, 1, "cores", 1, "n", 1000);
        hpl("kvm", 10, 1, "cores", 1, "n", 1000);
        hpl("host", 40, 1, "cores", 1, "n", 2000);
        hpl("kvm", 30, 1, "cores", 1, "n", 2000);
        hpl("kvm", 50, 1, "cores", 1, "n", 3000);
        Plot plot = plot("5.1", View.DEFAULT.withRelative(true).withHidden(Set.of("a/host")));
        assertEquals(List.of("N 1000 at kvm: 50.0", "N 2000 at kvm: 75.0"), drawn(plot));
        assertEquals(new Axis("Performance relative to the host", "%", Axis.Scale.LINEAR), plot.y());
        assertTrue(
                plot.missing()
                        .contains(
                                "Points of a whose host was not measured at the same point are left out: percent of host needs it."),
                plot.missing()::toString);
    }

    @Test
    void valuesThatSpanMoreThanFiftyTimesGetALogarithmicAxis() {
        hpl("host", 50, 1, "cores", 1);
        hpl("kvm", 1, 1, "cores", 1);
        hpl("host", 5050, 1, "cores", 2);
        hpl("kvm", 1, 1, "cores", 2);
        hpl("host", 5050, 1, "cores", 4);
        hpl("kvm", -1, 1, "cores", 4);
        assertEquals(Axis.Scale.LINEAR, plot("5.1").y().scale());
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            Plot unlike = plot("5.2");
            assertEquals(Axis.Scale.LOG10, unlike.y().scale());
            assertTrue(
                    unlike.cautions().contains("The values span 5,050 times, so the axis is logarithmic."),
                    unlike.cautions()::toString);
        } finally {
            Locale.setDefault(before);
        }
        assertEquals(Axis.Scale.LINEAR, plot("5.3").y().scale());
        assertEquals(
                Axis.Scale.LINEAR,
                plot("5.2", View.DEFAULT.withYScale(View.YScale.LINEAR)).y().scale());
        Plot asked = plot("5.3", View.DEFAULT.withYScale(View.YScale.LOG));
        assertEquals(Axis.Scale.LINEAR, asked.y().scale());
        assertTrue(asked.cautions().contains("Some values are zero or negative: the axis stays linear."));
    }

    @Test
    void aFigureOnALogarithmicAxisWithAZeroBecomesLinear() {
        add(
                "felter-2014",
                configuration("host", "host", "one"),
                "startup-time",
                sample(Metric.lower("startup time", "s"), 0, 1));
        add(
                "felter-2014",
                configuration("kvm", "kvm", "one"),
                "startup-time",
                sample(Metric.lower("startup time", "s"), 3, 1));
        Plot plot = plot("P.plauth-start", View.DEFAULT.withSets(Set.of("felter-2014")));
        assertEquals(Axis.Scale.LINEAR, plot.y().scale());
        assertTrue(plot.cautions().contains("Some values are zero or negative: the axis stays linear."));
    }

    @Test
    void aSizeOfZeroHasNoPlaceOnALogarithmicAxisSoItBecomesACategory() {
        for (int size : new int[] {1024, 0, 512})
            add(
                    "a",
                    configuration("kvm", "kvm", "one"),
                    "context-switch",
                    sample(LATENCY, 1 + size, 1, "array_bytes", size, "stride_bytes", 0));
        Plot plot = plot("5.10");
        assertEquals(Axis.Scale.CATEGORY, plot.x().scale());
        assertEquals(List.of("0", "512", "1024"), plot.categories());
        add(
                "b",
                configuration("kvm", "kvm", "one"),
                "context-switch",
                sample(LATENCY, 5, 1, "array_bytes", 512, "stride_bytes", 0));
        assertEquals(
                Axis.Scale.LOG2,
                plot("5.10", View.DEFAULT.withSets(Set.of("b"))).x().scale());
    }

    @Test
    void aFigureFollowsItsSetToNewNames() {
        add(
                "tub-2018-a",
                configuration("kvm", "kvm", "one"),
                "nginx-download",
                sample(Metric.lower("elapsed time", "s"), 7, 1));
        assertEquals(1, plot("P.tub-nginx").series().size());
        store.rename("tub-2018-a", "first");
        store.rename("first", "second");
        assertEquals(
                List.of("second"),
                PlotTable.rows(plot("P.tub-nginx")).stream()
                        .map(PlotTable.Row::set)
                        .toList());
    }

    @Test
    void whichRecordSizeWasPickedIsSaid() {
        for (String platform : List.of("host", "kvm"))
            add(
                    "a",
                    configuration(platform, platform, "one"),
                    "iozone",
                    sample(THROUGHPUT, 100, 1, "operation", "read", "disk", "raw", "file_kb", 64, "record_kb", 64));
        add(
                "a",
                configuration("kvm", "kvm", "one"),
                "iozone",
                sample(THROUGHPUT, 7, 1, "operation", "read", "disk", "raw", "file_kb", 64, "record_kb", 4));
        Plot plot = plot("5.20");
        assertEquals(List.of("host, disk raw at 64: 100.0", "kvm, disk raw at 64: 100.0"), drawn(plot));
        assertTrue(
                plot.cautions().contains("Shown: record KB 64, the one that most configurations have, of 2 measured."),
                plot.cautions()::toString);
    }

    @Test
    void platformsOfTheStudyThatWereNotMeasuredAreNamedWithWhatWouldFillThem() {
        hpl("kvm", 10, 1, "cores", 1);
        hpl("host", 12, 1, "cores", 1);
        assertEquals(
                List.of("Not measured: QEMU (TCG), Xen PV, Xen HVM, libvirt (KVM), libvirt (Xen), VirtualBox."
                        + " Results of hpl with cores 1 fill this: import the tool's output or a CSV file."),
                plot("5.1").missing());
    }

    @Test
    void withoutDataAFigureStillSaysWhatIsMissing() {
        for (Figure figure : Figures.bundled().all()) {
            Plot plot = plotting.plot(figure, View.DEFAULT);
            assertTrue(plot.isEmpty());
            assertFalse(plot.missing().isEmpty(), figure.id());
            assertEquals(List.of(), plot.series());
            assertEquals("", plot.caption());
        }
    }

    @Test
    void mixedMachinesAreCautionedOf() {
        String mixed = "These results come from different machines: compare only inside one set.";
        add("a", configuration("kvm", "kvm", "one"), "hpl", sample(PERFORMANCE, 1, 1, "cores", 1));
        add("b", configuration("kvm", "kvm", "two"), "hpl", sample(PERFORMANCE, 1, 1, "cores", 1));
        Plot plot = plot("5.1");
        assertTrue(plot.cautions().contains(mixed));
        assertEquals(List.of("kvm (a)", "kvm (b)"), plot.categories());
        assertFalse(plot("5.1", View.DEFAULT.withSets(Set.of("a"))).cautions().contains(mixed));
    }

    @Test
    void oneLabelOfTwoPlatformsIsTwoSeries() {
        for (String platform : List.of("kvm", "xen-pv"))
            add(
                    "a",
                    configuration(platform, "guest", "one"),
                    "lmbench-mem",
                    sample(
                            Metric.higher("bandwidth", "MB/s"),
                            platform.length(),
                            1,
                            "operation",
                            "rd",
                            "size_bytes",
                            512));
        assertEquals(List.of("guest, KVM at 512: 3.0", "guest, Xen PV at 512: 6.0"), drawn(plot("5.16")));
    }

    @Test
    void aHiddenConfigurationIsLeftOut() {
        hpl("kvm", 10, 1, "cores", 1);
        hpl("host", 12, 1, "cores", 1);
        assertEquals(
                List.of("performance at kvm: 10.0"), drawn(plot("5.1", View.DEFAULT.withHidden(Set.of("a/host")))));
    }

    @Test
    void theDataOfAPlotAreRows() {
        hpl("kvm", 10, 1, "cores", 1, "n", 5);
        hpl("kvm", 13, 2, "cores", 1, "n", 5);
        hpl("host", 88, 1, "cores", 1, "n", 5, "passed", false);
        assertEquals("""
                figure,series,set,platform,configuration,x,n,median,mean,low,high,spread,unit,failure
                5.1,performance,a,host,host,host,0,,,,,,Gflop/s,the tool's own check of the result failed (it printed 88.0)
                5.1,performance,a,kvm,kvm,kvm,2,11.5,11.5,10,13,min to max of 2,Gflop/s,
                """, PlotTable.csv(plot("5.1")));
    }

    @Test
    void allFiguresOfTheStudyAreThereWithTheirKinds() {
        List<String> ids = Stream.concat(
                        IntStream.rangeClosed(1, 27).mapToObj(i -> "5." + i),
                        IntStream.rangeClosed(1, 8).mapToObj(i -> "A." + i))
                .toList();
        List<Figure> study =
                Figures.bundled().all().stream().filter(Figure::ofTheStudy).toList();
        assertEquals(ids, study.stream().map(Figure::id).toList());
        Set<String> bars = Set.of("5.1", "5.2", "5.3", "5.4", "5.9", "5.23", "5.27");
        for (Figure figure : study) {
            Figure.Kind kind = figure.id().startsWith("A")
                    ? Figure.Kind.TABLE
                    : bars.contains(figure.id()) ? Figure.Kind.BARS : Figure.Kind.LINES;
            assertEquals(kind, figure.kind(), figure.id());
        }
        long distinct =
                Figures.bundled().all().stream().map(Figure::id).distinct().count();
        assertEquals(Figures.bundled().all().size(), distinct);
    }

    @Test
    void everyFigureDrawsFromTheBundledSetsOrSaysWhatIsMissing() {
        try (Workbench workbench = Workbench.open("jdbc:h2:mem:" + UUID.randomUUID())) {
            var empty = new ArrayList<String>();
            for (Figure figure : workbench.figures().all()) {
                Plot plot = workbench.plotting().plot(figure, View.DEFAULT);
                assertEquals(
                        workbench.plotting().samples(figure) > 0, !plot.series().isEmpty(), figure.id());
                if (plot.isEmpty()) {
                    empty.add(figure.id());
                    assertFalse(plot.missing().isEmpty(), figure.id());
                } else {
                    assertFalse(plot.caption().isEmpty(), figure.id());
                    assertTrue(Arrays.stream(PlotTable.csv(plot).split("\n")).count() > 1, figure.id());
                }
                Optional<Plot.Series> crowded = plot.series().stream()
                        .filter(series -> series.points().stream()
                                        .map(Plot.Point::x)
                                        .distinct()
                                        .count()
                                < series.points().size())
                        .findFirst();
                assertEquals(Optional.empty(), crowded, () -> figure.id() + " has two points in one place");
            }
            assertEquals(
                    List.of(),
                    empty.stream().filter(id -> id.startsWith("P.")).toList(),
                    "a published set has no data for its own figure");
        }
    }
}
