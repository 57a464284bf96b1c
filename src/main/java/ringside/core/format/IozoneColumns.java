package ringside.core.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an IOzone table, taken from its header. Skipped tests leave blanks, so a number belongs to the column
 * under whose right edge it ends; large numbers fill their columns and touch, and are cut apart there.
 */
final class IozoneColumns {
    private static final Pattern WORD = Pattern.compile("\\S+");

    private static final BigDecimal LARGEST = BigDecimal.valueOf(999_999_999);

    /** Numbers end where their header's word does, or this near. */
    private static final int NEAR = 2;

    /** The header's right edges of releases whose numbers stand one further right in some columns, and these columns. */
    private static final int[] RECENT = {16, 24, 33, 42, 50, 60, 68, 78, 87, 97, 107, 116, 125, 134, 143};

    private static final int[] RECENT_MOVED = {4, 6};
    private static final int[] OLD = {16, 24, 32, 40, 48, 58, 66, 74, 82, 91, 100, 109, 118, 126, 135};
    private static final int[] OLD_MOVED = {4};

    private final List<IozoneOperation> operations;
    private final int words;
    private final int[] header;
    private final int[] numbers;

    /** One number of a row, as printed. */
    record Cell(IozoneOperation operation, String printed) {}

    /** A row: the file's and the record's size in KB, the numbers, and what was wrong with the rest of it, if anything. */
    record Row(
            Line line,
            String fileKb,
            String recordKb,
            List<Cell> cells,
            @Nullable String trouble) {}

    private record Word(String text, int start, int end) {}

    private IozoneColumns(List<IozoneOperation> operations, int words, int[] header) {
        this.operations = operations;
        this.words = words;
        this.header = header;
        this.numbers = numbers(header);
    }

    /** The columns under this line; null if it is not the lower line of a table's header. */
    static @Nullable IozoneColumns of(Line line) {
        List<Word> words = words(line.text(), 40);
        boolean header = words.size() > 2
                && words.get(0).text().equalsIgnoreCase("kB")
                && words.get(1).text().equals("reclen")
                && words.get(2).text().equals("write");
        if (!header) return null;
        var operations = new ArrayList<IozoneOperation>();
        for (IozoneOperation operation : IozoneOperation.COLUMNS) {
            int at = operations.size() + 2;
            if (at >= words.size() || !words.get(at).text().equals(operation.column)) break;
            operations.add(operation);
        }
        int[] edges =
                words.stream().limit(operations.size() + 2L).mapToInt(Word::end).toArray();
        return new IozoneColumns(operations, words.size(), edges);
    }

    private static int[] numbers(int[] header) {
        int indent = header[0] - 16;
        for (int[][] known : new int[][][] {{RECENT, RECENT_MOVED}, {OLD, OLD_MOVED}}) {
            int[] edges = Arrays.stream(known[0])
                    .limit(header.length)
                    .map(edge -> edge + indent)
                    .toArray();
            if (!Arrays.equals(edges, header)) continue;
            for (int moved : known[1]) if (moved < edges.length) edges[moved]++;
            return edges;
        }
        return header;
    }

    /** Whether a line can be a row: it begins with two sizes. */
    static boolean isRow(Line line) {
        List<Word> words = words(line.text(), 2);
        return words.size() == 2
                && PrintedNumber.isCount(words.get(0).text())
                && PrintedNumber.isCount(words.get(1).text());
    }

    /** The rows of a whole table: which edges its numbers keep is seen over all of them. */
    List<Row> rows(List<Line> lines) {
        int[] edges = hits(lines, numbers) >= hits(lines, header) ? numbers : header;
        return lines.stream().map(line -> row(line, edges)).toList();
    }

    private static long hits(List<Line> lines, int[] edges) {
        return lines.stream()
                .limit(1000)
                .flatMap(line -> words(line.text(), 40).stream())
                .filter(word -> Arrays.binarySearch(edges, word.end()) >= 0)
                .count();
    }

    private Row row(Line line, int[] edges) {
        List<Word> printed = words(line.text(), 40);
        var cells = new ArrayList<Cell>();
        String trouble = printed.size() == words ? inOrder(printed, cells) : byPosition(printed, edges, cells);
        Word last = printed.getLast();
        boolean cut = PrintedNumber.mayBeCut(line, last.text(), 0) && Arrays.binarySearch(edges, last.end()) < 0;
        if (cut && !cells.isEmpty() && trouble == null) {
            cells.removeLast();
            trouble = "the output ends within this row, so digits may be missing";
        }
        return new Row(line, printed.get(0).text(), printed.get(1).text(), cells, trouble);
    }

    private @Nullable String inOrder(List<Word> printed, List<Cell> cells) {
        for (int i = 0; i < operations.size(); i++) {
            Word word = printed.get(i + 2);
            if (PrintedNumber.value(word.text()) == null) return "\"" + word.text() + "\" is not a number";
            if (isTooLong(word.text())) return tooLong(word.text());
            cells.add(new Cell(operations.get(i), word.text()));
        }
        return null;
    }

    private @Nullable String byPosition(List<Word> printed, int[] edges, List<Cell> cells) {
        if (Math.abs(printed.get(0).end() - edges[0]) > NEAR
                || Math.abs(printed.get(1).end() - edges[1]) > NEAR)
            return "its numbers do not stand under the header, so what they measure is not known";
        if (printed.size() == 2) return "a row without results";
        int used = 1;
        for (Word word : printed.subList(2, printed.size())) {
            int column = nearest(word, edges);
            if (PrintedNumber.value(word.text()) == null) return "\"" + word.text() + "\" is not a number";
            if (column < 0 && word.start() >= edges[edges.length - 1])
                return null; // columns that the header does not name
            if (column <= used) return "\"" + word.text() + "\" stands under no column of its own";
            if (word.start() >= edges[column - 1]) {
                if (isTooLong(word.text())) return tooLong(word.text());
                cells.add(new Cell(operations.get(column - 2), word.text()));
            } else if (!apart(word, column, used, edges, cells)) {
                return tooLong(word.text());
            }
            used = column;
        }
        return null;
    }

    /** Ten digits would be a terabyte a second: two numbers that a script has run together. */
    static boolean isTooLong(String number) {
        return number.length() > 9 && PrintedNumber.decimal(number).abs().compareTo(LARGEST) > 0;
    }

    private static String tooLong(String number) {
        return "\"" + number + "\" is more than one number, and where they part is not known";
    }

    private static int nearest(Word word, int[] edges) {
        for (int i = 0; i < edges.length; i++) if (Math.abs(word.end() - edges[i]) <= NEAR) return i;
        return -1;
    }

    /** Numbers that touch: each but the first fills its column to the last character. */
    private boolean apart(Word word, int last, int used, int[] edges, List<Cell> cells) {
        int first = last;
        while (first > 1 && word.start() < edges[first - 1]) first--;
        if (first <= used || edges[last] != word.end() || !word.text().chars().allMatch(Character::isDigit))
            return false;
        int from = word.start();
        for (int column = first; column <= last; column++) {
            String part = word.text().substring(from - word.start(), edges[column] - word.start());
            cells.add(new Cell(operations.get(column - 2), part));
            from = edges[column];
        }
        return true;
    }

    private static List<Word> words(String text, int most) {
        var words = new ArrayList<Word>();
        Matcher word = WORD.matcher(text);
        while (words.size() < most && word.find()) words.add(new Word(word.group(), word.start(), word.end()));
        return words;
    }
}
