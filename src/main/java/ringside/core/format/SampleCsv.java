package ringside.core.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.result.Citation;
import ringside.core.result.Configuration;
import ringside.core.result.Origin;
import ringside.core.result.Parameters;
import ringside.core.result.ResultSet;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;
import ringside.core.result.Sample;

/** Flat samples as RFC 4180 text with the header of {@link SampleRow}: what {@code samples --csv} writes. */
public final class SampleCsv implements SetFormat {
    /** When the run began that gave the row: a time as in ISO 8601, empty where it is not known. */
    public static final String STARTED = "started";

    private static final List<String> NEEDED =
            List.of("platform", "configuration", "benchmark", "metric", "unit", "better", "value");

    /** Columns that some tables have as well: of these only when a run began is read. */
    private static final Set<String> BESIDES = Set.of("run", "line", STARTED);

    @Override
    public String id() {
        return "csv";
    }

    @Override
    public String title() {
        return "samples as CSV";
    }

    @Override
    public boolean recognises(Head head) {
        String first = head.text().lines().findFirst().orElse("");
        return !first.isBlank() && columns(first).keySet().containsAll(NEEDED);
    }

    private static Map<String, Integer> columns(String headerLine) {
        var columns = new HashMap<String, Integer>();
        try {
            Rows.read(new StringReader(headerLine), row -> columns.putAll(columns(row)));
            return columns;
        } catch (IOException | CsvParseException notCsv) {
            return Map.of();
        }
    }

    private static Map<String, Integer> columns(Rows header) {
        var columns = new HashMap<String, Integer>();
        for (int i = 0; i < header.count(); i++)
            columns.putIfAbsent(header.get(i).strip().toLowerCase(Locale.ROOT), i);
        return columns;
    }

    @Override
    public Outcome read(Content content, Task task, ResultStore.Writing writing) throws IOException {
        var reading = new OneFile(content, task, writing);
        try (var text = content.text()) {
            Rows.read(text, reading::take);
        } catch (CsvParseException e) {
            throw new RingsideException(
                    content.name() + " is not sound CSV after line " + reading.line + " (" + reason(e) + ")",
                    "check the quotes there",
                    e);
        }
        return reading.outcome();
    }

    private static String reason(CsvParseException fault) {
        String said = String.valueOf(fault.getMessage());
        return said.contains("maximum buffer size")
                ? "a field of more than 16 MiB begins there"
                : said.lines().findFirst().orElse("");
    }

    /** One file on its way into the store. */
    private static final class OneFile {
        private final Content content;
        private final Task task;
        private final ResultStore.Writing writing;
        private final SampleRow.Reader rows = new SampleRow.Reader();
        private final Skips skips = new Skips();
        private final Set<String> warnings = new LinkedHashSet<>();
        private final Map<String, String> sets = new HashMap<>();
        private final Map<Subject, Run> runs = new HashMap<>();
        private @Nullable Columns columns;
        private @Nullable Subject latestSubject;
        private @Nullable Run latestRun;
        private final Unmeasured unmeasured = new Unmeasured();
        private final LongCounts unnumbered = new LongCounts();
        private long samples;
        long line;

        private record Subject(String set, String platform, String configuration, String benchmark, String started) {
            boolean is(
                    String otherSet,
                    String otherPlatform,
                    String otherConfiguration,
                    String otherBenchmark,
                    String otherStarted) {
                return started.equals(otherStarted)
                        && benchmark.equals(otherBenchmark)
                        && configuration.equals(otherConfiguration)
                        && platform.equals(otherPlatform)
                        && set.equals(otherSet);
            }
        }

        OneFile(Content content, Task task, ResultStore.Writing writing) {
            this.content = content;
            this.task = task;
            this.writing = writing;
        }

        void take(Rows record) {
            line = record.line();
            Columns known = columns;
            if (known == null) {
                columns = header(record);
                return;
            }
            if (record.count() == 1 && record.get(0).isBlank()) return;
            if ((line & 0xffff) == 0) {
                Progress.checkCancelled();
                task.progress().at(content.name() + ", line " + line, Double.NaN);
            }
            if (record.count() < known.count()) {
                skips.add(line, "the row has " + record.count() + " fields, the header " + known.count());
                return;
            }
            try {
                take(record, known);
            } catch (IllegalArgumentException wrong) {
                skips.add(line, String.valueOf(wrong.getMessage()));
            }
        }

        private Columns header(Rows record) {
            Map<String, Integer> found = SampleCsv.columns(record);
            for (String name : NEEDED) {
                if (!found.containsKey(name))
                    throw new RingsideException(
                            content.name() + ", line 1: the column \"" + name + "\" is missing",
                            "the header is " + String.join(",", SampleRow.HEADER));
            }
            found.keySet().stream()
                    .filter(name -> !SampleRow.HEADER.contains(name) && !BESIDES.contains(name))
                    .sorted()
                    .forEach(name -> warnings.add("the column \"" + name + "\" is not known and was not read"));
            return new Columns(found, record.count());
        }

