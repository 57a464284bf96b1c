package ringside.core.figure;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import ringside.core.RingsideException;

/**
 * The texts that a PNG picture carries beside its pixels ({@code tEXt}, {@code zTXt}, {@code iTXt}). The file may
 * come from anywhere: sizes are bounded, checksums are checked, and nothing is decoded but text.
 */
public final class PngTexts {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int LONGEST = 1 << 20;
    private static final int MOST = 1000;
    private static final long LARGEST = 1L << 30;

    private final String name;
    private final DataInputStream in;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private int room = 4 * LONGEST;

    private PngTexts(String name, InputStream in) {
        this.name = name;
        this.in = new DataInputStream(in);
    }

    /** Whether a file that begins so is a PNG. */
    public static boolean recognises(byte[] beginning) {
        return beginning.length >= SIGNATURE.length
                && Arrays.equals(beginning, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    /**
     * Keyword → text, in the file's order; the first one where a keyword stands twice.
     *
     * @param name of the file, for messages
     * @throws RingsideException if it is no PNG or a damaged one
     */
    public static Map<String, String> read(String name, InputStream in) throws IOException {
        return new PngTexts(name, in).read();
    }

    private Map<String, String> read() throws IOException {
        if (!recognises(in.readNBytes(SIGNATURE.length)))
            throw new RingsideException(name + " is no PNG picture", "choose a PNG that Ringside exported");
        try {
            long size = 0;
            boolean more = true;
            while (more) {
                int length = in.readInt();
                size += Integer.toUnsignedLong(length) + 12;
                if (length < 0 || size > LARGEST) throw damaged("a chunk says that it is too large");
                more = chunk(in.readNBytes(4), length);
            }
        } catch (EOFException e) {
            throw damaged("it ends too early");
        }
        return Collections.unmodifiableMap(texts);
    }

    /** @return whether another chunk follows */
    private boolean chunk(byte[] type, int length) throws IOException {
        if (type.length < 4) throw new EOFException();
        var crc = new CRC32();
        crc.update(type);
        String what = new String(type, StandardCharsets.ISO_8859_1);
        boolean text = what.equals("tEXt") || what.equals("zTXt") || what.equals("iTXt");
        byte[] data = new byte[0];
        if (text && length <= Math.min(LONGEST, room)) {
            room -= length;
            data = in.readNBytes(length);
            if (data.length < length) throw new EOFException();
            crc.update(data);
        } else {
            skip(length, crc);
        }
        if (in.readInt() != (int) crc.getValue()) throw damaged("the checksum of its " + printable(what) + " is wrong");
        if (data.length > 0 && texts.size() < MOST) keep(what, data);
        return !what.equals("IEND");
    }

    private void skip(int length, CRC32 crc) throws IOException {
        byte[] buffer = new byte[1 << 13];
        for (int left = length; left > 0; ) {
            int read = in.read(buffer, 0, Math.min(left, buffer.length));
            if (read < 0) throw new EOFException();
            crc.update(buffer, 0, read);
            left -= read;
        }
    }

    private void keep(String type, byte[] data) {
        int end = indexOfZero(data, 0);
        if (end < 1 || end > 79) return; // no keyword: nobody could ask for it
        String keyword = new String(data, 0, end, StandardCharsets.ISO_8859_1);
        int start = end + 1;
        switch (type) {
            case "tEXt" -> put(keyword, data, start, false, StandardCharsets.ISO_8859_1);
            case "zTXt" -> {
                if (start < data.length && data[start] == 0)
                    put(keyword, data, start + 1, true, StandardCharsets.ISO_8859_1);
            }
            default -> international(keyword, data, start);
        }
    }

    private void international(String keyword, byte[] data, int start) {
        int language = indexOfZero(data, start + 2);
        int translated = language < 0 ? -1 : indexOfZero(data, language + 1);
        if (translated < 0) return;
        boolean packed = data[start] == 1;
        if (packed && data[start + 1] != 0) return; // a compression that nobody has defined
        put(keyword, data, translated + 1, packed, StandardCharsets.UTF_8);
    }

    private void put(String keyword, byte[] data, int start, boolean packed, Charset charset) {
        byte[] plain = Arrays.copyOfRange(data, Math.min(start, data.length), data.length);
        texts.putIfAbsent(keyword, new String(packed ? unpacked(plain) : plain, charset));
    }

    private byte[] unpacked(byte[] packed) {
        var inflater = new Inflater();
        try {
            inflater.setInput(packed);
            var plain = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 13];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary()))
                    throw damaged("a packed text ends too early");
                plain.write(buffer, 0, count);
                if (plain.size() > LONGEST) throw damaged("a packed text is too long");
            }
            return plain.toByteArray();
        } catch (DataFormatException e) {
            throw damaged("a packed text can not be unpacked");
        } finally {
            inflater.end();
        }
    }

    private static int indexOfZero(byte[] data, int from) {
        for (int i = from; i < data.length; i++) if (data[i] == 0) return i;
        return -1;
    }

    private static String printable(String type) {
        return type.chars().allMatch(c -> c > ' ' && c < 0x7f) ? type + " chunk" : "chunk";
    }

    private RingsideException damaged(String how) {
        return new RingsideException(name + " is damaged: " + how, "export the figure again, or copy the file anew");
    }
}
