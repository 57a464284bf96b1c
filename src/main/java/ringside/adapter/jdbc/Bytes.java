package ringside.adapter.jdbc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes with numbers of variable length: 7 bits a byte, small numbers short. */
final class Bytes {
    private byte[] bytes;
    private int at;

    Bytes(int capacity) {
        bytes = new byte[capacity];
    }

    /** For reading. */
    Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, at);
    }

    int size() {
        return at;
    }

    void octet(int value) {
        room(1);
        bytes[at++] = (byte) value;
    }

    int octet() {
        return bytes[at++];
    }

    /** Unsigned. */
    void number(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
    }

    long number() {
        long value = bytes[at++];
        if (value >= 0) return value;
        value &= 0x7f;
        for (int shift = 7; ; shift += 7) {
            long next = bytes[at++];
            value |= (next & 0x7f) << shift;
            if (next >= 0) return value;
        }
    }

    /** Of either sign, near zero. */
    void signed(long value) {
        number((value << 1) ^ (value >> 63));
    }

    long signed() {
        long folded = number();
        return (folded >>> 1) ^ -(folded & 1);
    }

    void real(double value) {
        room(8);
        long bits = Double.doubleToRawLongBits(value);
        for (int shift = 0; shift < 64; shift += 8) bytes[at++] = (byte) (bits >>> shift);
    }

    double real() {
        long bits = 0;
        for (int shift = 0; shift < 64; shift += 8) bits |= (bytes[at++] & 0xffL) << shift;
        return Double.longBitsToDouble(bits);
    }

    void text(String value) {
        blob(value.getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        return new String(blob(), StandardCharsets.UTF_8);
    }

    void blob(byte[] value) {
        number(value.length);
        room(value.length);
        System.arraycopy(value, 0, bytes, at, value.length);
        at += value.length;
    }

    byte[] blob() {
        int length = (int) number();
        byte[] value = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return value;
    }

    private void room(int more) {
        if (at + more > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(at + more, bytes.length * 2));
    }
}