        private void take(Rows record, Columns at) {
            Sample sample = rows.sample(
                    SheetText.plain(record.get(at.metric)),
                    SheetText.plain(record.get(at.unit)),
                    record.get(at.better),
                    record.get(at.value),
                    at.failure < 0 ? "" : SheetText.plain(record.get(at.failure)),
                    at.repetition < 0 ? "1" : record.get(at.repetition),
                    at.parameters < 0 ? "" : SheetText.plain(record.get(at.parameters)),
                    (int) Math.min(Integer.MAX_VALUE, line));
            if (!task.request().given().asMap().isEmpty())
                sample = new Sample(
                        sample.metric(),
                        task.request().given().with(sample.parameters()),
                        sample.repetition(),
                        sample.value(),
                        sample.line());
            Run run = run(
                    at.set < 0 ? "" : SheetText.plain(record.get(at.set)),
                    SheetText.plain(record.get(at.platform)),
                    SheetText.plain(record.get(at.configuration)),
                    SheetText.plain(record.get(at.benchmark)),
                    at.started < 0 ? "" : record.get(at.started).strip());
            if (at.repetition < 0) sample = sample.repeated(1 + unnumbered.add(point(run, sample), 1)); // row by row
            writing.sample(run, sample);
            unmeasured.sample(run, sample.value());
            samples++;
        }

        private static long point(Run run, Sample sample) {
            return LongCounts.key(
                    run.id(),
                    sample.metric().name(),
                    sample.metric().unit(),
                    sample.metric().better().word(),
                    sample.parameters().point().toString());
        }

        private Run run(String set, String platform, String configuration, String benchmark, String started) {
            Subject subject = latestSubject;
            Run run = latestRun;
            if (subject != null && run != null && subject.is(set, platform, configuration, benchmark, started))
                return run;
            subject = new Subject(set, platform, configuration, benchmark, started);
            run = runs.get(subject);
            if (run == null) {
                run = newRun(subject);
                runs.put(subject, run);
            }
            latestSubject = subject;
            latestRun = run;
            return run;
        }

        private static Optional<Instant> started(String text) {
            try {
                return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
            } catch (DateTimeParseException notATime) {
                throw new IllegalArgumentException(
                        "started is a time such as 2026-11-26T09:30:00Z, not \"" + text + "\"", notATime);
            }
        }

        private Run newRun(Subject subject) {
            String platform =
                    subject.platform().isBlank() ? task.request().platform().orElse("unknown") : subject.platform();
            String label = subject.configuration().isBlank()
                    ? task.request().label().orElse(platform)
                    : subject.configuration();
            Run run = new Run(
                    "r" + (runs.size() + 1),
                    Configuration.of(platform, label),
                    subject.benchmark(),
                    Parameters.NONE,
                    List.of(),
                    started(subject.started()),
                    Optional.empty(),
                    Run.Outcome.COMPLETED,
                    Optional.empty(),
                    "rows of " + content.name());
            if (task.request().platform().isPresent() && !subject.platform().isBlank())
                warnings.add("the rows state their platform, so --platform was not used");
            if (task.request().label().isPresent() && !subject.configuration().isBlank())
                warnings.add("the rows state their configuration, so --label was not used");
            openSet(subject.set());
            writing.run(run);
            return run;
        }

        private void openSet(String written) {
            String known = sets.get(written);
            if (known != null) {
                writing.append(known);
                return;
            }
            Optional<String> asked = task.request().set();
            if (asked.isPresent() && !sets.isEmpty())
                throw new RingsideException(
                        content.name() + ", line " + line + ": the file holds more than one set ("
                                + (written.isBlank() ? "one without a name" : written) + " begins here)",
                        "import it without --set");
            String wanted = asked.orElse(written.isBlank() ? SetNames.fromFile(content.name()) : written);
            String name = asked.isPresent() ? wanted : task.free().apply(wanted);
            writing.set(new ResultSet(
                    name,
                    Origin.IMPORTED,
                    "Samples from " + content.name(),
                    Citation.NONE,
                    "",
                    Instant.now().truncatedTo(ChronoUnit.SECONDS),
                    ""));
            if (!name.equals(wanted)) warnings.add("a set named " + wanted + " was there already; this one is " + name);
            sets.put(written, name);
        }

        Outcome outcome() {
            if (columns == null)
                throw new RingsideException(content.name() + " is empty", "choose a file that has results");
            List<Reading.Skipped> skipped = skips.list();
            if (samples == 0)
                throw new RingsideException(
                        content.name() + " has no row that can be read"
                                + (skipped.isEmpty()
                                        ? ""
                                        : " (line " + skipped.getFirst().line() + ": "
                                                + skipped.getFirst().reason() + ")"),
                        "the rows must follow the header " + String.join(",", SampleRow.HEADER));
            var said = new ArrayList<>(warnings);
            said.addAll(skips.warnings());
            unmeasured.tell(writing).ifPresent(said::add);
            return new Outcome(
                    content.name(),
                    "csv",
                    sets.values().stream().sorted().toList(),
                    runs.size(),
                    samples,
                    skipped,
                    said);
        }
    }

    /** Where each column stands; -1 where an optional one is not there. */
    private static final class Columns {
        final int set;
        final int platform;
        final int configuration;
        final int benchmark;
        final int metric;
        final int unit;
        final int better;
        final int value;
        final int failure;
        final int repetition;
        final int parameters;
        final int started;
        private final int count;

        Columns(Map<String, Integer> found, int count) {
            set = found.getOrDefault("set", -1);
            platform = found.getOrDefault("platform", -1);
            configuration = found.getOrDefault("configuration", -1);
            benchmark = found.getOrDefault("benchmark", -1);
            metric = found.getOrDefault("metric", -1);
            unit = found.getOrDefault("unit", -1);
            better = found.getOrDefault("better", -1);
            value = found.getOrDefault("value", -1);
            failure = found.getOrDefault("failure", -1);
            repetition = found.getOrDefault("repetition", -1);
            parameters = found.getOrDefault("parameters", -1);
            started = found.getOrDefault(STARTED, -1);
            this.count = count;
        }

        int count() {
            return count;
        }
    }
}
