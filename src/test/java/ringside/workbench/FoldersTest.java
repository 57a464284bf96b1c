package ringside.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldersTest {
    private static final Path ADA = Path.of("/home/ada");

    @Test
    void linuxHasTheXdgDirectories() {
        var folders = linux(Map.of("XDG_DATA_HOME", "/data", "XDG_CONFIG_HOME", "/cfg", "XDG_CACHE_HOME", "/cache"));

        assertEquals(Path.of("/data/ringside"), folders.data());
        assertEquals(Path.of("/cfg/ringside"), folders.config());
        assertEquals(Path.of("/cache/ringside"), folders.cache());
    }

    @Test
    void aRelativeXdgDirectoryIsIgnored() {
        assertEquals(
                ADA.resolve(".config/ringside"),
                linux(Map.of("XDG_CONFIG_HOME", "relative")).config());
    }

    @Test
    void homeGoesBeforeTheAccounts() {
        var folders = linux(Map.of("HOME", "/tmp/elsewhere"));

        assertEquals(Path.of("/tmp/elsewhere/.local/share/ringside"), folders.data());
        assertEquals(Path.of("/tmp/elsewhere/.config/ringside"), folders.config());
        assertEquals(Path.of("/tmp/elsewhere/.cache/ringside"), folders.cache());
        assertEquals(
                ADA.resolve(".cache/ringside"),
                linux(Map.of("HOME", "elsewhere")).cache());
    }

    @Test
    void otherSystemsHaveTheirOwnPlaces() {
        var windows = new Folders(Map.of("APPDATA", "/roaming", "LOCALAPPDATA", "/local"), ADA, "Windows 11");
        var mac = new Folders(Map.of(), ADA, "Mac OS X");

        assertEquals(Path.of("/roaming/Ringside"), windows.config());
        assertEquals(Path.of("/local/Ringside"), windows.data());
        assertEquals(Path.of("/local/Ringside/cache"), windows.cache());
        assertEquals(ADA.resolve("Library/Application Support/Ringside"), mac.data());
        assertEquals(ADA.resolve("Library/Application Support/Ringside/cache"), mac.cache());
        assertEquals(ADA.resolve("AppData/Local/Ringside"), new Folders(Map.of(), ADA, "Windows 10").data());
    }

    private static Folders linux(Map<String, String> environment) {
        return new Folders(environment, ADA, "Linux");
    }
}
