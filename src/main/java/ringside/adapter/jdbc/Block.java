package ringside.adapter.jdbc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import ringside.core.RingsideException;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.Sample;
import ringside.core.result.Value;

/**
 * Some thousand samples of one series as bytes, column by column.
 *
 * <p>Measured values are mostly short decimals, so they are kept as a whole number and a common power of
 * ten where that gives the same double back, which takes two or three bytes instead of eight.
 */
final class Block {
    /** Receives rows. The run is the store's number of it. */
    @FunctionalInterface
    interface Visitor {
        void row(long run, Sample sample);
    }

    private static final int WHOLE = 0;
    private static final int REAL = 1;
    private static final int MOST_DECIMALS = 12;
    private static final double EXACT = 1L << 53;
    private static final double[] POWERS = new double[MOST_DECIMALS + 1];

    static {
        for (int i = 0; i < POWERS.length; i++) POWERS[i] = Math.pow(10, i);
    }

    private Block() {}

    static long checksum(byte[] data) {
        var crc = new CRC32C();
        crc.update(data);
        return crc.getValue();
    }

    /**
     * @param rows equal parameters stand together
     * @param runs the store's number of each row's run
     */
    static byte[] encode(List<Sample> rows, long[] runs) {
        var out = new Bytes(rows.size() * 6 + 256);
        out.number(rows.size());
        encodeParameters(rows, out);
        long previousRun = 0;
        long previousLine = 0;
        long previousRepetition = 0;
        for (int i = 0; i < runs.length; i++) {
            Sample row = rows.get(i);
            out.signed(runs[i] - previousRun);
            out.signed(row.line() - previousLine);
            out.signed(row.repetition() - previousRepetition);
            previousRun = runs[i];
            previousLine = row.line();
            previousRepetition = row.repetition();
        }
        encodeMissing(rows, out);
        encodeValues(rows, out);
        return out.toArray();
    }

    /** Visits the rows whose parameters are wanted. */
    static void decode(byte[] data, Metric metric, Predicate<Parameters> wanted, Visitor visitor) {
        var in = new Bytes(data);
        int count = (int) in.number();
        Points points = Points.decode(in);
        long[] runs = new long[count];
        int[] lines = new int[count];
        int[] repetitions = new int[count];
        long run = 0;
        int line = 0;
        int repetition = 0;
        for (int i = 0; i < count; i++) {
            runs[i] = run += in.signed();
            lines[i] = line += (int) in.signed();
            repetitions[i] = repetition += (int) in.signed();
        }
        Value[] missing = new Value[count];
        for (long i = in.number(); i > 0; i--) missing[(int) in.number()] = new Value.Missing(in.text());
        double[] numbers = decodeValues(in, missing);
        int row = 0;
        for (int point = 0; point < points.lengths.length; point++) {
            int end = row + points.lengths[point];
            Parameters parameters = points.parameters[point];
            if (wanted.test(parameters)) {
                for (int i = row; i < end; i++) {
                    Value known = missing[i];
                    Value value = known != null ? known : new Value.Measured(numbers[i]);
                    visitor.row(runs[i], new Sample(metric, parameters, repetitions[i], value, lines[i]));
                }
            }
            row = end;
        }
    }

    /** How many rows have wanted parameters; reads nothing else. */
    static long count(byte[] data, Predicate<Parameters> wanted) {
        var in = new Bytes(data);
        in.number();
        Points points = Points.decode(in);
        long count = 0;
        for (int i = 0; i < points.lengths.length; i++)
            if (wanted.test(points.parameters[i])) count += points.lengths[i];
        return count;
    }

    /** Distinct parameters in the order of the rows, and how many successive rows have each. */
    private static final class Points {
        final int[] lengths;
        final Parameters[] parameters;

        private Points(int distinct) {
            lengths = new int[distinct];
            parameters = new Parameters[distinct];
        }

        static Points decode(Bytes in) {
            var points = new Points((int) in.number());
            for (int i = 0; i < points.lengths.length; i++) points.lengths[i] = (int) in.number();
            int plain = (int) in.number();
            String texts = new String(inflate(in.blob(), plain), StandardCharsets.UTF_8);
            int from = 0;
            for (int i = 0; i < points.parameters.length; i++) {
                int to = texts.indexOf('\n', from);
                points.parameters[i] = Parameters.parse(texts.substring(from, to));
                from = to + 1;
            }
            return points;
        }
    }

