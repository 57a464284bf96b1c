package ringside.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ErrorPaneTest {
    @Test
    void aProblemReadsAsASentence() {
        assertEquals("The disk is full.", ErrorPane.sentence("the disk is full"));
        assertEquals("Is it? ", ErrorPane.sentence("is it? "));
        assertEquals("", ErrorPane.sentence(""));
    }

    @Test
    void theNameOfAFileStaysAsItIs() {
        assertEquals("hpl.out is empty.", ErrorPane.sentence("hpl.out is empty"));
        assertEquals("my-file ends too early.", ErrorPane.sentence("my-file ends too early"));
    }
}
