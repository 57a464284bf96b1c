package ringside.adapter.jdbc;

import java.util.List;
import ringside.core.result.Parameters;

/**
 * The order in which a series' points are stored. What figures select by comes first, so that a block holds
 * few of its values; it does not depend on the data, so the same samples are stored in the same order.
 */
final class PointOrder {
    private static final List<String> SELECTED_BY =
            List.of("operation", "disk", "cores", "processes", "test", "rw", "variant", "record_kb");
    private static final int WIDTH = 20;

    private PointOrder() {}

    /** Texts that sort as their parameters should; equal for equal parameters only. */
    static String key(Parameters parameters) {
        var key = new StringBuilder(selectedBy(parameters));
        parameters.asMap().forEach((name, value) -> {
            key.append(name).append('=');
            pad(value, key);
            key.append('\u0001');
        });
        return key.toString();
    }

    /** The part of the key that changes where a new block may begin. */
    static String selectedBy(Parameters parameters) {
        var key = new StringBuilder();
        for (String name : SELECTED_BY) {
            String value = parameters.get(name);
            if (value != null) pad(value, key);
            key.append('\u0001');
        }
        return key.toString();
    }

    /** Whole numbers sort by size. */
    private static void pad(String value, StringBuilder key) {
        boolean whole =
                !value.isEmpty() && value.length() < WIDTH && value.chars().allMatch(c -> c >= '0' && c <= '9');
        if (whole) key.repeat("0", WIDTH - value.length());
        key.append(value);
    }
}
