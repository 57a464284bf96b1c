package ringside.core.comparison;

import ringside.core.result.Configuration;
import ringside.core.stats.Interval;

/**
 * Two configurations that change places along a sweep: which of them is ahead depends on a parameter.
 *
 * @param task at one of the points around it
 * @param parameter that is swept
 * @param below is ahead where the parameter is smaller, {@code above} where it is larger
 * @param x where the medians cross, between two points of the sweep on a straight line over the logarithm
 * @param interval where they do, with the given confidence
 */
public record Crossover(
        Task task, String parameter, Configuration below, Configuration above, double x, Interval interval) {

    public String set() {
        return task.set();
    }

    Area area() {
        return Program.of(task).area();
    }

    /** Whether one is of the first platform and the other of the second. */
    boolean isOf(String platform, String other) {
        return (below.platform().equals(platform) && above.platform().equals(other))
                || (below.platform().equals(other) && above.platform().equals(platform));
    }

    /** {@code lmbench-mem bandwidth, operation rd}. */
    public String sweep() {
        return new Task(
                        task.set(),
                        task.benchmark(),
                        task.metric(),
                        task.point().without(parameter))
                .text();
    }

    /** {@code block 512 (487 to 538)}. */
    public String place() {
        return parameter.replace('_', ' ') + " " + Phrases.three(x) + " (" + Phrases.three(interval.low()) + " to "
                + Phrases.three(interval.high()) + ")";
    }

    /** For people. */
    public String text() {
        return sweep() + " (" + set() + "): " + below.label() + " is ahead below " + place() + ", " + above.label()
                + " above.";
    }
}
