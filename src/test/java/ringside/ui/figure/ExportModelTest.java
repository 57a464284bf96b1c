package ringside.ui.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ringside.core.figure.Exporting;
import ringside.core.figure.Exporting.Kind;
import ringside.core.figure.Renderer.Look;
import ringside.core.figure.Renderer.Theme;
import ringside.core.figure.Renderer.Zoom;
import ringside.core.figure.View;

class ExportModelTest {
    private static final Zoom ZOOM = new Zoom(0, 1, 0, 1);
    private final ExportModel model = new ExportModel();

    @Test
    void anExportIsWhatTheCommandLineGivesUnlessAskedOtherwise() {
        assertEquals(Exporting.look(Theme.LIGHT, Exporting.DPI), model.look(Optional.empty()));
        assertEquals("1600 × 1000 pixels, 33.9 × 21.2 cm at 120 dpi", model.outcome());
        assertEquals(
                "ringside figures export --figure 5.1 --format png --out .",
                ExportCommand.of(Exhibits.HPL, View.DEFAULT, model.options()));
    }

    @Test
    void theCommandSaysAllThatTheCommandLineCanBeTold() {
        model.dpiProperty().set(300);
        model.themeProperty().set(Theme.DARK);
        View view = View.DEFAULT.withSets(Set.of("it's", "a b")).withRelative(true);

        assertEquals(
                "ringside figures export --figure 5.1 --set 'a b' --set 'it'\\''s' --relative --format png --dpi 300"
                        + " --theme dark --out .",
                ExportCommand.of(Exhibits.HPL, view, model.options()));
    }

    @Test
    void aCommandThatCannotSayAllIsKnown() {
        assertTrue(ExportCommand.saysAllOf(View.DEFAULT.withSets(Set.of("a")).withRelative(true)));
        assertFalse(ExportCommand.saysAllOf(View.DEFAULT.withPoints(true)));
        assertFalse(ExportCommand.saysAllOf(View.DEFAULT.withHidden(Set.of("a/b"))));
    }

    @Test
    void drawingsForPrintHaveASizeAndNoPixels() {
        model.formatProperty().set(Kind.PDF);
        model.dpiProperty().set(600);

        assertEquals(new Look(Theme.LIGHT, 1280, 800, 1, true, null), model.look(Optional.empty()));
        assertEquals("33.9 × 21.2 cm, sharp at every size", model.outcome());
        assertEquals(List.of("--format", "pdf", "--out", "."), model.options());
    }

    @Test
    void aZoomedChartIsExportedAsItIsShownOrWhole() {
        assertEquals(ZOOM, model.look(Optional.of(ZOOM)).zoom());

        model.zoomedProperty().set(false);
        assertNull(model.look(Optional.of(ZOOM)).zoom());
    }
}
