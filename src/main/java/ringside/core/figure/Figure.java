package ringside.core.figure;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ringside.core.result.Better;

/**
 * A captioned plot, defined but not drawn: which samples it shows and how.
 *
 * @param id the study's own number ({@code 5.1}, {@code A.3}) or a name
 * @param benchmarks benchmark ids whose samples it shows
 * @param metric the metric's name; empty for every metric of the benchmarks
 * @param unit only samples of this unit; empty for any
 * @param where parameter → accepted values; {@link #ABSENT} accepts a sample that does not state it
 * @param x a parameter's name, or {@link #CONFIGURATION}, {@link #BENCHMARK}
 * @param split parameters whose values tell series of one configuration apart
 * @param pick parameters of which one value is taken for the whole figure: the one most configurations have
 * @param note what the definition chose where the study is silent; may be empty
 */
public record Figure(
        String id,
        Group group,
        Kind kind,
        String title,
        Set<String> benchmarks,
        String metric,
        String unit,
        Map<String, Set<String>> where,
        String x,
        List<String> split,
        List<String> pick,
        Axis xAxis,
        Axis yAxis,
        Better better,
        String note) {
    public static final String CONFIGURATION = "configuration";
    public static final String BENCHMARK = "benchmark";
    public static final String ABSENT = "-";

    public enum Kind {
        BARS,
        LINES,
        TABLE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum Group {
        CPU("CPU"),
        MEMORY("Memory"),
        IO("Disk"),
        TABLES("Tables"),
        PUBLISHED("Published studies");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** Whether the study itself has this figure. */
    public boolean ofTheStudy() {
        return id.matches("[5A]\\.\\d+");
    }
}
