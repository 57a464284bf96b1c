package ringside.core.stats;

import java.math.BigDecimal;

/**
 * How finely values were written down: half a unit of the last digit that any of them has. An average of rounded values
 * is not known better than they are (JCGM 100:2008, "Guide to the expression of uncertainty in measurement", F.2.2.1).
 */
final class Resolution {
    private Resolution() {}

    /** Half the unit of the last digit, in the unit of the values. */
    static double half(double[] values) {
        int scale = 0;
        for (double value : values)
            scale = Math.max(
                    scale, BigDecimal.valueOf(value).stripTrailingZeros().scale());
        return 0.5 * Math.pow(10, -scale);
    }
}
