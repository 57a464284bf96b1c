package ringside.ui.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ringside.core.bench.Measurement;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Value;
import ringside.core.stats.Spread;
import ringside.ui.kit.Texts;

/**
 * One measurement on one subject, as the queue shows it.
 *
 * @param label of the subject
 * @param repetitions that count
 * @param value the median, or how many points the measurement has; empty while there is none
 * @param spread half the distance of the quartiles as a share of the median, of the point that spreads most; NaN while
 *     there are fewer than two repetitions
 * @param reason why the last run of it did not complete; may be empty
 */
record Row(
        int subject,
        String label,
        Measurement measurement,
        Stage stage,
        int repetitions,
        String value,
        double spread,
        List<Doubt> doubts,
        String reason) {
    /** @param text what was seen; empty where only its word is known any more */
    record Doubt(String word, String text) {}

    enum Stage {
        WAITING,
        RUNNING,
        /** It needs no further repetition. */
        DONE,
        SKIPPED
    }

    Row {
        doubts = List.copyOf(doubts);
    }

    /** What is gathered of one measurement on one subject. */
    static final class Cell {
        private record Point(Metric metric, Parameters parameters) {}

        private final int subject;
        private final String label;
        private final Measurement measurement;
        private final Map<Point, List<Double>> values = new LinkedHashMap<>();
        private final Map<String, Doubt> doubts = new LinkedHashMap<>();
        private Stage stage = Stage.WAITING;
        private int repetitions;
        private String reason = "";
        private Row row;

        Cell(int subject, String label, Measurement measurement) {
            this.subject = subject;
            this.label = label;
            this.measurement = measurement;
            row = make();
        }

        Row row() {
            return row;
        }

        void at(Stage now) {
            stage = now;
            row = make();
        }

        void settled(int all) {
            repetitions = all;
            at(Stage.DONE);
        }

        void doubt(String word, String text) {
            doubts.put(word, new Doubt(word, text));
            row = make();
        }

        void ended(Run.Outcome outcome, List<Sample> samples) {
            reason = outcome.reason();
            for (Sample sample : samples)
                if (sample.counts() && sample.value() instanceof Value.Measured(var number))
                    values.computeIfAbsent(
                                    new Point(
                                            sample.metric(), sample.parameters().point()),
                                    point -> new ArrayList<>())
                            .add(number);
            stage = Stage.WAITING;
        }

        void counted() {
            repetitions++;
            row = make();
        }

        private Row make() {
            double widest = Double.NaN;
            for (List<Double> numbers : values.values()) widest = Math.max(nothing(widest), spread(numbers));
            return new Row(
                    subject,
                    label,
                    measurement,
                    stage,
                    repetitions,
                    value(),
                    values.values().stream().anyMatch(numbers -> numbers.size() > 1) ? widest : Double.NaN,
                    List.copyOf(doubts.values()),
                    reason);
        }

        private static double nothing(double number) {
            return Double.isNaN(number) ? 0 : number;
        }

        private static double spread(List<Double> numbers) {
            if (numbers.size() < 2) return 0;
            Spread spread =
                    Spread.of(numbers.stream().mapToDouble(Double::doubleValue).toArray());
            return spread.median() == 0
                    ? 0
                    : (spread.upperQuartile() - spread.lowerQuartile()) / 2 / Math.abs(spread.median());
        }

        private String value() {
            if (values.isEmpty()) return "";
            if (values.size() > 1) return Texts.of("bench.row.points", values.size());
            var only = values.entrySet().iterator().next();
            double median = Spread.of(only.getValue().stream()
                            .mapToDouble(Double::doubleValue)
                            .toArray())
                    .median();
            return (number(median) + " " + only.getKey().metric().unit()).strip();
        }
    }

    /** Four digits that tell something, and all before the point. */
    static String number(double value) {
        double size = Math.abs(value);
        int decimals = size == 0 || size >= 1000 ? 0 : Math.clamp(3 - (int) Math.floor(Math.log10(size)), 0, 6);
        return String.format("%,." + decimals + "f", value);
    }

    /** For people, such as {@code ± 1.2 %}. */
    String spreadWords() {
        return Double.isNaN(spread) ? "" : String.format("± %.1f %%", spread * 100);
    }
}
