package ringside.core.figure;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ringside.core.result.Better;
import ringside.core.result.Selection;

/**
 * A captioned plot, defined but not drawn: which samples it shows and how.
 *
 * @param id the study's own number ({@code 5.1}, {@code A.3}) or a name
 * @param sets names of the sets it is about; empty for any
 * @param benchmarks benchmark ids whose samples it shows
 * @param metric the metric's name; empty for every metric of the benchmarks
 * @param unit only samples of this unit; empty for any
 * @param where parameter → accepted values; as {@link ringside.core.result.Selection#where()}
 * @param x a parameter's name, or {@link #CONFIGURATION}, {@link #BENCHMARK}
 * @param split parameters whose values tell series of one configuration apart
 * @param pick parameters of which one value is taken for the whole figure: the one most configurations have
 * @param relative whether it makes sense only as percent of each set's own host
 * @param note what the definition chose where the study is silent; may be empty
 */
public record Figure(
        String id,
        Group group,
        Kind kind,
        String title,
        Set<String> sets,
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
        boolean relative,
        String note) {
    public static final String CONFIGURATION = "configuration";
    public static final String BENCHMARK = "benchmark";

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

    /** What it asks of the store, for the given sets; none means those it is about. */
    public Selection selection(Set<String> chosen) {
        return new Selection(
                chosen.isEmpty() ? sets : chosen,
                benchmarks,
                metric.isEmpty() ? Set.of() : Set.of(metric),
                unit.isEmpty() ? Set.of() : Set.of(unit),
                where);
    }

    /** The same without number and title, to be drawn where these stand beside it. */
    public Figure untitled() {
        return new Figure(
                "",
                group,
                kind,
                "",
                sets,
                benchmarks,
                metric,
                unit,
                where,
                x,
                split,
                pick,
                xAxis,
                yAxis,
                better,
                relative,
                note);
    }

    /** Whether the study itself has this figure. */
    public boolean ofTheStudy() {
        return id.matches("[5A]\\.\\d+");
    }
}
