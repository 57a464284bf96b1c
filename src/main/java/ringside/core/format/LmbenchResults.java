package ringside.core.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ringside.core.format.Transcript.OpenRun;
import ringside.core.result.Parameters;

/** A whole results file of LMbench, or several, and the summary tables that {@code make see} makes of them. */
public final class LmbenchResults implements ToolFormat {
    private static final Pattern BANNER = Pattern.compile("\\[lmbench[0-9a-z.-]{0,16} results for (.{0,400})");

    @Override
    public String id() {
        return "lmbench-results";
    }

    @Override
    public String title() {
        return "LMbench results file or summary";
    }

    @Override
    public boolean recognises(Head head) {
        return Signature.LMBENCH_RESULTS.names(head);
    }

    @Override
    public Reading read(List<Line> lines, Parameters given) {
        var transcript = new Transcript(given);
        var summary = new LmbenchSummary(transcript);
        ResultsFile file = null;
        for (Line line : lines) {
            Matcher banner = BANNER.matcher(line.text());
            if (banner.find()) {
                if (file != null) file.finish();
                file = new ResultsFile(transcript, banner.group(1));
            } else if (file != null && !file.isClosed()) {
                file.read(line);
            } else {
                summary.read(line);
            }
        }
        if (file != null) file.finish();
        summary.finish();
        return transcript.reading();
    }

    /** One results file: a header in brackets, the results, and a date in brackets. */
    private static final class ResultsFile implements LmbenchTables.Runs {
        private static final Pattern ENTRY = Pattern.compile("^\\[([A-Z_]{1,40}): ?(.{0,400}?)\\]?$");
        private static final Pattern DATE = Pattern.compile(
                "^\\[(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([A-Z][a-z]{2}) +(\\d{1,2}) (\\d\\d:\\d\\d:\\d\\d) (\\w{1,6}) (\\d{4})\\]\\s*$");

        /** Whatever the language of the date. */
        private static final Pattern CLOCK = Pattern.compile("^\\[[^:]{3,60}\\b\\d{1,2}:\\d\\d:\\d\\d\\b");

        private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d(?!\\d)");
        private static final DateTimeFormatter WHEN = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern("MMM d HH:mm:ss yyyy z")
                .toFormatter(Locale.ENGLISH);

        private final Transcript transcript;
        private final LmbenchTables tables;
        private final Map<String, OpenRun> runs = new HashMap<>();
        private final String uname;
        private String host = "";
        private @Nullable Instant started;
        private Optional<String> processes = Optional.empty();
        private boolean measuring;
        private boolean closed;

        ResultsFile(Transcript transcript, String uname) {
            this.transcript = transcript;
            this.tables = new LmbenchTables(transcript, this, true);
            this.uname = uname.strip();
            String[] words = this.uname.split("\\s+", 3);
            if (words.length > 1) host = words[1];
        }

        boolean isClosed() {
            return closed;
        }

        void read(Line line) {
            if (line.text().startsWith("[")) header(line.text());
            else if (tables.read(line) && !line.text().isBlank()) measuring = true;
        }

        private void header(String text) {
            if (CLOCK.matcher(text).find() && YEAR.matcher(text).find()) {
                if (measuring) closed = true;
                else if (started == null) started = instant(text);
                return;
            }
            Matcher entry = ENTRY.matcher(text);
            if (!entry.find()) return;
            if (entry.group(1).equals("HOSTNAME") && !entry.group(2).isBlank()) host = entry.group(2);
            if (entry.group(1).equals("SYNC_MAX") && entry.group(2).matches("[1-9]\\d{0,5}"))
                processes = Optional.of(entry.group(2));
        }

        /** Only a zone that everyone reads alike makes an instant of it. */
        private static @Nullable Instant instant(String text) {
            Matcher date = DATE.matcher(text);
            if (!date.find()) return null;
            if (!date.group(4).equals("UTC") && !date.group(4).equals("GMT")) return null;
            String when = "%s %s %s %s UTC".formatted(date.group(1), date.group(2), date.group(3), date.group(5));
            try {
                return ZonedDateTime.parse(when, WHEN).toInstant();
            } catch (DateTimeException notADate) {
                return null;
            }
        }

        void finish() {
            tables.finish();
            if (!closed && runs.isEmpty()) run(LmbenchBlock.OTHER);
            for (OpenRun run : runs.values()) {
                if (!closed) run.incomplete("the results file ends before its closing date");
            }
        }

        private OpenRun run(String benchmark) {
            return runs.computeIfAbsent(benchmark, id -> {
                OpenRun run = transcript.begin(id);
                run.host(host);
                if (started != null) run.started(started);
                run.note("LMbench on " + uname.replace("]", ""));
                return run;
            });
        }

        @Override
        public OpenRun scalar() {
            return run(LmbenchBlock.OTHER);
        }

        @Override
        public OpenRun table(LmbenchBlock block) {
            return run(block.benchmark());
        }

        @Override
        public Parameters known(String benchmark) {
            if (!benchmark.equals(LmbenchBlock.MEMORY) || processes.isEmpty()) return Parameters.NONE;
            Parameters known = Parameters.of("processes", processes.get());
            return transcript.given().get("cores") == null ? known.with("cores", processes.get()) : known;
        }
    }
}
