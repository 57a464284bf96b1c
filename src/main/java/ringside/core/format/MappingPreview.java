package ringside.core.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ringside.core.RingsideException;
import ringside.core.result.Parameters;
import ringside.core.result.Sample;
import ringside.core.result.Value;

/**
 * What a mapping makes of a table's first rows.
 *
 * @param samples the first of them, a sentence each
 * @param configurations their names
 * @param faults why some rows would not be taken
 */
public record MappingPreview(List<String> samples, List<String> configurations, List<String> faults) {
    private static final int ROWS = 20;

    public MappingPreview {
        samples = List.copyOf(samples);
        configurations = List.copyOf(configurations);
        faults = List.copyOf(faults);
    }

    /** Reads the first rows only, however long the text is. */
    public static MappingPreview of(Mapping mapping, String text) {
        var taken = new Taken();
        String first = text.lines().limit(ROWS + 1).collect(Collectors.joining("\n", "", "\n"));
        try {
            new MappedTable(mapping)
                    .read(Content.of("table", first.getBytes(StandardCharsets.UTF_8)), Parameters.NONE, taken);
        } catch (IOException e) {
            taken.faults.add(String.valueOf(e.getMessage()));
        } catch (RingsideException trouble) {
            taken.faults.add(trouble.problem());
        }
        return new MappingPreview(taken.samples, List.copyOf(taken.configurations), taken.faults);
    }

    /** The first rows' fields, the header first. */
    public static List<List<String>> rows(Mapping mapping, String text) {
        return MappingGuess.rows(
                text.lines().limit(ROWS + 1).collect(Collectors.joining("\n", "", "\n")), mapping.separator());
    }

    private static final class Taken implements Intake {
        private final List<String> samples = new ArrayList<>();
        private final Set<String> configurations = new LinkedHashSet<>();
        private final List<String> faults = new ArrayList<>();

        @Override
        public void run(Found run) {
            configurations.add(run.machine().label());
        }

        @Override
        public void sample(Found run, Sample sample) {
            run(run);
            String value = switch (sample.value()) {
                case Value.Measured(double number) ->
                    (SampleRow.number(number) + " " + sample.metric().unit()).strip();
                case Value.Missing(String reason) -> "missing (" + reason + ")";
            };
            String point = sample.parameters().toString().replace(";", ", ").replace("=", " ");
            samples.add(run.machine().label() + ", " + run.benchmark() + ", "
                    + sample.metric().name() + (point.isEmpty() ? "" : ", " + point) + ": " + value);
        }

        @Override
        public void skip(long line, String reason) {
            faults.add("Line " + line + ": " + reason);
        }

        @Override
        public void warn(String warning) {
            faults.add(warning);
        }
    }
}
