package ringside.core.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * UTF-8 text that is checked while it is read: bytes that are none and control characters end it. What is written as a
 * document (XML, JSON, CSV) is read by this, because a name with such a thing in it is a damaged one.
 */
final class SoundText extends Reader {
    private static final String TERMINALS = "\u001B\u0007\b\f";

    private final InputStream in;
    private final boolean terminal;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(1 << 13).limit(0);
    private boolean ended;
    private long line = 1;

    /** @param terminal whether what steers a terminal may stand between the lines */
    SoundText(InputStream in, boolean terminal) {
        this.in = in;
        this.terminal = terminal;
    }

    /** What is wrong with a text that tools may have printed on a terminal; empty if nothing. */
    static Optional<Unsound> fault(byte[] text) {
        char[] passed = new char[1 << 13];
        try (var reader = new SoundText(new ByteArrayInputStream(text), true)) {
            while (reader.read(passed, 0, passed.length) >= 0) {} // to its end or the first fault
            return Optional.empty();
        } catch (Unsound fault) {
            return Optional.of(fault);
        } catch (IOException nothingReadsFromMemoryInVain) {
            throw new UncheckedIOException(nothingReadsFromMemoryInVain);
        }
    }

    @Override
    public int read(char[] to, int from, int length) throws IOException {
        if (length == 0) return 0;
        while (!chars.hasRemaining()) if (!fill()) return -1;
        int count = Math.min(length, chars.remaining());
        chars.get(to, from, count);
        return count;
    }

    private boolean fill() throws IOException {
        if (!ended && bytes.remaining() < 4) more();
        if (ended && !bytes.hasRemaining()) return false;
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, ended);
        chars.flip();
        check();
        if (result.isError() && !chars.hasRemaining())
            throw odd("the byte 0x%02X, which is no UTF-8".formatted(bytes.get(bytes.position()) & 0xff));
        return true;
    }

    private void more() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read < 0) ended = true;
        else bytes.position(bytes.position() + read);
        bytes.flip();
    }

    private void check() {
        for (int i = 0; i < chars.limit(); i++) {
            char one = chars.get(i);
            if (one == '\n') line++;
            else if (isControl(one) && !(terminal && TERMINALS.indexOf(one) >= 0))
                throw odd("the control character U+%04X".formatted((int) one));
        }
    }

    private Unsound odd(String what) {
        return new Unsound(line, "it holds " + what, "save it as UTF-8 text, or get it again from where it came");
    }

    /** No text needs them; tabs and line ends it does. */
    static boolean isControl(char one) {
        return (one < ' ' && one != '\t' && one != '\n' && one != '\r') || (one >= 0x7f && one < 0xa0);
    }

    /** The same of a text's beginning, which may end within a character. */
    static Optional<Unsound> faultAtStart(byte[] start) {
        int end = start.length;
        if (end == Content.HEAD_BYTES) while (end > 0 && start[end - 1] != '\n') end--;
        return fault(Arrays.copyOf(start, end));
    }

    /** The text with a blank for every control character, as what spells them out in escapes can still bring them. */
    static String without(String text) {
        for (int i = 0; i < text.length(); i++)
            if (isControl(text.charAt(i))) return text.replaceAll("[\\p{Cntrl}\\x80-\\x9f&&[^\\t\\n\\r]]", " ");
        return text;
    }

    /** The same for what has to stand in one line. */
    static String name(String text) {
        for (int i = 0; i < text.length(); i++)
            if (Character.isISOControl(text.charAt(i)))
                return text.replaceAll("[\\p{Cntrl}\\x80-\\x9f]+", " ").strip();
        return text;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
