package ringside.core.format;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ringside.core.format.Mapping.Measured;
import ringside.core.result.Better;

/** Guesses a table's mapping from its header and first rows. A guess is for the user to look at, not to be trusted. */
public final class MappingGuess {
    private static final int ROWS = 50;
    private static final Pattern UNIT = Pattern.compile("^(.*?)\\s*[(\\[]([^()\\[\\]]{1,40})[)\\]]\\s*$");
    private static final Pattern MISSING = Pattern.compile(
            "(?i)n\\.?/?a\\.?|nan|[+-]?inf(?:inity)?|none|null|nil|[-–—?.]{1,3}|fail(?:ed|ure)?|err(?:or)?|timeout|missing");
    private static final Pattern TIME =
            Pattern.compile("(?i)second|latency|delay|\\btime\\b|^(?:s|sec|ms|us|ns|usec|msec|nsec|min)$");
    private static final Pattern CHOSEN = Pattern.compile(
            "(?i).*\\b(?:size|threads?|cores?|cpus?|processes|procs|jobs|depth|iodepth|record|block|bs|file|stride|nb?|p|q|round|run|repetition|iteration|rep|year|date|clients?|connections?)(?:["
                    + " _(\\[].*)?$");

    private static final Map<String, Pattern> ROLES = Map.of(
            "platform", Pattern.compile("(?i)platform|hypervisor|vmm|virtualization|virtualisation"),
            "configuration", Pattern.compile("(?i)configuration|config|system|host|machine|label|name|guest|vm|setup"),
            "benchmark", Pattern.compile("(?i)benchmark|test|workload|suite"),
            "metric", Pattern.compile("(?i)metric|measure|measurement"),
            "unit", Pattern.compile("(?i)units?"));

    private MappingGuess() {}

    /** The mapping that fits the content's first rows best. */
    public static Optional<Mapping> of(Content content) {
        try {
            return of(content.head().text());
        } catch (IOException e) {
            throw Mapping.unreadable(content.name(), e);
        }
    }

    /** The mapping that fits best; empty if the text is no table with a header and a column of numbers. */
    public static Optional<Mapping> of(String text) {
        String first = text.lines().findFirst().orElse("");
        char separator = separator(first);
        List<List<String>> rows = rows(text, separator);
        if (rows.size() < 2 || rows.getFirst().size() < 2) return Optional.empty();
        List<String> header = rows.getFirst();
        List<List<String>> body = rows.subList(1, rows.size());

        var texts = new LinkedHashMap<String, String>();
        var parameters = new LinkedHashMap<String, String>();
        var values = new ArrayList<Measured>();
        for (int column = 0; column < header.size(); column++) {
            String name = header.get(column).strip();
            if (name.isEmpty()) continue;
            int at = column;
            boolean numbers = areNumbers(body.stream()
                    .filter(row -> at < row.size() && !row.get(at).isBlank())
                    .map(row -> row.get(at).strip())
                    .toList());
            Optional<String> role = role(name, texts);
            if (numbers && !CHOSEN.matcher(name).matches()) values.add(measured(name));
            else if (!numbers && role.isPresent()) texts.put(role.get(), name);
            else parameters.put(name, parameter(name));
        }
        if (values.isEmpty()) return Optional.empty();
        var fixed = new HashMap<String, String>();
        if (!texts.containsKey("benchmark")) fixed.put("benchmark", "table");
        return Optional.of(new Mapping(separator, decimal(body, separator), texts, fixed, parameters, values));
    }

    /** A word for a number that is missing makes no other column of it. */
    private static boolean areNumbers(List<String> fields) {
        List<String> said = fields.stream()
                .filter(field -> !MISSING.matcher(field).matches())
                .toList();
        return (!said.isEmpty() || fields.isEmpty()) && said.stream().allMatch(MappingGuess::isNumber);
    }

    private static boolean isNumber(String field) {
        return TableNumber.withPoint(field).isPresent()
                || TableNumber.withComma(field).isPresent();
    }

    /**
     * What numbers that read in one way only show. A table of fields parted by commas that shows nothing has points:
     * where decimals have a comma, programs part fields by something else.
     */
    private static Mapping.Decimal decimal(List<List<String>> body, char separator) {
        boolean point = false;
        boolean comma = false;
        for (String field : body.stream().flatMap(List::stream).toList()) {
            Optional<Double> one = TableNumber.withPoint(field);
            Optional<Double> other = TableNumber.withComma(field);
            if (one.equals(other)) continue;
            if (other.isEmpty()) point = true;
            if (one.isEmpty()) comma = true;
        }
        if (point != comma) return comma ? Mapping.Decimal.COMMA : Mapping.Decimal.POINT;
        return separator == ',' && !comma ? Mapping.Decimal.POINT : Mapping.Decimal.UNSTATED;
    }

    private static char separator(String header) {
        char best = ',';
        for (char one : new char[] {';', '\t', '|'}) if (count(header, one) > count(header, best)) best = one;
        return best;
    }

    private static long count(String text, char one) {
        return text.chars().filter(c -> c == one).count();
    }

    static List<List<String>> rows(String text, char separator) {
        var rows = new ArrayList<List<String>>();
        try {
            Rows.read(new StringReader(text), separator, row -> {
                if (rows.size() <= ROWS) rows.add(row.list());
            });
        } catch (IOException | de.siegmar.fastcsv.reader.CsvParseException cutAtTheEnd) {
            // the head of a file may end within quotes; what came before is enough
        }
        return rows;
    }

    private static Optional<String> role(String name, Map<String, String> taken) {
        return ROLES.entrySet().stream()
                .filter(one -> !taken.containsKey(one.getKey())
                        && one.getValue().matcher(name).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Measured measured(String name) {
        Matcher unit = UNIT.matcher(name);
        boolean stated = unit.matches();
        String metric = stated && !unit.group(1).isBlank() ? unit.group(1).strip() : name;
        String of = stated ? unit.group(2).strip() : "";
        boolean time = TIME.matcher(of).find() || TIME.matcher(metric).find();
        return new Measured(name, metric, of, time ? Better.LOWER : Better.HIGHER);
    }

    private static String parameter(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
    }
}
