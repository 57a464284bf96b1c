package ringside.core.bench.run;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import ringside.core.host.Shell;

/** What a command prints, kept as it is, and told line by line. */
final class Lines implements Shell.Output {
    /** More lines than this nobody reads while they come; they are in the raw output. */
    private static final int MOST_TOLD = 2_000;

    private static final int LONGEST = 500;

    private final BiConsumer<Boolean, String> told;
    private final Stream out = new Stream(false);
    private final Stream err = new Stream(true);
    private int count;

    /** @param told of each line; the flag says whether it came on the error output */
    Lines(BiConsumer<Boolean, String> told) {
        this.told = told;
    }

    private static final class Stream {
        private final boolean error;
        private final Bytes all = new Bytes();
        private int start;

        Stream(boolean error) {
            this.error = error;
        }
    }

    /** Gives out a piece without copying the whole. */
    private static final class Bytes extends ByteArrayOutputStream {
        String text(int from, int length) {
            return new String(buf, from, length, StandardCharsets.UTF_8);
        }
    }

    @Override
    public synchronized void printed(boolean error, byte[] bytes) {
        Stream stream = error ? err : out;
        int from = stream.all.size();
        stream.all.writeBytes(bytes);
        if (count >= MOST_TOLD) return;
        for (int i = 0; i < bytes.length; i++) if (bytes[i] == '\n') line(stream, from + i);
    }

    private void line(Stream stream, int end) {
        if (count++ >= MOST_TOLD) return;
        int length = Math.min(end - stream.start, LONGEST);
        String text = stream.all.text(stream.start, length);
        stream.start = end + 1;
        told.accept(stream.error, text.stripTrailing());
    }

    synchronized byte[] bytes(boolean error) {
        return (error ? err : out).all.toByteArray();
    }
}
