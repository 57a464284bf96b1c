package ringside.core.format;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Rows of RFC 4180 text, one at a time in the same object. A field that repeats the row before comes out as the
 * same text object: of a sample's eleven fields eight mostly do, which spares most of a large import's garbage.
 */
public final class Rows {
    private static final int MOST_FIELDS = 256;

    private String[] fields = new String[16];
    private int count;
    private long line;
    private boolean empty;

    private Rows() {
        Arrays.fill(fields, "");
    }

    @FunctionalInterface
    public interface Visitor {
        void row(Rows row);
    }

    /**
     * Visits every row, the header too; empty lines are passed over.
     *
     * @throws CsvParseException if quotes are not sound
     */
    public static void read(Reader text, Visitor visitor) throws IOException {
        read(text, ',', visitor);
    }

    /** The same of fields that another character parts. */
    public static void read(Reader text, char separator, Visitor visitor) throws IOException {
        var rows = new Rows();
        // Closing it would close the text, which is the caller's
        @SuppressWarnings("resource")
        CsvReader<Rows> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .build(rows.new Handler(), text);
        var all = reader.iterator();
        while (hasNext(all)) {
            Rows row = all.next();
            if (!row.empty) visitor.row(row);
        }
    }

    /** What is wrong with the text itself is not the quotes' fault. */
    private static boolean hasNext(Iterator<Rows> all) {
        try {
            return all.hasNext();
        } catch (CsvParseException fault) {
            if (fault.getCause() instanceof Unsound unsound) throw unsound;
            throw fault;
        }
    }

    /** The line on which the row begins, from 1. */
    public long line() {
        return line;
    }

    public int count() {
        return count;
    }

    public String get(int index) {
        return fields[index];
    }

    public List<String> list() {
        return List.of(Arrays.copyOf(fields, count));
    }

    private void set(int index, char[] from, int offset, int length) {
        if (index >= MOST_FIELDS) return; // what no header of ours names is not worth keeping
        if (index >= fields.length) {
            int before = fields.length;
            fields = Arrays.copyOf(fields, MOST_FIELDS);
            Arrays.fill(fields, before, MOST_FIELDS, "");
        }
        if (!same(fields[index], from, offset, length)) fields[index] = new String(from, offset, length);
        count = index + 1;
    }

    private static boolean same(String known, char[] from, int offset, int length) {
        if (known.length() != length) return false;
        for (int i = length - 1; i >= 0; i--) if (known.charAt(i) != from[offset + i]) return false;
        return true;
    }

    private final class Handler extends AbstractBaseCsvCallbackHandler<Rows> {
        @Override
        protected void handleBegin(long startingLine) {
            line = startingLine;
            count = 0;
            empty = false;
        }

        @Override
        protected void handleField(int index, char[] from, int offset, int length, boolean quoted) {
            set(index, from, offset, length);
        }

        @Override
        protected void handleEmpty() {
            empty = true;
        }

        @Override
        protected Rows buildRecord() {
            if (getRecordType() == RecordType.EMPTY) empty = true;
            return Rows.this;
        }
    }
}
