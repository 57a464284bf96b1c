package ringside.core.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import ringside.core.RingsideException;

class PngTextsTest {
    private final ByteArrayOutputStream png = new ByteArrayOutputStream();

    PngTextsTest() {
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk("IHDR", new byte[13]);
    }

    private void chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(name);
        png.writeBytes(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static byte[] bytes(Object... parts) {
        var out = new ByteArrayOutputStream();
        for (Object part : parts)
            out.writeBytes(part instanceof byte[] raw ? raw : part.toString().getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static byte[] packed(byte[] plain) {
        var deflater = new Deflater();
        deflater.setInput(plain);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        while (!deflater.finished()) out.write(buffer, 0, deflater.deflate(buffer));
        deflater.end();
        return out.toByteArray();
    }

    private Map<String, String> read() throws IOException {
        return PngTexts.read("figure.png", new ByteArrayInputStream(png.toByteArray()));
    }

    private String refusal(byte[] file) {
        return assertThrows(RingsideException.class, () -> PngTexts.read("figure.png", new ByteArrayInputStream(file)))
                .problem();
    }

    @Test
    void readsAllThreeKindsOfText() throws IOException {
        chunk("tEXt", bytes("Title\0HPL"));
        chunk("IDAT", new byte[70_000]);
        chunk("zTXt", bytes("Packed\0\0", packed(bytes("again ".repeat(500)))));
        chunk("iTXt", bytes("Plain\0\0\0de\0Klar\0", "λ → Größe"));
        chunk("iTXt", bytes("Both\0", new byte[] {1, 0}, "\0\0", packed(bytes("ünï"))));
        chunk("IEND", new byte[0]);
        assertEquals(
                Map.of("Title", "HPL", "Packed", "again ".repeat(500), "Plain", "λ → Größe", "Both", "ünï"), read());
    }

    @Test
    void theFirstOfTwoTextsCounts() throws IOException {
        chunk("tEXt", bytes("Title\0one"));
        chunk("tEXt", bytes("Title\0two"));
        chunk("IEND", new byte[0]);
        assertEquals(Map.of("Title", "one"), read());
    }

    @Test
    void passesOverWhatIsNoProperText() throws IOException {
        chunk("tEXt", bytes("no end of the keyword"));
        chunk("tEXt", bytes("\0no keyword"));
        chunk("tEXt", bytes("k".repeat(80), "\0too long"));
        chunk("iTXt", bytes("Short\0\0"));
        chunk("iTXt", bytes("Unknown\0", new byte[] {1, 9}, "\0\0x"));
        chunk("tEXt", bytes("Empty\0"));
        chunk("IEND", new byte[0]);
        assertEquals(Map.of("Empty", ""), read());
    }

    @Test
    void recognisesPicturesByTheirBeginning() {
        assertTrue(PngTexts.recognises(png.toByteArray()));
        assertFalse(PngTexts.recognises(bytes("GIF89a  ")));
        assertFalse(PngTexts.recognises(new byte[3]));
        assertEquals("figure.png is no PNG picture", refusal(bytes("set,platform,configuration")));
    }

    @Test
    void refusesADamagedFile() {
        chunk("tEXt", bytes("Title\0HPL"));
        chunk("IEND", new byte[0]);
        byte[] whole = png.toByteArray();
        for (int length = 8; length < whole.length; length++)
            assertEquals("figure.png is damaged: it ends too early", refusal(Arrays.copyOf(whole, length)));
        byte[] changed = whole.clone();
        changed[whole.length - 18] ^= 1;
        assertEquals("figure.png is damaged: the checksum of its tEXt chunk is wrong", refusal(changed));
    }

    @Test
    void refusesALengthThatNoFileHas() {
        png.writeBytes(ByteBuffer.allocate(8).putInt(-1).put(bytes("tEXt")).array());
        assertEquals("figure.png is damaged: a chunk says that it is too large", refusal(png.toByteArray()));
    }

    @Test
    void refusesATextThatUnpacksWithoutEnd() {
        chunk("zTXt", bytes("Bomb\0\0", packed(new byte[64 << 20])));
        chunk("IEND", new byte[0]);
        assertEquals("figure.png is damaged: a packed text is too long", refusal(png.toByteArray()));
    }

    @Test
    void passesOverATextTooLongToKeep() throws IOException {
        chunk("tEXt", bytes("Long\0", new byte[2 << 20]));
        chunk("tEXt", bytes("Title\0HPL"));
        chunk("IEND", new byte[0]);
        assertEquals(Map.of("Title", "HPL"), read());
    }

    @Test
    void anyBytesGiveTextsOrARefusal() throws IOException {
        chunk("zTXt", bytes("Packed\0\0", packed(bytes("again"))));
        chunk("iTXt", bytes("Plain\0\0\0de\0Klar\0text"));
        chunk("IEND", new byte[0]);
        var random = new Random(7);
        for (int round = 0; round < 3000; round++) {
            byte[] file = png.toByteArray();
            for (int i = 0; i <= random.nextInt(6); i++)
                file[8 + random.nextInt(file.length - 8)] = (byte) random.nextInt();
            try {
                assertTrue(PngTexts.read("figure.png", new ByteArrayInputStream(file))
                                .size()
                        <= 2);
            } catch (RingsideException refused) {
                assertTrue(refused.problem().startsWith("figure.png is damaged: "), refused.problem());
            }
        }
    }
}
