package ringside.adapter.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ringside.core.figure.Axis;
import ringside.core.figure.Figure;
import ringside.core.figure.Plot;
import ringside.core.figure.Renderer.Theme;
import ringside.core.figure.View;
import ringside.core.platform.Platform;
import ringside.core.platform.Platforms;
import ringside.core.result.Better;

class SeriesStyleTest {
    private static List<SeriesStyle> styles(List<String> platforms, Theme theme) {
        var series = new ArrayList<Plot.Series>();
        for (String platform : platforms)
            series.add(MadeUp.series(series.size(), platform + series.size(), platform, List.of(MadeUp.point(0, 1))));
        Figure figure = MadeUp.figure(
                "f",
                Figure.Kind.BARS,
                "F",
                new Axis("x", "", Axis.Scale.CATEGORY),
                new Axis("y", "", Axis.Scale.LINEAR),
                Better.HIGHER);
        return SeriesStyle.of(MadeUp.plot(figure, series, List.of("only"), View.DEFAULT), Skin.of(theme), 1);
    }

    @ParameterizedTest
    @EnumSource
    void everyColourStandsOffTheBackground(Theme theme) {
        var platforms = new ArrayList<String>();
        for (int variant = 0; variant < 4; variant++) {
            for (Platform platform : Platforms.known()) platforms.add(platform.id());
            for (int other = 0; other < 9; other++) platforms.add("other-" + other);
            for (int unbound = 0; unbound < 6; unbound++) platforms.add("");
        }
        for (SeriesStyle style : styles(platforms, theme))
            assertTrue(
                    Skin.of(theme).contrast(style.colour()) >= Palette.LEAST_CONTRAST,
                    () -> style.colour() + " has " + Skin.of(theme).contrast(style.colour()));
    }

    @ParameterizedTest
    @EnumSource
    void aPlatformHasItsColourInEveryFigure(Theme theme) {
        List<String> known = Platforms.known().stream().map(Platform::id).toList();
        List<SeriesStyle> together = styles(known, theme);
        for (int i = 0; i < known.size(); i++)
            assertEquals(
                    styles(List.of(known.get(i)), theme).getFirst().colour(),
                    together.get(i).colour());
        assertEquals(
                known.size(),
                together.stream().map(SeriesStyle::colour).distinct().count());
    }

    @Test
    void platformsNobodyForesawHaveColoursOfTheirOwn() {
        var platforms = List.of("docker", "firecracker", "vmware-esxi", "gvisor", "lxc", "hyper-v", "podman");
        assertEquals(
                platforms.size(),
                styles(platforms, Theme.LIGHT).stream()
                        .map(SeriesStyle::colour)
                        .distinct()
                        .count());
    }

    @ParameterizedTest
    @EnumSource
    void fortySeriesOfOnePlatformDifferInMoreThanColour(Theme theme) {
        List<SeriesStyle> styles = styles(java.util.Collections.nCopies(40, "kvm"), theme);
        var looks = new HashSet<List<Object>>();
        for (SeriesStyle style : styles) {
            java.awt.geom.Rectangle2D marker = style.marker().getBounds2D();
            float[] dash = style.line().getDashArray();
            looks.add(List.of(
                    marker, style.open(), dash == null ? List.of() : java.util.Arrays.toString(dash), style.colour()));
        }
        assertEquals(40, looks.size());
        assertNotEquals(styles.get(0).colour(), styles.get(1).colour());
    }

    @Test
    void hidingASeriesLeavesTheMarkersOfTheOthers() {
        List<SeriesStyle> all = styles(List.of("host", "kvm", "qemu"), Theme.LIGHT);
        Plot.Series third = MadeUp.series(2, "qemu", "qemu", List.of(MadeUp.point(0, 1)));
        Figure figure = MadeUp.figure(
                "f",
                Figure.Kind.BARS,
                "F",
                new Axis("x", "", Axis.Scale.CATEGORY),
                new Axis("y", "", Axis.Scale.LINEAR),
                Better.HIGHER);
        Plot rest = MadeUp.plot(figure, List.of(third), List.of("only"), View.DEFAULT);
        SeriesStyle alone = SeriesStyle.of(rest, Skin.of(Theme.LIGHT), 1).getFirst();
        assertEquals(all.get(2).colour(), alone.colour());
        assertEquals(all.get(2).hatch(), alone.hatch());
        assertEquals(all.get(2).marker().getBounds2D(), alone.marker().getBounds2D());
    }
}
