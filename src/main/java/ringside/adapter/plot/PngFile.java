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
import java.util.function.IntFunction;
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
        IntFunction<int[]> rows = y -> Arrays.copyOfRange(argb, y * width, (y + 1) * width);
        write(rows, Colours.of(argb), width, height, dpi, texts, out);
    }

    /**
     * A picture that is never in memory as a whole.
     *
     * @param rows the pixels of each row, asked for once and from the top
     */
    static void write(
            IntFunction<int[]> rows, int width, int height, double dpi, Map<String, String> texts, OutputStream out)
            throws IOException {
        write(rows, Colours.MANY, width, height, dpi, texts, out);
    }

    private static void write(
            IntFunction<int[]> rows,
            Colours colours,
            int width,
            int height,
            double dpi,
            Map<String, String> texts,
            OutputStream out)
            throws IOException {
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
        pixels(out, rows, width, height, colours);
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

    private static void pixels(OutputStream out, IntFunction<int[]> rows, int width, int height, Colours colours)
            throws IOException {
        int bytesPerPixel = colours.few() ? 1 : 3;
        byte[] row = new byte[1 + width * bytesPerPixel];
        byte[] same = new byte[row.length];
        same[0] = UP;
        int[] above = new int[0];
        byte[] packed = new byte[CHUNK];
        var deflater = new Deflater(LEVEL);
        try {
            int filled = 0;
            for (int y = 0; y <= height; y++) {
                if (y == height) deflater.finish();
                else {
                    int[] here = rows.apply(y);
                    deflater.setInput(Arrays.equals(here, above) ? same : filtered(here, above, colours, row));
                    above = here;
                }
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

    /** @param above empty for the first row */
    private static byte[] filtered(int[] here, int[] above, Colours colours, byte[] row) {
        if (colours.few()) {
            row[0] = UNFILTERED;
            for (int x = 0; x < here.length; x++) row[x + 1] = colours.index(here[x]);
            return row;
        }
        row[0] = above.length == 0 ? UNFILTERED : UP;
        for (int x = 0, at = 1; x < here.length; x++) {
            int over = above.length == 0 ? 0 : above[x];
            row[at++] = (byte) ((here[x] >> 16) - (over >> 16));
            row[at++] = (byte) ((here[x] >> 8) - (over >> 8));
            row[at++] = (byte) (here[x] - over);
        }
        return row;
    }
}
