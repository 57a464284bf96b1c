package ringside.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Properties;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import ringside.ui.kit.Appearance;

class WindowStateTest {
    private static final Rectangle2D SCREEN = new Rectangle2D(0, 0, 1920, 1080);

    @Test
    void whatIsKeptComesBack() {
        var state = new WindowState(40, 30, 1500, 900, true, "library", Appearance.Choice.DARK);

        assertEquals(state, WindowState.of(state.properties()));
    }

    @Test
    void aFileThatSomebodyEditedGivesTheUsualPlace() {
        var kept = new Properties();
        kept.setProperty("x", "left");
        kept.setProperty("width", "NaN");
        kept.setProperty("height", "12");
        kept.setProperty("theme", "pink");

        assertEquals(
                new WindowState(
                        Double.NaN, Double.NaN, 1280, WindowState.LEAST_HEIGHT, false, "", Appearance.Choice.SYSTEM),
                WindowState.of(kept));
    }

    @Test
    void aWindowOnAScreenThatIsGoneIsPlacedAnew() {
        var there = new WindowState(2500, 100, 1500, 900, false, "start", Appearance.Choice.LIGHT);

        assertEquals(
                new WindowState(Double.NaN, Double.NaN, 1500, 900, false, "start", Appearance.Choice.LIGHT),
                there.on(List.of(SCREEN)));
    }

    @Test
    void aWindowInReachStaysWhereItWas() {
        var there = new WindowState(1800, 100, 1500, 900, false, "start", Appearance.Choice.LIGHT);

        assertEquals(there, there.on(List.of(SCREEN)));
    }

    @Test
    void aWindowLargerThanTheOnlyScreenIsShrunk() {
        var there = new WindowState(Double.NaN, Double.NaN, 3000, 2000, false, "", Appearance.Choice.LIGHT);

        assertEquals(
                new WindowState(Double.NaN, Double.NaN, 1920, 1080, false, "", Appearance.Choice.LIGHT),
                there.on(List.of(SCREEN)));
    }
}
