package ringside.core.comparison;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;

/**
 * What Ringside knows of a benchmark: a row of {@code programs.csv}, of which the first that fits counts.
 *
 * @param benchmark its id; one that ends in * stands for all that begin so
 * @param metric likewise; empty for all
 * @param parameter {@code key=value}, where a value may end in *; empty for none
 * @param computes whether it does little but compute in user mode, which a guest does on the bare processor
 * @param preference of metrics that tell one measurement several times the least counts; the others are told again
 */
record Program(String benchmark, String metric, String parameter, Area area, boolean computes, int preference) {
    private static final List<Program> KNOWN = read();
    private static final Program UNKNOWN = new Program("*", "", "", Area.OTHER, false, 0);

    /** Rows are many and programs few. */
    private static final Map<List<Object>, Program> FOUND = new ConcurrentHashMap<>();

    static Program of(Task task) {
        return of(task.benchmark(), task.metric(), task.point());
    }

    static Program of(String benchmark, Metric metric, Parameters point) {
        if (FOUND.size() > 10_000) FOUND.clear();
        return FOUND.computeIfAbsent(
                List.of(benchmark, metric.name(), point),
                key -> KNOWN.stream()
                        .filter(program -> program.fits(benchmark, metric, point))
                        .findFirst()
                        .orElse(UNKNOWN));
    }

    /**
     * What is run: metrics of one benchmark are one program, and so are benchmarks that one row with a * stands for, but for
     * a whole suite of programs.
     */
    static String name(Task task) {
        String known = of(task).benchmark;
        return known.length() > 1 && known.endsWith("*") && !known.endsWith("/*")
                ? known.substring(0, known.length() - 1)
                : task.benchmark();
    }

    /** The class of a benchmark as a whole; empty for one that is not known. */
    static Optional<Area> areaOf(String benchmark) {
        return KNOWN.stream()
                .filter(program ->
                        like(program.benchmark, benchmark) && program.metric.isEmpty() && program.parameter.isEmpty())
                .map(Program::area)
                .findFirst();
    }

    private boolean fits(String id, Metric measured, Parameters point) {
        return like(benchmark, id) && (metric.isEmpty() || like(metric, measured.name())) && has(point);
    }

    private boolean has(Parameters point) {
        if (parameter.isEmpty()) return true;
        String[] sides = parameter.split("=", 2);
        String value = point.get(sides[0]);
        return value != null && like(sides[1], value);
    }

    private static boolean like(String pattern, String text) {
        return pattern.endsWith("*")
                ? text.startsWith(pattern.substring(0, pattern.length() - 1))
                : text.equals(pattern);
    }

    private static List<Program> read() {
        try (InputStream in = Program.class.getResourceAsStream("/ringside/comparison/programs.csv")) {
            if (in == null) throw new IllegalStateException("programs.csv is not in the program");
            var programs = new ArrayList<Program>();
            try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                for (NamedCsvRecord row : rows)
                    programs.add(new Program(
                            row.getField("benchmark"),
                            row.getField("metric"),
                            row.getField("parameter"),
                            Area.of(row.getField("area")).orElseThrow(),
                            row.getField("computes").equals("yes"),
                            Integer.parseInt(row.getField("preference"))));
            }
            return List.copyOf(programs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
