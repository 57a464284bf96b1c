package ringside.core.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A tar file (old, POSIX and GNU) entry by entry; only plain files count. */
final class Tar {
    static final int BLOCK = 512;
    private static final int LONGEST_NAME = 1 << 16;

    private final InputStream in;
    private long left;
    private long padding;

    Tar(InputStream in) {
        this.in = in;
    }

    /** Whether these bytes begin with a header whose checksum is right. */
    static boolean is(byte[] start) {
        if (start.length < BLOCK || start[0] == 0) return false;
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) sum += i >= 148 && i < 156 ? ' ' : start[i] & 0xff;
        return sum == number(start, 148, 8);
    }

    /** The next file's name; null at the end. */
    @Nullable
    String next() throws IOException {
        String longName = "";
        while (true) {
            in.skipNBytes(left + padding);
            byte[] header = in.readNBytes(BLOCK);
            if (header.length == 0 || (header.length == BLOCK && header[0] == 0)) return null;
            if (!is(header)) throw new EOFException("no entry begins where one should");
            left = number(header, 124, 12);
            if (left < 0) throw new EOFException("an entry of negative size");
            padding = (BLOCK - left % BLOCK) % BLOCK;
            char type = (char) header[156];
            switch (type) {
                case 'L' -> longName = text(body(), 0, Integer.MAX_VALUE);
                case 'x' -> longName = path(body());
                case '0', '\0', '7' -> {
                    String prefix = text(header, 345, 155);
                    String name = text(header, 0, 100);
                    boolean posix = text(header, 257, 5).equals("ustar") && header[262] == 0;
                    return !longName.isEmpty() ? longName : posix && !prefix.isEmpty() ? prefix + "/" + name : name;
                }
                default -> longName = "";
            }
        }
    }

    private byte[] body() throws IOException {
        if (left > LONGEST_NAME) throw new EOFException("a name of more than 64 KiB");
        byte[] body = in.readNBytes((int) left);
        left = 0;
        return body;
    }

    /** The path among a POSIX header's {@code length key=value} lines. */
    private static String path(byte[] body) {
        for (String line : new String(body, StandardCharsets.UTF_8).split("\n")) {
            int at = line.indexOf(" path=");
            if (at > 0) return line.substring(at + 6);
        }
        return "";
    }

    private static String text(byte[] bytes, int from, int most) {
        int end = from;
        while (end < bytes.length && end - from < most && bytes[end] != 0) end++;
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    /** Octal digits, or, for what is larger than they can say, a binary number; -1 if neither. */
    private static long number(byte[] bytes, int from, int length) {
        long number = 0;
        if ((bytes[from] & 0x80) != 0) {
            for (int i = from + length - 8; i < from + length; i++) number = number << 8 | (bytes[i] & 0xff);
            return number;
        }
        for (int i = from; i < from + length; i++) {
            if (bytes[i] >= '0' && bytes[i] <= '7') number = number * 8 + (bytes[i] - '0');
            else if (bytes[i] != ' ' && bytes[i] != 0) return -1;
        }
        return number;
    }

    /** The bytes of the file whose name came last. */
    InputStream content() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                if (left == 0 || length == 0) return left == 0 ? -1 : 0;
                int read = in.read(buffer, from, (int) Math.min(length, left));
                if (read < 0) throw new EOFException("it ends within a file");
                left -= read;
                return read;
            }
        };
    }
}
