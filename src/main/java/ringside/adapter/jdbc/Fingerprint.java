package ringside.adapter.jdbc;

import ringside.core.result.Sample;
import ringside.core.result.Value;

/**
 * 128 bits over samples, whatever their order: the sum of each sample's own hash. It tells result sets apart
 * by content; it is no protection against somebody who forges one.
 */
final class Fingerprint {
    private long high;
    private long low;

    Fingerprint() {}

    Fingerprint(long high, long low) {
        this.high = high;
        this.low = low;
    }

    /**
     * @param series a hash of what the sample's series is: see {@link #text}
     * @param parameters the same of its parameters' text
     */
    void add(long series, long parameters, Sample sample) {
        long value = switch (sample.value()) {
            case Value.Measured(double number) -> Double.doubleToLongBits(number);
            case Value.Missing(String reason) -> text(reason) ^ 0x5DEECE66DL;
        };
        long hash = mix(series + 31 * parameters);
        hash = mix(hash + sample.repetition());
        hash = mix(hash ^ value);
        high += hash;
        low += mix(hash ^ 0x9E3779B97F4A7C15L);
    }

    void add(Fingerprint other) {
        high += other.high;
        low += other.low;
    }

    long high() {
        return high;
    }

    long low() {
        return low;
    }

    /** 32 hex digits. */
    @Override
    public String toString() {
        return "%016x%016x".formatted(high, low);
    }

    /** FNV-1a, finished by a mix. */
    static long text(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        return mix(hash);
    }

    /** The finisher of SplitMix64. */
    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }
}
