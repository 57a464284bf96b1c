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
            of.platform(), of.label(), benchmark, metric.name(), metric.unit(), metric.better().word()
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
        var fingerprint = new Fingerprint();
        long missing = 0;
        for (Sample sample : samples) {
            fingerprint.add(print, sample);
            if (sample.value() instanceof Value.Missing) missing++;
        }
        long count = samples.size();
        int[] order = order();
        var pieces = new ArrayList<Piece>();
        int from = 0;
        while (from < order.length) {
            int to = end(order, from);
            pieces.add(piece(order, from, to));
            from = to;
        }
        samples = new ArrayList<>();
        runs = new long[16];
        return new Pieces(pieces, fingerprint, count, missing);
    }

    /** Places of the samples by point, those of one point in the order in which they came. */
    private int[] order() {
        var places = new HashMap<Parameters, List<Integer>>();
        for (int i = 0; i < samples.size(); i++)
            places.computeIfAbsent(samples.get(i).parameters().point(), p -> new ArrayList<>(4)).add(i);
        record Keyed(String key, List<Integer> places) {}
        return places.entrySet().stream()
                .map(entry -> new Keyed(PointOrder.key(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparing(Keyed::key))
                .flatMapToInt(keyed -> keyed.places().stream().mapToInt(Integer::intValue))
                .toArray();
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
            if (distinct.isEmpty() || !distinct.getLast().equals(sample.parameters())) distinct.add(sample.parameters());
        }
        byte[] data = Block.encode(rows, runsOfRows);
        return new Piece(rows.size(), Facets.of(distinct).text(), Block.checksum(data), data);
    }
}
