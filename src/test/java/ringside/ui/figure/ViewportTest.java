package ringside.ui.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ringside.core.figure.Axis.Scale;
import ringside.core.figure.Renderer.Area;
import ringside.core.figure.Renderer.Zoom;

class ViewportTest {
    private static final Area AREA = new Area(100, 50, 400, 200);
    private final Viewport linear = new Viewport(AREA, new Zoom(0, 40, 10, 30), Scale.LINEAR, Scale.LINEAR);
    private final Viewport logarithmic = new Viewport(AREA, new Zoom(1, 16, 1, 10_000), Scale.LOG2, Scale.LOG10);

    @Test
    void cornersOfThePlotAreTheEndsOfItsAxes() {
        assertEquals(0, linear.xAt(100));
        assertEquals(40, linear.xAt(500));
        assertEquals(30, linear.yAt(50));
        assertEquals(10, linear.yAt(250));
        assertTrue(linear.contains(100, 250));
        assertFalse(linear.contains(99, 250));
    }

    @Test
    void theMiddleOfALogarithmicAxisIsItsGeometricMean() {
        assertEquals(4, logarithmic.xAt(300), 1e-9);
        assertEquals(100, logarithmic.yAt(150), 1e-9);
    }

    @Test
    void aRectangleMayBeDraggedFromAnyCornerAndOverTheEdge() {
        var wanted = new Zoom(10, 20, 20, 30);
        assertEquals(wanted, linear.inside(200, 50, 300, 150));
        assertEquals(wanted, linear.inside(300, 150, 200, 50));
        assertEquals(wanted, linear.inside(300, 150, 200, -70));
    }

    @Test
    void whatIsUnderThePointerStaysThereWhenTheWheelTurns() {
        Zoom zoom = linear.around(200, 150, 0.5);
        Viewport after = linear.showing(zoom);

        assertEquals(new Zoom(5, 25, 15, 25), zoom);
        assertEquals(linear.xAt(200), after.xAt(200), 1e-9);
        assertEquals(linear.yAt(150), after.yAt(150), 1e-9);
        assertEquals(linear.shown(), after.around(200, 150, 2));
    }

    @Test
    void arrowsMoveByShares() {
        assertEquals(new Zoom(4, 44, 10, 30), linear.moved(0.1, 0));
        assertEquals(new Zoom(0, 40, 5, 25), linear.moved(0, -0.25));
        assertEquals(4, logarithmic.moved(0.5, 0).xLow(), 1e-9);
    }
}
