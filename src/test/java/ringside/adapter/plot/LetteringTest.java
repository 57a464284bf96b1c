package ringside.adapter.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LetteringTest {
    private final Lettering type = new Lettering(true);

    @Test
    void wrapsAtWordsAndLosesNone() {
        String text = "Import an HPL output (HPL.out) of the host, or run the plan on it.";
        List<String> lines = type.wrap(text, 12, 120, 20);
        assertTrue(lines.size() > 2);
        assertTrue(lines.stream().allMatch(line -> type.width(line, 12) <= 120), lines.toString());
        assertEquals(text, String.join(" ", lines));
    }

    @Test
    void breaksAWordThatIsTooLong() {
        String word = "x".repeat(100);
        List<String> lines = type.wrap(word, 12, 60, 50);
        assertTrue(lines.stream().allMatch(line -> type.width(line, 12) <= 60), lines.toString());
        assertEquals(word, String.join("", lines));
    }

    @Test
    void saysThatItCutTheLastLine() {
        List<String> lines = type.wrap("one two three four five six seven", 12, 50, 2);
        assertEquals(2, lines.size());
        assertTrue(lines.getLast().endsWith("…"), lines.toString());
    }

    @Test
    void keepsBothEndsOfAName() {
        String cut = type.fitMiddle("libvirt-kvm with virtio and cache=none on LVM", 12, 130);
        assertTrue(cut.startsWith("libvirt") && cut.endsWith("LVM") && cut.contains("…"), cut);
        assertTrue(type.width(cut, 12) <= 130);
    }

    @Test
    void neverCutsASurrogatePairInTwo() {
        String faces = "\ud83d\ude00".repeat(30);
        for (int room = 5; room < 200; room += 7) {
            String cut = type.fitMiddle(faces, 12, room);
            assertEquals(
                    cut,
                    cut.codePoints()
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                            .toString());
            assertTrue(cut.codePoints().noneMatch(c -> c >= 0xd800 && c < 0xe000), cut);
        }
    }

    @Test
    void cleansWhatIsNoPlainText() {
        assertEquals("a b c", Lettering.clean("a\u0000\u001b b\r\n\tc"));
        assertEquals("abc", Lettering.clean("a\u202eb\u2066c\ufeff"));
        assertEquals("\ufffdx", Lettering.clean("\ud800x"));
        assertEquals(1001, Lettering.clean("y".repeat(5000)).length());
    }
}
