package ringside.adapter.plot;

import java.awt.Color;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringside.core.figure.Plot;
import ringside.core.figure.Renderer.Theme;
import ringside.core.platform.Platforms;

/**
 * The hue of each platform: Okabe and Ito's colours, which the colour-blind tell apart, darkened for a light
 * background and lightened for a dark one until they stand off it by 3 : 1 or more. The bare host is grey.
 */
final class Palette {
    /** Below this a line is hard to see; WCAG 2 asks for it of graphics. */
    static final double LEAST_CONTRAST = 3;

    private record Hue(Color light, Color dark) {
        Hue(int light, int dark) {
            this(new Color(light), new Color(dark));
        }

        Color in(Theme theme) {
            return theme == Theme.LIGHT ? light : dark;
        }
    }

    private static final Map<String, Hue> KNOWN = Map.of(
            "host", new Hue(0x454c54, 0xc9d1d9),
            "qemu", new Hue(0xd55e00, 0xf0762b),
            "kvm", new Hue(0x0072b2, 0x4c9fe8),
            "xen-pv", new Hue(0x009e73, 0x1fbf90),
            "xen-hvm", new Hue(0x8a7d00, 0xe5d84a),
            "xen-pvh", new Hue(0x1b6b3a, 0x7fd67f),
            "libvirt-qemu", new Hue(0xb97a00, 0xf0ad3a),
            "libvirt-kvm", new Hue(0x2f93cf, 0x8ccbf5),
            "libvirt-xen", new Hue(0x882255, 0xd0587a),
            "virtualbox", new Hue(0xb85c93, 0xdb9cc8));

    /** For platforms that are free text; which one gets which follows from its id. */
    private static final List<Hue> OTHERS = List.of(
            new Hue(0x4b3f9e, 0x9a8ff0),
            new Hue(0x0f7c86, 0x45c2cc),
            new Hue(0xa0308f, 0xe07ad2),
            new Hue(0x8c6d31, 0xcbb07a),
            new Hue(0x9c3d2e, 0xe8897b),
            new Hue(0x5b6b8c, 0xa3b3d4),
            new Hue(0x5f7d1e, 0xa9cc5c));

    /** For series that are of no single platform, in their order: a bar for each problem size, say. */
    private static final List<String> UNBOUND =
            List.of("kvm", "libvirt-qemu", "xen-pv", "virtualbox", "qemu", "libvirt-kvm");

    private final Skin skin;
    private final Map<String, Hue> hues;

    private Palette(Skin skin, Map<String, Hue> hues) {
        this.skin = skin;
        this.hues = hues;
    }

    static Palette of(Plot plot, Skin skin) {
        Stream<String> ofPoints = plot.series().stream()
                .flatMap(series -> series.points().stream())
                .map(point -> point.source().platform());
        var platforms = Stream.concat(plot.series().stream().map(Plot.Series::platform), ofPoints)
                .filter(platform -> !platform.isEmpty())
                .collect(Collectors.toCollection(() -> new TreeSet<>(Platforms.ORDER)));
        Map<String, Hue> hues = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (String platform : platforms) {
            Hue known = KNOWN.get(platform);
            hues.put(platform, known != null ? known : OTHERS.get(free(platform, taken)));
        }
        return new Palette(skin, hues);
    }

    /** The platform's own place, or the next one that no other platform of the figure has. */
    private static int free(String platform, Set<Integer> taken) {
        int place = Math.floorMod(platform.hashCode(), OTHERS.size());
        if (taken.size() == OTHERS.size()) return place;
        while (!taken.add(place)) place = (place + 1) % OTHERS.size();
        return place;
    }

    /**
     * @param platform empty where a series is of no single one
     * @param variant the how-manieth series of that platform it is, from 0: each has its own lightness
     */
    Color colour(String platform, int variant) {
        if (!platform.isEmpty()) return shade(hue(hues.get(platform)), variant);
        return shade(hue(KNOWN.get(UNBOUND.get(variant % UNBOUND.size()))), variant / UNBOUND.size());
    }

    private static Hue hue(@Nullable Hue hue) {
        if (hue == null) throw new IllegalArgumentException("a series of a platform that the figure does not have");
        return hue;
    }

    private Color shade(Hue hue, int variant) {
        Color base = hue.in(skin.theme());
        // lighter first where the colour is dark enough to be told from its lighter self
        boolean strong = skin.contrast(base) > 5;
        return switch (variant % 4) {
            case 0 -> base;
            case 1 -> strong ? towardsBackground(base, 0.4) : mix(base, skin.text(), 0.45);
            case 2 -> strong ? mix(base, skin.text(), 0.5) : towardsBackground(base, 0.34);
            default -> mix(base, skin.text(), 0.24);
        };
    }

    private Color towardsBackground(Color base, double share) {
        Color paler = mix(base, skin.background(), share);
        return share < 0.02 || skin.contrast(paler) >= LEAST_CONTRAST ? paler : towardsBackground(base, share - 0.02);
    }

    static Color mix(Color from, Color to, double share) {
        return new Color(
                channel(from.getRed(), to.getRed(), share),
                channel(from.getGreen(), to.getGreen(), share),
                channel(from.getBlue(), to.getBlue(), share));
    }

    private static int channel(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}
