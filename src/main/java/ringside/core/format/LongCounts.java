package ringside.core.format;

/** How often each of many keys was met, in twelve bytes a key: keys are hashes, so that their texts need not be kept. */
final class LongCounts {
    private long[] keys = new long[1 << 10];
    private int[] counts = new int[keys.length];
    private int size;

    /** FNV-1a over the texts; 64 bits are enough that no two of a file's million keys meet. */
    static long key(String... texts) {
        long hash = 0xcbf29ce484222325L;
        for (String text : texts) {
            for (int i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            hash = (hash ^ 0xffff) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }

    /** Adds to the key's count and gives back what it was before. */
    int add(long key, int more) {
        if (size * 2 > keys.length) grow();
        int at = place(key);
        if (keys[at] == 0) {
            keys[at] = key;
            size++;
        }
        int before = counts[at];
        counts[at] = before + more;
        return before;
    }

    private int place(long key) {
        int at = (int) (key ^ (key >>> 29)) & (keys.length - 1);
        while (keys[at] != 0 && keys[at] != key) at = (at + 1) & (keys.length - 1);
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] == 0) continue;
            int at = place(oldKeys[i]);
            keys[at] = oldKeys[i];
            counts[at] = oldCounts[i];
        }
    }
}
