package ringside.core.format;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import ringside.core.RingsideException;

/** A file to import, wherever its bytes come from. */
public final class Content {
    public static final int HEAD_BYTES = 256 * 1024;

    /** Tools print far less; what is larger is not a tool's output, or not one to keep as raw. */
    public static final long LARGEST_OUTPUT = 64L * 1024 * 1024;

    private static final int LONGEST_LINE = 1 << 20;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int MOST_LINES = 2_000_000;
    private static final Pattern ESCAPES = Pattern.compile(
            "\u001B(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)?|[()][A-Za-z0-9]|[@-Z\\\\-_=>])");

    private static final Pattern ODD = Pattern.compile("[\\p{Cntrl}\\x80-\\x9f&&[^\\t\\n\\r]]+");

    private final String name;
    private final Opener opener;
    private final Optional<Path> path;

    /** Opens the bytes from their start; called as often as they are needed. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }

    private Content(String name, Opener opener, Optional<Path> path) {
        this.name = name;
        this.opener = opener;
        this.path = path;
    }

    public static Content of(Path file) {
        return new Content(String.valueOf(file.getFileName()), () -> Files.newInputStream(file), Optional.of(file));
    }

    public static Content of(String name, byte[] bytes) {
        return of(name, () -> new ByteArrayInputStream(bytes));
    }

    public static Content of(String name, Opener opener) {
        return new Content(name, opener, Optional.empty());
    }

    /** The same bytes under another name. */
    public Content named(String other) {
        return new Content(other, opener, path);
    }

    /** Where the file is, if it is a file of this machine. */
    public Optional<Path> path() {
        return path;
    }

    /** The file's name, for messages and as a hint for labels. */
    public String name() {
        return name;
    }

    public InputStream open() throws IOException {
        return new BufferedInputStream(opener.open(), 1 << 16);
    }

    /**
     * The whole as UTF-8 text, without the byte-order mark that spreadsheets put first. Reading it ends in {@link
     * Unsound} at the first thing that is no text.
     */
    public Reader text() throws IOException {
        InputStream in = open();
        in.mark(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) in.reset();
        return new SoundText(in, false);
    }

    public Head head() throws IOException {
        try (InputStream in = opener.open()) {
            byte[] bytes = in.readNBytes(HEAD_BYTES);
            return new Head(bytes, clean(decode(bytes)));
        }
    }

    /** All bytes of a tool's output. */
    public byte[] bytes() throws IOException {
        try (InputStream in = opener.open()) {
            byte[] bytes = in.readNBytes((int) LARGEST_OUTPUT + 1);
            if (bytes.length > LARGEST_OUTPUT)
                throw new RingsideException(
                        name + " is larger than 64 MiB, too large for the output of a benchmark tool",
                        "cut it to the part that holds the results");
            return bytes;
        }
    }

    /** All bytes; empty if they are more than so many. */
    public Optional<byte[]> bytesUpTo(long most) throws IOException {
        if (path.isPresent() && Files.size(path.get()) > most) return Optional.empty();
        try (InputStream in = opener.open()) {
            byte[] bytes = in.readNBytes((int) most + 1);
            return bytes.length > most ? Optional.empty() : Optional.of(bytes);
        }
    }

    /**
     * A tool's output line by line: any line end, UTF-8 or else Latin-1, without escape sequences.
     *
     * @throws RingsideException if it has more lines than any tool prints
     */
    public static List<Line> lines(byte[] bytes) {
        String text = decode(bytes);
        var lines = new ArrayList<Line>();
        int start = 0;
        while (start < text.length()) {
            if (lines.size() == MOST_LINES)
                throw new RingsideException(
                        "The output has more than " + MOST_LINES
                                + " lines, too many for the output of a benchmark tool",
                        "cut it to the part that holds the results");
            int end = start;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') end++;
            lines.add(line(lines.size() + 1, text, start, end));
            start = end + (text.startsWith("\r\n", end) ? 2 : 1);
        }
        return lines;
    }

    /** The cut keeps hostile input from costing quadratic time in the patterns that follow. */
    private static Line line(int number, String text, int start, int end) {
        int kept = Math.min(end, start + LONGEST_LINE);
        return new Line(number, clean(text.substring(start, kept)), kept == end && end < text.length());
    }

    private static String clean(String text) {
        String plain = text.indexOf('\u001B') < 0 ? text : ESCAPES.matcher(text).replaceAll("");
        // A log that was emptied while a tool wrote to it begins with zeros
        for (int i = 0; i < plain.length(); i++)
            if (SoundText.isControl(plain.charAt(i))) {
                plain = ODD.matcher(plain).replaceAll("");
                break;
            }
        return plain.startsWith("\uFEFF") ? plain.substring(1) : plain;
    }

    private static String decode(byte[] bytes) {
        return new String(bytes, isUtf8(bytes) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    /** Piece by piece: the text of a large output a second time, two bytes a character, is more than the heap holds. */
    private static boolean isUtf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer piece = CharBuffer.allocate(1 << 13);
        CoderResult result;
        do {
            result = decoder.decode(in, piece.clear(), true);
        } while (result.isOverflow());
        return !result.isError();
    }
}
