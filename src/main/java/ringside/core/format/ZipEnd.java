package ringside.core.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipException;

/** Remembers how a zip ends: its directory says there how many entries it has, and one that is cut off has none. */
final class ZipEnd extends FilterInputStream {
    private static final int LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int COUNTED_ELSEWHERE = 0xffff;

    private final byte[] last = new byte[1 << 17]; // a ring; a comment is shorter than half of it
    private long count;

    ZipEnd(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        if (one >= 0) last[(int) (count++ & last.length - 1)] = (byte) one;
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = in.read(into, from, length);
        for (int i = 0; i < read; i++) last[(int) (count++ & last.length - 1)] = into[from + i];
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        return readNBytes((int) Math.min(bytes, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Reads to the end. @throws ZipException unless the directory there has so many entries */
    void require(int entries) throws IOException {
        transferTo(OutputStream.nullOutputStream());
        long first = Math.max(0, count - LENGTH - LONGEST_COMMENT);
        for (long at = count - LENGTH; at >= first; at--) {
            if (at(at) != 'P' || at(at + 1) != 'K' || at(at + 2) != 5 || at(at + 3) != 6) continue;
            int said = at(at + 10) | at(at + 11) << 8;
            if (said == COUNTED_ELSEWHERE || said == (entries & 0xffff)) return;
            throw new ZipException("it should hold " + said + " entries, and " + entries + " can be read");
        }
        throw new ZipException("its directory is missing at the end");
    }

    private int at(long at) {
        return last[(int) (at & last.length - 1)] & 0xff;
    }
}
