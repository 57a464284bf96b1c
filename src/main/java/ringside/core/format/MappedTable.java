package ringside.core.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringside.core.RingsideException;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Value;

/** A table of anybody's, plain or wide, read through a mapping: every measured column gives a sample for every row. */
final class MappedTable implements StreamFormat {
    private static final int MOST_MACHINES = 10_000;
    private static final String READER = "table ";

    private final Mapping mapping;

    MappedTable(Mapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public String id() {
        return "table";
    }

    @Override
    public String title() {
        return "table";
    }

    /** Without its mapping a table could not be read again. */
    @Override
    public String reader() {
        return READER + mapping.compact();
    }

    /** What {@link #reader} made; empty if it is something else. */
    static Optional<MappedTable> reader(Run.Raw raw) {
        if (!raw.format().startsWith(READER)) return Optional.empty();
        try {
            return Optional.of(
                    new MappedTable(Mapping.parse(raw.name(), raw.format().substring(READER.length()))));
        } catch (RingsideException notOurs) {
            return Optional.empty();
        }
    }

    /** Only a person can say what a table's columns mean. */
    @Override
    public boolean recognises(Head head) {
        return false;
    }

    @Override
    public void read(Content content, Parameters given, Intake intake) throws IOException {
        var table = new OneTable(content.name(), given, intake);
        try (var text = content.text()) {
            Rows.read(text, mapping.separator(), table::take);
        } catch (CsvParseException e) {
            throw new RingsideException(
                    content.name() + " is not a sound table after line " + table.line,
                    "check the quotes there, and that no field is longer than 16 MiB",
                    e);
        }
    }

    private final class OneTable {
        private final String file;
        private final Parameters given;
        private final Intake intake;
        private final Map<String, Intake.Machine> machines = new HashMap<>();
        private final Map<List<Object>, Intake.Found> runs = new HashMap<>();
        private final Map<Metric, Metric> metrics = new HashMap<>();
        private final LongCounts repetitions = new LongCounts();
        private @Nullable Map<String, Integer> columns;
        long line;

        OneTable(String file, Parameters given, Intake intake) {
            this.file = file;
            this.given = given;
            this.intake = intake;
        }

        void take(Rows row) {
            line = row.line();
            Map<String, Integer> known = columns;
            if (known == null) columns = header(row);
            else if (row.count() == 1 && row.get(0).isBlank()) return;
            else sample(row, known);
        }

        private Map<String, Integer> header(Rows row) {
            var found = new LinkedHashMap<String, Integer>();
            for (int i = 0; i < row.count(); i++) found.putIfAbsent(row.get(i).strip(), i);
            for (String column : needed())
                if (!found.containsKey(column))
                    throw new RingsideException(
                            file + ", line " + row.line() + ": there is no column \"" + column
                                    + "\", which the mapping names",
                            "its columns are " + String.join(", ", found.keySet())
                                    + "; check that the separator is right, too");
            return found;
        }

        private List<String> needed() {
            var needed = new java.util.ArrayList<>(mapping.texts().values());
            needed.addAll(mapping.parameters().keySet());
            mapping.values().forEach(one -> needed.add(one.column()));
            return needed;
        }

        private void sample(Rows row, Map<String, Integer> known) {
            Parameters point = Parameters.NONE;
            for (var parameter : mapping.parameters().entrySet())
                point = JsonOutput.with(point, parameter.getValue(), field(row, known, parameter.getKey()));
            Parameters all = given.with(point);
            String benchmark = role(row, known, "benchmark", "table");
            Intake.Machine machine = machine(role(row, known, "platform", ""), role(row, known, "configuration", ""));
            Intake.Found run = runs.computeIfAbsent(
                    List.of(machine.where(), machine.label(), benchmark),
                    key -> new Intake.Found(machine, benchmark, List.of(), Run.Outcome.COMPLETED, "rows of " + file));
            for (Mapping.Measured one : mapping.values()) {
                String field = field(row, known, one.column());
                Optional<Double> number = number(field, one.column());
                if (number.isEmpty() && !field.isBlank())
                    intake.skip(line, "\"" + one.column() + "\" is no number: " + shortened(field));
                var metric = new Metric(
                        role(row, known, "metric", one.metric()), role(row, known, "unit", one.unit()), one.better());
                intake.sample(
                        run,
                        new Sample(
                                metrics.computeIfAbsent(metric, m -> m),
                                all,
                                1 + repetitions.add(key(machine, benchmark, metric, all), 1),
                                number.map(Value::of)
                                        .orElseGet(() -> Value.missing(
                                                field.isBlank()
                                                        ? "the field is empty"
                                                        : "the field says " + shortened(field))),
                                (int) Math.min(Integer.MAX_VALUE, line)));
            }
        }

        private Optional<Double> number(String field, String column) {
            try {
                return TableNumber.of(field, mapping.decimal());
            } catch (TableNumber.Ambiguous ambiguous) {
                throw new RingsideException(
                        file + ", line " + line + ": \"" + shortened(field) + "\" in the column \"" + column + "\" "
                                + ambiguous.getMessage(),
                        "let the mapping say which sign stands before the decimals: \"decimal\": \".\" or"
                                + " \"decimal\": \",\"",
                        ambiguous);
            }
        }

        private static long key(Intake.Machine machine, String benchmark, Metric metric, Parameters all) {
            return LongCounts.key(
                    String.valueOf(machine.where()),
                    machine.label(),
                    benchmark,
                    metric.name(),
                    metric.unit(),
                    all.point().toString());
        }

        private static String shortened(String field) {
            return field.length() > 60 ? field.substring(0, 60) + "…" : field;
        }

        private static String field(Rows row, Map<String, Integer> known, String column) {
            Integer at = known.get(column);
            return at == null || at >= row.count() ? "" : row.get(at).strip();
        }

        private String role(Rows row, Map<String, Integer> known, String role, String otherwise) {
            String column = mapping.texts().get(role);
            String text = column == null ? "" : field(row, known, column);
            return text.isBlank() ? mapping.fixed().getOrDefault(role, otherwise) : text;
        }

        private Intake.Machine machine(String platform, String configuration) {
            String label =
                    !configuration.isBlank() ? configuration : !platform.isBlank() ? platform : SetNames.fromFile(file);
            if (machines.size() > MOST_MACHINES)
                throw new RingsideException(
                        file + " has more than " + MOST_MACHINES + " configurations",
                        "check which column the mapping takes for the configuration");
            return machines.computeIfAbsent(
                    platform + "\n" + label,
                    key -> new Intake.Machine(
                            label,
                            platform.isBlank() ? Whereabouts.UNKNOWN : new Whereabouts.Told(platform),
                            Map.of(),
                            Map.of()));
        }
    }
}
