package ringside.core.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ringside.core.json.Documents;
import ringside.core.json.Node;
import ringside.core.result.Better;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Value;

/** PerfKitBenchmarker's samples, a JSON object on each line. What describes the machine in their metadata describes it here. */
public final class PerfKit implements StreamFormat {
    private static final int LONGEST_LINE = 1 << 20;
    private static final int MOST_VALUES = 10_000;
    private static final int MOST_POINTS = 500_000;
    private static final Pattern TIME = Pattern.compile("(?i)second|latency|\\b(?:s|ms|us|ns|usec|msec|nsec)\\b");
    private static final Pattern MACHINE = Pattern.compile(
            "cloud|zone|region|machine_type|image|os_type|os_info|kernel_release|kernel_command_line|num_cpus|cpu.*|numa.*|"
                    + "vm_.*|.*_machine_type|.*_zone|.*_cloud|.*_image|boot_disk.*|dedicated_host|placement_group.*|perfkitbenchmarker_version|"
                    + "threads_per_core|project|network.*");

    @Override
    public String id() {
        return "perfkit";
    }

    @Override
    public String title() {
        return "PerfKit Benchmarker";
    }

    @Override
    public boolean recognises(Head head) {
        return head.contains("\"sample_uri\"") && head.contains("\"metric\"") && head.contains("\"test\"");
    }

    @Override
    public List<PlatformQuestion> asks(Content content) {
        return List.of(PlatformQuestion.OPEN);
    }

    @Override
    public void read(Content content, Parameters given, Intake intake) throws IOException {
        var file = new OneFile(given, intake);
        try (var text = new BufferedReader(content.text())) {
            long number = 0;
            for (String line; (line = line(text)) != null; ) {
                number++;
                if (line.length() > LONGEST_LINE) intake.skip(number, "a line of more than 1 MiB");
                else if (line.stripLeading().startsWith("{")) file.take(line, number);
                else if (!line.isBlank()) intake.skip(number, "a line that is no JSON object");
            }
        }
    }

    /** A line by hand, because a library's would first take one of any length into memory. */
    private static @Nullable String line(BufferedReader text) throws IOException {
        int next = text.read();
        if (next < 0) return null;
        var line = new StringBuilder();
        for (; next >= 0 && next != '\n'; next = text.read())
            if (line.length() <= LONGEST_LINE) line.append((char) next);
        return line.toString();
    }

    private static final class OneFile {
        private final Parameters given;
        private final Intake intake;
        private final Map<Map<String, String>, Intake.Machine> machines = new HashMap<>();
        private final Map<String, Integer> names = new HashMap<>();
        private final Map<List<Object>, Intake.Found> runs = new HashMap<>();
        private final Map<Metric, Metric> metrics = new HashMap<>();
        private final LongCounts repetitions = new LongCounts();
        private int points;

        OneFile(Parameters given, Intake intake) {
            this.given = given;
            this.intake = intake;
        }

        void take(String line, long number) {
            Documents.Found found;
            try {
                found = Documents.in(line, MOST_VALUES);
            } catch (Documents.TooMany tooMany) {
                intake.skip(number, "a line of " + tooMany.getMessage());
                return;
            }
            if (found.documents().size() != 1 || !(found.documents().getFirst() instanceof Node.Fields sample)) {
                intake.skip(
                        number,
                        "a line that is no JSON object" + (found.fault().isEmpty() ? "" : " (" + found.fault() + ")"));
                return;
            }
            String metric = JsonOutput.text(sample, "metric");
            String test = JsonOutput.text(sample, "test");
            if (metric.isBlank() || test.isBlank()) {
                intake.skip(number, "a line without a metric or without the name of its test");
                return;
            }
            take(sample, metric, test, (int) Math.min(Integer.MAX_VALUE, number));
        }

        private void take(Node.Fields sample, String name, String test, int line) {
            Map<String, String> metadata = metadata(sample);
            var facts = new TreeMap<String, String>();
            Parameters point = Parameters.NONE;
            for (var entry : metadata.entrySet()) {
                if (MACHINE.matcher(entry.getKey()).matches()) facts.put(entry.getKey(), entry.getValue());
                else point = JsonOutput.with(point, entry.getKey(), entry.getValue());
            }
            Intake.Machine machine = machine(facts);
            String unit = JsonOutput.text(sample, "unit");
            Better better = TIME.matcher(unit).find() || TIME.matcher(name).find() ? Better.LOWER : Better.HIGHER;
            intake.warn(
                    "of " + name + " the file does not say whether more or less is better; by its name and unit it was"
                            + " taken for " + better.word());
            Intake.Found run = runs.computeIfAbsent(
                    List.of(machine.label(), test, JsonOutput.text(sample, "run_uri")),
                    key -> new Intake.Found(
                            machine, "perfkit/" + test, List.of(), Run.Outcome.COMPLETED, note(sample)));
            Parameters all = given.with(point);
            Metric metric = metrics.computeIfAbsent(new Metric(name, unit, better), m -> m);
            if (++points > MOST_POINTS)
                throw new ringside.core.RingsideException(
                        "The file holds more than " + MOST_POINTS + " samples", "cut it into parts");
            int repetition = 1
                    + repetitions.add(
                            LongCounts.key(
                                    machine.label(),
                                    test,
                                    name,
                                    unit,
                                    all.point().toString()),
                            1);
            Double value = JsonOutput.number(sample, "value");
            intake.sample(
                    run,
                    new Sample(
                            metric,
                            all,
                            repetition,
                            value == null ? Value.missing("the line has no number") : Value.of(value),
                            line));
        }

        private static String note(Node.Fields sample) {
            String uri = JsonOutput.text(sample, "run_uri");
            return uri.isEmpty() ? "" : "run " + uri;
        }

        /** Newer versions write an object, older ones {@code |key:value|,|key:value|}. */
        private static Map<String, String> metadata(Node.Fields sample) {
            var all = new TreeMap<String, String>();
            Node.Fields metadata = JsonOutput.fields(sample, "metadata");
            if (metadata != null) metadata.values().forEach((key, value) -> all.put(key, JsonOutput.text(value)));
            for (String label : JsonOutput.text(sample, "labels").split("\\|,?\\|?")) {
                int colon = label.indexOf(':');
                if (colon > 0)
                    all.putIfAbsent(
                            label.substring(0, colon).strip(),
                            label.substring(colon + 1).strip());
            }
            all.remove("");
            return all;
        }

        /** Machines are told apart by what is said of them, and named by cloud and type. */
        private Intake.Machine machine(TreeMap<String, String> facts) {
            return machines.computeIfAbsent(facts, f -> {
                String name = (facts.getOrDefault("cloud", "") + " " + facts.getOrDefault("machine_type", "")).strip();
                if (name.isEmpty()) name = "not named";
                int number = names.merge(name, 1, Integer::sum);
                return new Intake.Machine(
                        number == 1 ? name : name + " (" + number + ")", Whereabouts.UNKNOWN, Map.of(), facts);
            });
        }
    }
}
