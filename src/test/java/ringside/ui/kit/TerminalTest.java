package ringside.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TerminalTest {
    @Test
    void plainWordsStandAsTheyAre() {
        assertEquals(
                "ringside export --set hayden-2014 --out ./a.ringside",
                Terminal.ringside("export", "--set", "hayden-2014", "--out", "./a.ringside"));
    }

    @Test
    void whatAShellWouldReadOtherwiseIsQuoted() {
        assertEquals(
                "ringside sets show 'my set (2)' 'it'\\''s' ''",
                Terminal.ringside("sets", "show", "my set (2)", "it's", ""));
    }
}
