package ringside.adapter.ssh;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** Passes on what comes after the line that begins with a mark. What comes before is a start-up file's. */
final class AfterMark {
    /** Held until the mark is seen; more than a start-up file prints. */
    private static final int MOST = 128 << 10;

    private final String mark;
    private final Consumer<byte[]> to;
    private final ByteArrayOutputStream before = new ByteArrayOutputStream();
    private boolean seen;

    AfterMark(String mark, Consumer<byte[]> to) {
        this.mark = mark;
        this.to = to;
    }

    void take(byte[] bytes) {
        if (seen) {
            to.accept(bytes);
            return;
        }
        if (before.size() < MOST) before.writeBytes(bytes);
        String text = before.toString(StandardCharsets.ISO_8859_1); // a byte a character
        int at = text.indexOf(mark + " ");
        int end = at < 0 ? -1 : text.indexOf('\n', at);
        if (end < 0) return;
        seen = true;
        byte[] all = before.toByteArray();
        before.reset();
        if (end + 1 < all.length) to.accept(Arrays.copyOfRange(all, end + 1, all.length));
    }
}
