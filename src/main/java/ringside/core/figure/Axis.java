package ringside.core.figure;

import java.util.Locale;

/** @param unit as shown in the label; empty for none */
public record Axis(String label, String unit, Scale scale) {
    public enum Scale {
        LINEAR,
        LOG10,
        LOG2,
        CATEGORY;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Axis with(Scale other) {
        return new Axis(label, unit, other);
    }

    public Axis with(String otherLabel, String otherUnit) {
        return new Axis(otherLabel, otherUnit, scale);
    }

    /** Label and unit as one reads them: {@code Throughput (KB/s)}. */
    public String caption() {
        return unit.isEmpty() ? label : label + " (" + unit + ")";
    }
}
