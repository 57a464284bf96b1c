package ringside.adapter.plot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * PNG as charts need it: opaque, mostly rows like the row above. Several times faster than ImageIO, which knows
 * neither, and the same picture always gives the same bytes.
 */
final class PngFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int LEVEL = 2;
    private static final int CHUNK = 1 << 16;
    private static final byte UNFILTERED = 0;
    private static final byte UP = 2;
    private static final byte TRUECOLOUR = 2;
    private static final byte PALETTE = 3;

    private PngFile() {}

    static void write(int[] argb, int width, int height, double dpi, Map<String, String> texts, OutputStream out)
            throws IOException {
        Colours colours = Colours.of(argb);
        out.write(SIGNATURE);
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8);
        header.put(colours.few() ? PALETTE : TRUECOLOUR)
                .put((byte) 0)
                .put((byte) 0)
                .put((byte) 0);
        chunk(out, "IHDR", header.array(), 13);
        int perMetre = (int) Math.round(dpi / 0.0254);
        chunk(
                out,
                "pHYs",
                ByteBuffer.allocate(9)
                        .putInt(perMetre)
                        .putInt(perMetre)
                        .put((byte) 1)
                        .array(),
                9);
        if (colours.few()) chunk(out, "PLTE", colours.table(), colours.table().length);
        SortedMap<String, String> sorted = new TreeMap<>(texts);
        for (var text : sorted.entrySet()) text(out, text.getKey(), text.getValue());
        pixels(out, argb, width, height, colours);
        chunk(out, "IEND", new byte[0], 0);
    }

    private static void chunk(OutputStream out, String type, byte[] data, int length) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data, 0, length);
        out.write(ByteBuffer.allocate(8).putInt(length).put(name).array());
        out.write(data, 0, length);
        out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    /** Latin-1 texts as tEXt, which every reader knows; others as iTXt in UTF-8. */
    private static void text(OutputStream out, String keyword, String text) throws IOException {
        if (!keyword.matches("[!-~\u00a1-\u00ff]([ -~\u00a1-\u00ff]{0,77}[!-~\u00a1-\u00ff])?")
                || keyword.contains("  "))
            throw new IllegalArgumentException("a PNG keyword has 1 to 79 Latin letters, unlike \"" + keyword + "\"");
        boolean latin = text.chars().allMatch(c -> c == '\n' || c >= ' ' && c <= '~' || c >= 0xa0 && c <= 0xff);
        var data = new ByteArrayOutputStream();
        data.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
        data.write(0);
        if (!latin) data.writeBytes(new byte[4]); // not compressed, method 0, no language, no translated keyword
        // a NUL would end the text, and has no meaning in one
        String plain = text.replace("\0", "");
        data.writeBytes(plain.getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
        chunk(out, latin ? "tEXt" : "iTXt", data.toByteArray(), data.size());
    }

    private static void pixels(OutputStream out, int[] argb, int width, int height, Colours colours)
            throws IOException {
        int bytesPerPixel = colours.few() ? 1 : 3;
        byte[] row = new byte[1 + width * bytesPerPixel];
        byte[] same = new byte[row.length];
        same[0] = UP;
        byte[] packed = new byte[CHUNK];
        var deflater = new Deflater(LEVEL);
        try {
            int filled = 0;
            for (int y = 0; y <= height; y++) {
                if (y == height) deflater.finish();
                else if (y > 0 && sameAsAbove(argb, y, width)) deflater.setInput(same);
                else deflater.setInput(filtered(argb, y, width, colours, row));
                while (y == height ? !deflater.finished() : !deflater.needsInput()) {
                    filled += deflater.deflate(packed, filled, packed.length - filled);
                    if (filled < packed.length) continue;
                    chunk(out, "IDAT", packed, filled);
                    filled = 0;
                }
            }
            if (filled > 0) chunk(out, "IDAT", packed, filled);
        } finally {
            deflater.end();
        }
    }

    private static boolean sameAsAbove(int[] argb, int y, int width) {
        return Arrays.equals(argb, y * width, (y + 1) * width, argb, (y - 1) * width, y * width);
    }

    private static byte[] filtered(int[] argb, int y, int width, Colours colours, byte[] row) {
        int from = y * width;
        if (colours.few()) {
            row[0] = UNFILTERED;
            for (int x = 0; x < width; x++) row[x + 1] = colours.index(argb[from + x]);
            return row;
        }
        row[0] = y == 0 ? UNFILTERED : UP;
        for (int x = 0, at = 1; x < width; x++) {
            int here = argb[from + x];
            int above = y == 0 ? 0 : argb[from + x - width];
            row[at++] = (byte) ((here >> 16) - (above >> 16));
            row[at++] = (byte) ((here >> 8) - (above >> 8));
            row[at++] = (byte) (here - above);
        }
        return row;
    }
}
