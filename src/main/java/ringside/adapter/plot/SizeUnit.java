package ringside.adapter.plot;

import java.util.List;
import ringside.core.figure.Axis;
import ringside.core.figure.Plot;

/** Units of sizes, which people read as powers of two: 4 KiB rather than 4096. */
enum SizeUnit {
    BYTES(1, "b", "byte", "bytes"),
    KIB(1024, "kb", "kib", "k", "kbyte", "kbytes"),
    MIB(1024 * 1024, "mb", "mib");

    private final double bytes;
    private final String[] names;

    SizeUnit(double bytes, String... names) {
        this.bytes = bytes;
        this.names = names;
    }

    /** The plot with sizes that are categories as people say them, if all of them are plain numbers. */
    static Plot spoken(Plot plot) {
        double factor = bytesIn(plot.x().unit());
        boolean numbers = plot.categories().stream().allMatch(category -> category.matches("[0-9]{1,15}"));
        if (factor == 0 || plot.x().scale() != Axis.Scale.CATEGORY || !numbers) return plot;
        List<String> categories = plot.categories().stream()
                .map(category -> Numbers.size(Double.parseDouble(category) * factor))
                .toList();
        return new Plot(
                plot.figure(),
                plot.x().with(plot.x().label(), ""),
                plot.y(),
                plot.series(),
                categories,
                plot.missing(),
                plot.cautions(),
                plot.caption(),
                plot.view());
    }

    /** How many bytes one step of a numeric axis is, or 0 if that counts something else. */
    static double bytesOn(Axis axis) {
        return axis.scale() == Axis.Scale.CATEGORY ? 0 : bytesIn(axis.unit());
    }

    /** How many bytes one of this unit is, or 0 if it is no size. */
    private static double bytesIn(String unit) {
        for (SizeUnit size : values())
            for (String name : size.names) if (name.equalsIgnoreCase(unit)) return size.bytes;
        return 0;
    }
}
