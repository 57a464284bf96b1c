package ringside.core.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import ringside.core.RingsideException;
import ringside.core.WholeFile;
import ringside.core.json.Json;
import ringside.core.json.Node;
import ringside.core.result.Better;

/**
 * What the columns of a table mean, so that tables of the same shape can be read again and again.
 *
 * @param separator between fields: a comma, a semicolon or a tab
 * @param decimal which sign stands before the decimals
 * @param texts role ({@link #ROLES}) → the column that tells it for each row
 * @param fixed role → the text for all rows, where no column tells it
 * @param parameters column → the parameter's name
 * @param values the columns that hold measured numbers
 */
public record Mapping(
        char separator,
        Decimal decimal,
        Map<String, String> texts,
        Map<String, String> fixed,
        Map<String, String> parameters,
        List<Measured> values) {
    private static final long LARGEST = 1 << 20;

    public static final Set<String> ROLES = Set.of("platform", "configuration", "benchmark", "metric", "unit");

    public Mapping {
        texts = Map.copyOf(texts);
        fixed = Map.copyOf(fixed);
        parameters = new LinkedHashMap<>(parameters);
        values = List.copyOf(values);
        if (values.isEmpty()) throw new IllegalArgumentException("a mapping names at least one column of values");
    }

    /** Which sign stands before the decimals. */
    public enum Decimal {
        POINT("."),
        COMMA(","),
        /** Nobody says: only what reads as one number counts as one. */
        UNSTATED("");

        private final String sign;

        Decimal(String sign) {
            this.sign = sign;
        }
    }

    /**
     * A column of measured numbers.
     *
     * @param metric what is measured; a column of role {@code metric} wins over it
     */
    public record Measured(String column, String metric, String unit, Better better) {}

    /** What it takes for what, in a line. */
    public String summary() {
        var parts = new ArrayList<String>();
        values.forEach(one -> parts.add("\"" + one.column() + "\" is a result, "
                + (one.better() == Better.HIGHER ? "more" : "less") + " is better"));
        parameters.keySet().forEach(column -> parts.add("\"" + column + "\" is a parameter"));
        new TreeMap<>(texts).forEach((role, column) -> parts.add("\"" + column + "\" is the " + role));
        return String.join("; ", parts);
    }

    /** The columns that it names. */
    public Set<String> columns() {
        var all = new TreeSet<>(texts.values());
        all.addAll(parameters.keySet());
        values.forEach(one -> all.add(one.column()));
        return all;
    }

    /** The mapping as a file to keep. */
    public String json() {
        return Json.pretty(map()) + "\n";
    }

    /** The same in one line. */
    String compact() {
        return Json.compact(map());
    }

    private Map<String, Object> map() {
        var all = new LinkedHashMap<String, Object>();
        all.put("separator", String.valueOf(separator));
        if (decimal != Decimal.UNSTATED) all.put("decimal", decimal.sign);
        all.put("columns", new TreeMap<>(texts));
        all.put("fixed", new TreeMap<>(fixed));
        all.put("parameters", parameters);
        var columns = new ArrayList<Map<String, Object>>();
        for (Measured one : values) {
            var column = new LinkedHashMap<String, Object>();
            column.put("column", one.column());
            column.put("metric", one.metric());
            column.put("unit", one.unit());
            column.put("better", one.better().word());
            columns.add(column);
        }
        all.put("values", columns);
        return all;
    }

    /** Writes the mapping down, whole or not at all. */
    public void save(Path file) {
        try {
            WholeFile.write(file, out -> out.write(json().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new RingsideException(
                    "The mapping " + file + " could not be written (" + e.getMessage() + ")",
                    "check that the folder exists and may be written",
                    e);
        }
    }

    /** Reads a mapping's file. */
    public static Mapping read(Path file) {
        try {
            byte[] bytes = Content.of(file)
                    .bytesUpTo(LARGEST)
                    .orElseThrow(() -> refused(String.valueOf(file), 1, "it is larger than any mapping"));
            return parse(String.valueOf(file), new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw unreadable(String.valueOf(file), e);
        }
    }

    static RingsideException unreadable(String file, IOException why) {
        return why instanceof NoSuchFileException
                ? new RingsideException("There is no file " + file, "check its name", why)
                : new RingsideException(
                        file + " cannot be read (" + why.getMessage() + ")", "check the file and its permissions", why);
    }

    /**
     * Reads what {@link #json} writes.
     *
     * @param file its name, for messages
     * @throws RingsideException naming the line and what is wrong there
     */
    public static Mapping parse(String file, String text) {
        try {
            if (!(Node.parse(text) instanceof Node.Fields all)) throw wrong(1, "it is no JSON object");
            for (var entry : all.values().entrySet())
                if (!KEYS.contains(entry.getKey()))
                    throw wrong(entry.getValue().line(), "\"" + entry.getKey() + "\" is not known");
            String separator =
                    JsonOutput.find(all, "separator").map(Mapping::character).orElse(",");
            if (separator.length() != 1 || ",;\t|".indexOf(separator.charAt(0)) < 0)
                throw wrong(all.line(), "\"separator\" is a comma, a semicolon, a tab or a bar");
            return new Mapping(
                    separator.charAt(0),
                    decimal(all),
                    roles(all, "columns"),
                    roles(all, "fixed"),
                    names(all, "parameters"),
                    measured(all));
        } catch (Node.Malformed malformed) {
            throw refused(file, malformed.line(), malformed.problem());
        } catch (Fault fault) {
            throw refused(file, fault.line, String.valueOf(fault.getMessage()));
        }
    }

    private static final Set<String> KEYS = Set.of("separator", "decimal", "columns", "fixed", "parameters", "values");

    private static final class Fault extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final int line;

        Fault(int line, String problem) {
            super(problem);
            this.line = line;
        }
    }

    private static Fault wrong(int line, String problem) {
        return new Fault(line, problem);
    }

    private static RingsideException refused(String file, int line, String problem) {
        return new RingsideException(
                "The mapping " + file + ", line " + line + ": " + problem,
                "'ringside import --mapping guess --save-mapping FILE TABLE' writes one to begin with");
    }

    private static String character(Node node) {
        return node instanceof Node.Text(int line, String text) ? text : "";
    }

    private static Decimal decimal(Node.Fields all) {
        Optional<Node> stated = JsonOutput.find(all, "decimal");
        String sign = stated.map(Mapping::character).orElse("");
        for (Decimal one : Decimal.values())
            if (one.sign.equals(sign) && stated.isPresent() != sign.isEmpty()) return one;
        throw wrong(
                stated.map(Node::line).orElse(1),
                "\"decimal\" is \".\" or \",\"; without it only numbers that are not ambiguous are read");
    }

    private static Map<String, String> roles(Node.Fields all, String key) {
        Map<String, String> names = names(all, key);
        for (String role : names.keySet())
            if (!ROLES.contains(role))
                throw wrong(
                        JsonOutput.find(all, key, role).map(Node::line).orElse(1),
                        "\"" + role + "\" is none of " + String.join(", ", new TreeSet<>(ROLES)));
        return names;
    }

    private static Map<String, String> names(Node.Fields all, String key) {
        var names = new LinkedHashMap<String, String>();
        Node.Fields fields = JsonOutput.fields(all, key);
        if (fields == null) return names;
        fields.values().forEach((name, node) -> {
            if (!(node instanceof Node.Text(int line, String text)) || text.isBlank())
                throw wrong(node.line(), "\"" + name + "\" needs a text");
            names.put(name, text);
        });
        return names;
    }

    private static List<Measured> measured(Node.Fields all) {
        var values = new ArrayList<Measured>();
        JsonOutput.objects(all, "values").forEach(one -> {
            String column = JsonOutput.text(one, "column");
            String metric = JsonOutput.text(one, "metric");
            String better = JsonOutput.text(one, "better");
            if (column.isEmpty()) throw wrong(one.line(), "a value needs its \"column\"");
            if (!better.equals("higher") && !better.equals("lower"))
                throw wrong(one.line(), "\"better\" is \"higher\" or \"lower\"");
            values.add(new Measured(
                    column, metric.isEmpty() ? column : metric, JsonOutput.text(one, "unit"), Better.of(better)));
        });
        if (values.isEmpty()) throw wrong(all.line(), "\"values\" names no column of numbers");
        return values;
    }
}
