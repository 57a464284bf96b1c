package ringside.core.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A worksheet of Excel 2 (BIFF2), as IOzone writes it: labels and numbers, little-endian, no formatting. */
final class Biff2Sheet {
    private static final byte[] BEGIN = {9, 0, 4, 0, 2, 0, 16, 0};
    private static final int INTEGER = 2;
    private static final int NUMBER = 3;
    private static final int LABEL = 4;
    private static final int END = 10;
    private static final int MOST_COLUMNS = 256;

    private final SortedMap<Integer, SortedMap<Integer, String>> rows = new TreeMap<>();
    private boolean whole;

    private Biff2Sheet() {}

    static boolean isSheet(byte[] output) {
        return output.length >= BEGIN.length && Arrays.equals(output, 0, BEGIN.length, BEGIN, 0, BEGIN.length);
    }

    static Biff2Sheet of(byte[] output) {
        var sheet = new Biff2Sheet();
        ByteBuffer bytes = ByteBuffer.wrap(output).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.remaining() >= 4 && !sheet.whole) {
            int kind = Short.toUnsignedInt(bytes.getShort());
            int length = Short.toUnsignedInt(bytes.getShort());
            if (length > bytes.remaining()) break;
            sheet.record(kind, bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN));
            bytes.position(bytes.position() + length);
        }
        return sheet;
    }

    /** Whether the sheet has its end mark: one that was cut off has not. */
    boolean isWhole() {
        return whole;
    }

    /** The rows as text, cells parted by tabs; a line has no number, for the file has no lines. */
    List<Line> lines() {
        var lines = new ArrayList<Line>();
        rows.forEach((row, cells) -> {
            String[] text = new String[cells.lastKey() + 1];
            Arrays.fill(text, "");
            cells.forEach((column, cell) -> text[column] = cell);
            lines.add(new Line(0, String.join("\t", text)));
            // A title stands right below the grid before it.
            if (cells.size() == 1 && cells.firstKey() == 0 && !PrintedNumber.is(text[0]))
                lines.add(lines.size() - 1, new Line(0, ""));
        });
        return lines;
    }

    /** Row, column, three bytes of attributes, and the value. */
    private void record(int kind, ByteBuffer body) {
        if (kind == END) whole = true;
        if (body.remaining() < 8) return;
        int row = Short.toUnsignedInt(body.getShort());
        int column = Short.toUnsignedInt(body.getShort());
        body.position(body.position() + 3);
        if (column >= MOST_COLUMNS) return;
        switch (kind) {
            case INTEGER -> {
                if (body.remaining() >= 2) put(row, column, String.valueOf(Short.toUnsignedInt(body.getShort())));
            }
            case NUMBER -> {
                if (body.remaining() >= 8) put(row, column, text(body.getDouble()));
            }
            case LABEL -> put(row, column, label(body));
            default -> {}
        }
    }

    private void put(int row, int column, String text) {
        rows.computeIfAbsent(row, number -> new TreeMap<>()).put(column, text);
    }

    private static String label(ByteBuffer body) {
        int length = Math.min(Byte.toUnsignedInt(body.get()), body.remaining());
        byte[] text = new byte[length];
        body.get(text);
        return new String(text, StandardCharsets.ISO_8859_1).replaceAll("[\\x00-\\x1f]", "");
    }

    /** Whole numbers without a point, as IOzone prints them elsewhere. */
    private static String text(double number) {
        boolean integral = number == Math.rint(number) && Math.abs(number) < 1e15;
        return integral ? String.valueOf((long) number) : String.valueOf(number);
    }
}
