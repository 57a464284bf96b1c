package ringside.core.comparison;

import java.util.stream.Collectors;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;

/** What was asked of every configuration of a set: one metric of one benchmark at one point of its sweep. */
public record Task(String set, String benchmark, Metric metric, Parameters point) {

    /** For people: {@code iozone throughput, file_kb 1024, operation read}. */
    public String text() {
        String at = point.asMap().entrySet().stream()
                .map(entry -> entry.getKey().replace('_', ' ') + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return benchmark + " " + metric.name() + (at.isEmpty() ? "" : ", " + at);
    }

    /** The figure, so to speak, that it would stand in. */
    String family() {
        return set + "\n" + benchmark + "\n" + metric.name() + "\n" + metric.unit();
    }

    /** Sorts tasks: numbers by size, whatever their length. */
    String key() {
        return family() + "\n"
                + point.asMap().entrySet().stream()
                        .map(entry -> entry.getKey() + "="
                                + "0".repeat(Math.max(0, 20 - entry.getValue().length())) + entry.getValue())
                        .collect(Collectors.joining(";"))
                + "\n" + metric.better().word(); // two of opposite directions are two
    }
}
