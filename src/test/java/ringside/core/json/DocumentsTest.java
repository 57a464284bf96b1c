package ringside.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DocumentsTest {
    @Test
    void ofManyDocumentsNoneIsLeftOut() {
        Documents.Found found = Documents.in("{\"a\": 1}\n".repeat(5_000), 1_000_000);
        assertEquals(5_000, found.documents().size());
        assertEquals("", found.fault());
        assertEquals(4_321, found.documents().get(4_320).line());
    }

    @Test
    void aDocumentBehindManyLinesOfALogIsFound() {
        Documents.Found found = Documents.in("[12:30] starting\n".repeat(3_000) + "{\"a\": 1}\n", 1_000);
        assertEquals(1, found.documents().size());
        assertEquals(1, found.faultLine());
    }

    @Test
    void moreThanIsTakenIntoMemoryIsRefusedAndNotCut() {
        var refused = assertThrows(Documents.TooMany.class, () -> Documents.in("[1, 2, 3]\n".repeat(100), 250));
        assertEquals("more than 250 values", refused.getMessage());
    }

    @Test
    void theTimeGrowsWithTheTextAndNotWithItsSquare() {
        String text = "[12:30] starting\n".repeat(300_000) + "{\"a\": [1, 2]}\n".repeat(100_000);
        Documents.Found found = assertTimeout(Duration.ofSeconds(15), () -> Documents.in(text, 1_000_000));
        assertEquals(100_000, found.documents().size());
    }
}
