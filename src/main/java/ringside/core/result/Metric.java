package ringside.core.result;

/** What a number measures: its name, its unit as the tool states it ({@code ""} if it does not), its direction. */
public record Metric(String name, String unit, Better better) {
    public Metric {
        if (name.isBlank()) throw new IllegalArgumentException("a metric needs a name");
    }

    public static Metric higher(String name, String unit) {
        return new Metric(name, unit, Better.HIGHER);
    }

    public static Metric lower(String name, String unit) {
        return new Metric(name, unit, Better.LOWER);
    }
}
