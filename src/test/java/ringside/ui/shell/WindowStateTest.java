package ringside.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import ringside.ui.kit.Appearance;

class WindowStateTest {
    private static final Rectangle2D SCREEN = new Rectangle2D(0, 0, 1920, 1080);

    @Test
    void whatIsKeptComesBack() {
        var state = new WindowState(
                40,
                30,
                1500,
                900,
                true,
                "library",
                Appearance.Choice.DARK,
                150,
                Map.of("features.must", "live-migration trim", "other.must", "x"));

        assertEquals(state, WindowState.of(state.properties()));
        assertEquals(Map.of("must", "live-migration trim"), state.of("features"));
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
                        Double.NaN,
                        Double.NaN,
                        1280,
                        WindowState.LEAST_HEIGHT,
                        false,
                        "",
                        Appearance.Choice.SYSTEM,
                        100,
                        Map.of()),
                WindowState.of(kept));
    }

    @Test
    void aWindowOnAScreenThatIsGoneIsPlacedAnew() {
        var there = new WindowState(2500, 100, 1500, 900, false, "start", Appearance.Choice.LIGHT, 100, Map.of());

        assertEquals(
                new WindowState(
                        Double.NaN, Double.NaN, 1500, 900, false, "start", Appearance.Choice.LIGHT, 100, Map.of()),
                there.on(List.of(SCREEN)));
    }

    @Test
    void aWindowInReachStaysWhereItWas() {
        var there = new WindowState(1800, 100, 1500, 900, false, "start", Appearance.Choice.LIGHT, 100, Map.of());

        assertEquals(there, there.on(List.of(SCREEN)));
    }

    @Test
    void aWindowLargerThanTheOnlyScreenIsShrunk() {
        var there =
                new WindowState(Double.NaN, Double.NaN, 3000, 2000, false, "", Appearance.Choice.LIGHT, 100, Map.of());

        assertEquals(
                new WindowState(Double.NaN, Double.NaN, 1920, 1080, false, "", Appearance.Choice.LIGHT, 100, Map.of()),
                there.on(List.of(SCREEN)));
    }
}
