package ringside.core.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import ringside.core.Progress;
import ringside.core.RingsideException;

/**
 * How much may come out of one file on disk, through all the packed files within it together: how many entries, how many
 * bytes, and how densely they may be packed.
 */
final class Allowance {
    private static final int MOST_ENTRIES = 100_000;
    private static final long MOST_BYTES = 4L << 30;
    /** Text packs five to thirty times; a bomb packs a thousand. */
    private static final long DENSEST = 200;

    private static final long SMALL = 16 << 20;

    private final String name;
    private long packed;
    private long unpacked;
    private int entries;

    /** @param name of the file on disk, for messages */
    Allowance(String name) {
        this.name = name;
    }

    /** There is nothing left of it: no more is read of the file on disk, whatever packed file within it spent the last. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final RingsideException trouble;

        private Spent(String problem, String remedy) {
            trouble = new RingsideException(problem, remedy);
        }

        RingsideException trouble() {
            return trouble;
        }
    }

    void entry() {
        if (++entries > MOST_ENTRIES)
            throw new Spent(name + " holds more than " + MOST_ENTRIES + " files", "unpack it yourself");
    }

    /** The bytes of the file on disk. */
    InputStream packed(InputStream in) {
        return new Counted(in) {
            @Override
            void count(long read) {
                packed += read;
            }
        };
    }

    /** Bytes that come out of it, or out of a packed file within it. */
    InputStream unpacked(InputStream in) {
        return new Counted(in) {
            @Override
            void count(long read) {
                unpack(read);
            }
        };
    }

    private void unpack(long read) {
        if ((unpacked + read) >> 20 != unpacked >> 20) Progress.checkCancelled();
        unpacked += read;
        if (unpacked > MOST_BYTES)
            throw new Spent(name + " unpacks to more than 4 GiB", "unpack it yourself, and import a part");
        if (unpacked > SMALL && unpacked / Math.max(1, packed) > DENSEST)
            throw new Spent(
                    name + " is packed so densely that it looks like a bomb", "unpack it yourself if you trust it");
    }

    /** Counts what is skipped, too: it has to be unpacked to be skipped. */
    private abstract static class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        abstract void count(long read);

        @Override
        public int read() throws IOException {
            int one = in.read();
            if (one >= 0) count(1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = in.read(buffer, from, length);
            if (read > 0) count(read);
            return read;
        }

        @Override
        public long skip(long n) throws IOException {
            byte[] passed = new byte[(int) Math.clamp(n, 0, 1 << 16)];
            return Math.max(0, read(passed, 0, passed.length));
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public void close() {} // what is behind an entry is still to be read, and the file is the caller's
    }
}