    private static void encodeParameters(List<Sample> rows, Bytes out) {
        var texts = new StringBuilder();
        var lengths = new ArrayList<Integer>();
        Parameters current = null;
        for (Sample row : rows) {
            if (current == null || !current.equals(row.parameters())) {
                current = row.parameters();
                texts.append(current).append('\n');
                lengths.add(0);
            }
            lengths.set(lengths.size() - 1, lengths.getLast() + 1);
        }
        out.number(lengths.size());
        lengths.forEach(out::number);
        byte[] plain = texts.toString().getBytes(StandardCharsets.UTF_8);
        out.number(plain.length);
        out.blob(deflate(plain));
    }

    private static void encodeMissing(List<Sample> rows, Bytes out) {
        var gaps = new ArrayList<Integer>();
        for (int i = 0; i < rows.size(); i++) if (rows.get(i).value() instanceof Value.Missing) gaps.add(i);
        out.number(gaps.size());
        for (int gap : gaps) {
            out.number(gap);
            out.text(((Value.Missing) rows.get(gap).value()).reason());
        }
    }

    private static void encodeValues(List<Sample> rows, Bytes out) {
        int decimals = commonDecimals(rows);
        out.octet(decimals < 0 ? REAL : WHOLE);
        if (decimals >= 0) out.octet(decimals);
        for (Sample row : rows) {
            if (!(row.value() instanceof Value.Measured(double number))) continue;
            if (decimals < 0) out.real(number);
            else out.signed((long) Math.rint(number * POWERS[decimals]));
        }
    }

    /** The numbers of the rows that are not missing. */
    private static double[] decodeValues(Bytes in, Value[] missing) {
        boolean whole = in.octet() == WHOLE;
        double power = whole ? POWERS[in.octet()] : 1;
        double[] numbers = new double[missing.length];
        for (int i = 0; i < numbers.length; i++)
            if (missing[i] == null) numbers[i] = whole ? in.signed() / power : in.real();
        return numbers;
    }

    /** The fewest decimals with which every value comes back as the same double, or -1. */
    private static int commonDecimals(List<Sample> rows) {
        int decimals = 0;
        for (Sample row : rows) {
            if (!(row.value() instanceof Value.Measured(double number))) continue;
            while (!exact(number, decimals)) if (++decimals > MOST_DECIMALS) return -1;
        }
        // A value that needed few decimals may be too large with many.
        for (Sample row : rows)
            if (row.value() instanceof Value.Measured(double number) && !exact(number, decimals)) return -1;
        return decimals;
    }

    private static boolean exact(double number, int decimals) {
        double whole = Math.rint(number * POWERS[decimals]);
        return Math.abs(whole) < EXACT
                && Double.doubleToRawLongBits((long) whole / POWERS[decimals]) == Double.doubleToRawLongBits(number);
    }

    static byte[] deflate(byte[] plain) {
        var deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(plain);
            deflater.finish();
            byte[] buffer = new byte[plain.length + plain.length / 1000 + 64];
            int length = 0;
            while (!deflater.finished()) length += deflater.deflate(buffer, length, buffer.length - length);
            return Arrays.copyOf(buffer, length);
        } finally {
            deflater.end();
        }
    }

    static byte[] inflate(byte[] packed, int length) {
        var inflater = new Inflater(true);
        try {
            // zlib wants one byte more than it needs when there is no header
            inflater.setInput(Arrays.copyOf(packed, packed.length + 1));
            byte[] plain = new byte[length];
            int at = 0;
            while (at < length) {
                int more = inflater.inflate(plain, at, length - at);
                if (more == 0) break;
                at += more;
            }
            if (at != length) throw new DataFormatException("ends early");
            return plain;
        } catch (DataFormatException e) {
            throw new RingsideException(
                    "The store holds a block that cannot be read (" + e.getMessage() + ")",
                    "run 'ringside sets verify' to see which set is damaged, delete it and import it again",
                    e);
        } finally {
            inflater.end();
        }
    }
}
