package ringside.core.guest.fair;

import java.util.List;
import java.util.Map;

/**
 * A difference between configurations that is not the platform they are compared for.
 *
 * @param title what differs
 * @param values what there is of it → the labels of the configurations that have it; at least two
 * @param bends ids of the benchmarks whose figures it can bend
 */
public record Finding(String title, Map<String, List<String>> values, List<String> bends, String why) {
    /** One line for each value, under a heading. */
    @Override
    public String toString() {
        var text = new StringBuilder(title)
                .append(" (bends ")
                .append(String.join(", ", bends))
                .append(")\n");
        values.forEach((value, labels) -> text.append("  ")
                .append(value)
                .append(": ")
                .append(String.join(", ", labels))
                .append('\n'));
        return text.append("  ").append(why).toString();
    }
}
