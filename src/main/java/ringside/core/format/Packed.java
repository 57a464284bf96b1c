package ringside.core.format;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import ringside.core.Progress;
import ringside.core.RingsideException;

/**
 * A zip, a tar or a gzip from anywhere, opened entry by entry. Names of entries are for people and never become paths; how
 * much comes out, how many entries, and how densely they may be packed is bounded.
 */
final class Packed {
    private static final int MOST_ENTRIES = 100_000;
    private static final long MOST_BYTES = 4L << 30;
    /** Text packs five to thirty times; a bomb packs a thousand. */
    private static final long DENSEST = 200;

    private static final long SMALL = 16 << 20;

    private final String name;
    private long unpacked;
    private int entries;

    Packed(String name) {
        this.name = name;
    }

    interface Visitor {
        /** @param in ends with the entry; need not be read or closed */
        void entry(String entry, InputStream in) throws IOException;
    }

    static boolean is(Head head) {
        return isZip(head) || isGzip(head) || isTar(head);
    }

    private static boolean isZip(Head head) {
        return head.startsWith('P', 'K', 3, 4) || head.startsWith('P', 'K', 5, 6);
    }

    private static boolean isGzip(Head head) {
        return head.startsWith(0x1f, 0x8b, 8);
    }

    private static boolean isTar(Head head) {
        return Tar.is(head.bytes());
    }

    /** @throws RingsideException if it is damaged, or a bomb; entries before that have been visited */
    void each(Head head, InputStream bytes, Visitor visitor) throws IOException {
        var counted = new Counted(bytes);
        try {
            if (isZip(head)) zip(counted, visitor);
            else if (isTar(head)) tar(new Unpacking(counted, counted), visitor);
            else gzip(counted, visitor);
        } catch (ZipException | java.io.EOFException damaged) {
            throw new RingsideException(
                    name + " is cut short or damaged (" + damaged.getMessage() + ")",
                    "get it again; what stands before was read",
                    damaged);
        } catch (IllegalArgumentException notAName) {
            throw new RingsideException(
                    name + " has entries whose names cannot be read", "pack it again with another program", notAName);
        }
    }

    private void zip(Counted bytes, Visitor visitor) throws IOException {
        // Closing it would close the bytes, which are the caller's
        @SuppressWarnings("resource")
        var zip = new ZipInputStream(bytes, StandardCharsets.UTF_8);
        for (ZipEntry entry; (entry = zip.getNextEntry()) != null; )
            if (!entry.isDirectory()) visit(entry.getName(), new Unpacking(zip, bytes), visitor);
    }

    private void gzip(Counted bytes, Visitor visitor) throws IOException {
        var plain = new BufferedInputStream(new Unpacking(new GZIPInputStream(bytes, 1 << 16), bytes), 1 << 16);
        plain.mark(Tar.BLOCK + 1);
        byte[] first = plain.readNBytes(Tar.BLOCK);
        plain.reset();
        if (Tar.is(first)) tar(plain, visitor);
        else visit(name.substring(name.lastIndexOf('/') + 1).replaceFirst("(?i)\\.gz$", ""), plain, visitor);
    }

    private void tar(InputStream plain, Visitor visitor) throws IOException {
        var tar = new Tar(plain);
        for (String entry; (entry = tar.next()) != null; ) visit(entry, tar.content(), visitor);
    }

    private void visit(String entry, InputStream in, Visitor visitor) throws IOException {
        Progress.checkCancelled();
        if (++entries > MOST_ENTRIES)
            throw new RingsideException(name + " holds more than " + MOST_ENTRIES + " files", "unpack it yourself");
        visitor.entry(entry.replaceAll("\\p{Cntrl}", "?"), in);
    }

    /** How much was taken of the packed bytes. */
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            if (one >= 0) count++;
            return one;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = in.read(buffer, from, length);
            if (read > 0) count += read;
            return read;
        }

        @Override
        public void close() {} // the caller's
    }

    /** Ends with an error where more comes out than any honest file holds. */
    private final class Unpacking extends FilterInputStream {
        private final Counted packed;

        Unpacking(InputStream in, Counted packed) {
            super(in);
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = in.read(buffer, from, length);
            if (read <= 0) return read;
            unpacked += read;
            if (unpacked > MOST_BYTES)
                throw new RingsideException(
                        name + " unpacks to more than 4 GiB", "unpack it yourself, and import a part");
            if (unpacked > SMALL && unpacked / Math.max(1, packed.count) > DENSEST)
                throw new RingsideException(
                        name + " is packed so densely that it looks like a bomb", "unpack it yourself if you trust it");
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public void close() {} // the archive goes on behind the entry
    }
}
