package ringside.core.digitise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final Axis Y = new Axis(new Scale.Linear(0, 100), new Place(50, 250), new Place(50, 50), 0.5);
    private static final Axis X = new Axis(new Scale.Log(1, 1024), new Place(50, 250), new Place(450, 250), 0.5);

    @Test
    void placesBecomeValuesAndValuesPlaces() {
        var axes = new Calibration(X, Y);
        assertEquals(32, axes.x(new Place(250, 100), 0.5).value(), 1e-9);
        assertEquals(75, axes.y(new Place(250, 100), 0.5).value(), 1e-9);
        Place back = axes.place(new Calibration.Shares(0.5, 0.75));
        assertEquals(250, back.x(), 1e-9);
        assertEquals(100, back.y(), 1e-9);
    }

    @Test
    void aPageThatLiesAslantIsReadAsWellAsAStraightOne() {
        double turn = Math.toRadians(4);
        var axes = new Calibration(turned(X, turn), turned(Y, turn));
        Place point = turned(new Place(130, 90), turn);
        assertEquals(Math.pow(1024, 0.2), axes.x(point, 0).value(), 1e-9);
        assertEquals(80, axes.y(point, 0).value(), 1e-9);
    }

    private static Axis turned(Axis axis, double turn) {
        return new Axis(axis.scale(), turned(axis.from(), turn), turned(axis.to(), turn), axis.blur());
    }

    private static Place turned(Place place, double turn) {
        return new Place(
                place.x() * Math.cos(turn) - place.y() * Math.sin(turn),
                place.x() * Math.sin(turn) + place.y() * Math.cos(turn));
    }

    @Test
    void uncertaintyComesFromThePixelAndFromBothPlacesOfTheAxis() {
        var axes = new Calibration(X, Y);
        double perPixel = 100 / 200.0;
        // half way both places count half: 0.5 * sqrt(1 + 1/4 + 1/4) pixels
        assertEquals(
                perPixel * 0.5 * Math.sqrt(1.5), axes.y(new Place(99, 150), 0.5).uncertainty(), 1e-9);
        assertEquals(
                perPixel * 0.5 * Math.sqrt(2), axes.y(new Place(99, 50), 0.5).uncertainty(), 1e-9);
        // beyond the calibrated places it grows
        assertEquals(
                perPixel * 0.5 * Math.sqrt(1 + 1 + 4),
                axes.y(new Place(99, -150), 0.5).uncertainty(),
                1e-9);
    }

    @Test
    void onALogarithmicAxisUncertaintyIsAShareOfTheValue() {
        var y = new Axis(new Scale.Log(1, 10_000), new Place(0, 400), new Place(0, 0), 0);
        var axes = new Calibration(X, y);
        double share = axes.y(new Place(60, 100), 0.5).uncertainty() / 1000;
        assertEquals(Math.log(10_000) / 400 * 0.5, share, 1e-9);
    }

    @Test
    void categoriesStandAtEqualDistances() {
        var names = new Scale.Categories(List.of("host", "KVM", "Xen"));
        assertEquals("KVM", names.nearest(0.5));
        assertEquals("host", names.nearest(0.24));
        assertEquals("Xen", names.nearest(1.3));
        var single = new Axis(new Scale.Categories(List.of("one")), new Place(200, 250), new Place(200, 250), 0.5);
        assertEquals(75, new Calibration(single, Y).y(new Place(230, 100), 0.5).value(), 1e-9);
    }

    @Test
    void axesThatSayNothingAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Scale.Log(0, 10));
        assertThrows(IllegalArgumentException.class, () -> new Scale.Linear(3, 3));
        assertThrows(IllegalArgumentException.class, () -> new Scale.Categories(List.of("a", "a")));
        var flat = new Axis(new Scale.Linear(0, 1), new Place(50, 250), new Place(450, 250), 0.5);
        assertThrows(IllegalArgumentException.class, () -> new Calibration(X, flat));
    }

    @Test
    void valuesAreWrittenWithTheDigitsThatTheyAreSureOf() {
        assertEquals("1234.6", new Uncertain(1234.5678, 5).text());
        assertEquals("0.00012346", new Uncertain(0.000123456789, 0.000001).text());
        assertEquals("120000", new Uncertain(120_030, 9_000).text());
        assertEquals("0.28", new Uncertain(1, 0.2761).uncertaintyText());
        assertEquals("0", new Uncertain(1, 0).uncertaintyText());
        assertEquals(0.005, new Mark.Printed("1", "12.34").uncertain().uncertainty(), 1e-12);
        assertEquals(0.5, new Mark.Printed("1", "1234").uncertain().uncertainty(), 1e-12);
    }
}
