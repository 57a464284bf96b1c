package ringside.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.ui.kit.Appearance;

class StateFileTest {
    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsRead() {
        var state = new WindowState(1, 2, 1300, 700, false, "library", Appearance.Choice.DARK, 150, Map.of());
        var file = new StateFile(folder.resolve("ringside/window.properties"));

        file.write(state);
        file.write(state);

        assertEquals(state, file.read());
    }

    @Test
    void withoutAFileTheWindowStartsAtItsUsualPlace() {
        assertEquals(WindowState.FIRST, new StateFile(folder.resolve("none")).read());
    }

    @Test
    void aDamagedFileIsAsGoodAsNone() throws IOException {
        Path file = folder.resolve("window.properties");
        Files.write(file, new byte[] {'x', '=', '\\', 'u', 'z', (byte) 0xff});

        assertEquals(WindowState.FIRST, new StateFile(file).read());
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNoFailure() throws IOException {
        Path inTheWay = Files.createFile(folder.resolve("file"));
        new StateFile(inTheWay.resolve("window.properties")).write(WindowState.FIRST);

        assertEquals(0, Files.size(inTheWay));
    }
}
