package ringside.core.digitise;

/**
 * An axis: two places of it, and what stands there.
 *
 * @param blur how far off each of the two may be, in page units
 */
public record Axis(Scale scale, Place from, Place to, double blur) {
    public Axis {
        if (!(blur >= 0 && blur < 1e6)) throw new IllegalArgumentException("how far a place may be off is 0 or more");
    }

    public double length() {
        return from.distance(to);
    }
}
