package ringside.adapter.plot;

import java.util.Arrays;

/** The colours of a picture: up to 256 make a PNG of one byte a pixel. */
final class Colours {
    private static final int MOST = 256;
    private static final int SLOTS = 1024; // a power of two, four times as many as colours

    /** More than a PNG's table holds; which ones, nobody has looked. */
    static final Colours MANY = new Colours();

    static {
        MANY.count = MOST + 1;
    }

    private final int[] keys = new int[SLOTS];
    private final byte[] indexes = new byte[SLOTS];
    private final int[] found = new int[MOST];
    private int count;

    private Colours() {
        Arrays.fill(keys, 0); // 0 is transparent black, which no opaque picture has
    }

    static Colours of(int[] argb) {
        var colours = new Colours();
        int last = 0;
        for (int pixel : argb) {
            if (pixel == last) continue;
            last = pixel;
            if (!colours.add(pixel)) break;
        }
        return colours;
    }

    boolean few() {
        return count <= MOST;
    }

    private boolean add(int pixel) {
        int slot = slot(pixel);
        if (keys[slot] == pixel) return true;
        if (count == MOST) {
            count++;
            return false;
        }
        keys[slot] = pixel;
        indexes[slot] = (byte) count;
        found[count++] = pixel;
        return true;
    }

    private int slot(int pixel) {
        int slot = (pixel * 0x9E3779B9) >>> 22;
        while (keys[slot] != 0 && keys[slot] != pixel) slot = (slot + 1) & (SLOTS - 1);
        return slot;
    }

    byte index(int pixel) {
        return indexes[slot(pixel)];
    }

    /** Red, green and blue of each, in the order of their indexes. */
    byte[] table() {
        byte[] table = new byte[count * 3];
        for (int i = 0; i < count; i++) {
            table[i * 3] = (byte) (found[i] >> 16);
            table[i * 3 + 1] = (byte) (found[i] >> 8);
            table[i * 3 + 2] = (byte) found[i];
        }
        return table;
    }
}
