package ringside.adapter.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import ringside.core.result.Configuration;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.Sample;
import ringside.core.result.Value;

/** Samples of one series on their way into blocks. */
final class SeriesBuffer {
    /** A block of that many takes a millisecond or two to read. */
    private static final int LARGEST = 4096;

    /** Below that many a block is not cut off merely because the next point is selected by other values. */
    private static final int SMALLEST = 256;

    private static final int LONGEST_TEXT = 256 * 1024;

    final JdbcWriting.OpenSet set;
    final long configuration;
    final String benchmark;
    final Metric metric;
    private final long print;
    private long currentRun;
    private ArrayList<Sample> samples = new ArrayList<>();
    private long[] runs = new long[16];

    /** The store's number of this series, once it has one. */
    long id = -1;

    record Piece(int samples, String facets, long crc, byte[] data) {}

    record Pieces(List<Piece> pieces, Fingerprint print, long samples, long missing) {}

    SeriesBuffer(JdbcWriting.OpenSet set, long configuration, String benchmark, Configuration of, Metric metric) {
        this.set = set;
        this.configuration = configuration;
        this.benchmark = benchmark;
        this.metric = metric;
        String[] identity = {
            of.platform(),
            of.label(),
            benchmark,
            metric.name(),
            metric.unit(),
            metric.better().word()
        };
        print = Fingerprint.text(String.join("\n", identity));
    }

    void currentRun(long run) {
        currentRun = run;
    }

    void add(Sample sample) {
        if (samples.size() == runs.length) runs = Arrays.copyOf(runs, runs.length * 2);
        runs[samples.size()] = currentRun;
        samples.add(sample);
    }

    boolean isEmpty() {
        return samples.isEmpty();
    }

    /** Sorts what is held, cuts it into encoded blocks and forgets it. Touches nothing else, so series go in parallel. */
    Pieces cut() {
        int[] order = order();
        var fingerprint = new Fingerprint();
        long missing = 0;
        Parameters parameters = Parameters.NONE;
        long hash = Fingerprint.text(parameters.toString());
        for (int place : order) {
            Sample sample = samples.get(place);
            if (sample.parameters() != parameters) {
                parameters = sample.parameters();
                hash = Fingerprint.text(parameters.toString());
            }
            fingerprint.add(print, hash, sample);
            if (sample.value() instanceof Value.Missing) missing++;
        }
        var pieces = new ArrayList<Piece>();
        int from = 0;
        while (from < order.length) {
            int to = end(order, from);
            pieces.add(piece(order, from, to));
            from = to;
        }
        samples = new ArrayList<>();
        runs = new long[16];
        return new Pieces(pieces, fingerprint, order.length, missing);
    }

    /** Places of the samples by point, those of one point in the order in which they came. */
    private int[] order() {
        var numbers = new HashMap<Parameters, Integer>();
        var points = new ArrayList<Parameters>();
        int[] pointOf = new int[samples.size()];
        for (int i = 0; i < pointOf.length; i++) {
            Parameters point = samples.get(i).parameters().point();
            Integer number = numbers.putIfAbsent(point, points.size());
            if (number == null) points.add(point);
            pointOf[i] = number == null ? points.size() - 1 : number;
        }
        int[] next = begins(points, pointOf);
        int[] order = new int[pointOf.length];
        for (int i = 0; i < pointOf.length; i++) order[next[pointOf[i]]++] = i;
        return order;
    }

    /** Where each point's samples begin when the points are sorted. */
    private static int[] begins(List<Parameters> points, int[] pointOf) {
        int[] counts = new int[points.size()];
        for (int point : pointOf) counts[point]++;
        record Keyed(String key, int point) {}
        var sorted = new ArrayList<Keyed>(points.size());
        for (int i = 0; i < points.size(); i++) sorted.add(new Keyed(PointOrder.key(points.get(i)), i));
        sorted.sort(Comparator.comparing(Keyed::key));
        int[] begins = new int[points.size()];
        int at = 0;
        for (Keyed keyed : sorted) {
            begins[keyed.point()] = at;
            at += counts[keyed.point()];
        }
        return begins;
    }

    private int end(int[] order, int from) {
        int text = 0;
        Parameters previous = Parameters.NONE;
        String selectedBy = "";
        for (int i = from; i < order.length; i++) {
            if (i - from >= LARGEST) return i;
            Parameters parameters = samples.get(order[i]).parameters();
            if (i > from && parameters.equals(previous)) continue;
            previous = parameters;
            text += parameters.toString().length();
            String now = PointOrder.selectedBy(parameters);
            boolean cut = i > from && (text > LONGEST_TEXT || (i - from >= SMALLEST && !now.equals(selectedBy)));
            if (cut) return i;
            selectedBy = now;
        }
        return order.length;
    }

    private Piece piece(int[] order, int from, int to) {
        var rows = new ArrayList<Sample>(to - from);
        long[] runsOfRows = new long[to - from];
        var distinct = new ArrayList<Parameters>();
        for (int i = from; i < to; i++) {
            Sample sample = samples.get(order[i]);
            rows.add(sample);
            runsOfRows[i - from] = runs[order[i]];
            if (distinct.isEmpty() || !distinct.getLast().equals(sample.parameters()))
                distinct.add(sample.parameters());
        }
        byte[] data = Block.encode(rows, runsOfRows);
        return new Piece(rows.size(), Facets.of(distinct).text(), Block.checksum(data), data);
    }
}
