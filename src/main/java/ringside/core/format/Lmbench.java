package ringside.core.format;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ringside.core.format.Transcript.OpenRun;
import ringside.core.result.Parameters;
import ringside.core.result.Value;

/**
 * What single programs of LMbench print: {@code lat_ctx}, {@code lat_mem_rd}, {@code bw_mem} and the others, captured
 * from a terminal or a log. {@code bw_mem} prints two bare numbers: what they measure is known from a command line in
 * the text, or has to be stated.
 */
public final class Lmbench implements ToolFormat {
    @Override
    public String id() {
        return "lmbench";
    }

    @Override
    public String title() {
        return "LMbench programs (lat_ctx, bw_mem, lat_mem_rd ...)";
    }

    @Override
    public boolean recognises(Head head) {
        return Signature.LMBENCH.names(head);
    }

    @Override
    public Reading read(List<Line> lines, Parameters given) {
        var snippets = new Snippets(new Transcript(given));
        lines.forEach(snippets::read);
        return snippets.finish();
    }

    private static final class Snippets implements LmbenchTables.Runs {
        private static final Pattern PROMPT =
                Pattern.compile("^(?:\\++ |[$#%] |\\S{0,80}[\\w~)/][$#%>] |\\[[^\\]]{1,80}\\][$#] )\\S");
        private static final Pattern BANDWIDTH = Pattern.compile(
                "^\\s*(0\\.\\d{6}|[1-9]\\d{0,11}\\.\\d\\d)\\s+(0\\.\\d{6}|[1-9]\\d{0,11}\\.\\d\\d|[+-]?(?:nan|inf))\\s*$");
        private static final Pattern BROKEN_BANDWIDTH = Pattern.compile("^\\s*\\d{1,12}\\.\\d{1,20}(?:\\s.{0,60})?$");
        private static final Pattern RANDOM_LOADS =
                Pattern.compile("(?:^|[\\s/])lat_mem_rd\\s(?:-\\S+\\s+(?:\\d+\\s+)?){0,6}-t\\b");

        private final Transcript transcript;
        private final LmbenchTables tables;
        private @Nullable OpenRun others;
        private @Nullable OpenRun stated;
        private @Nullable Call call;

        /** A bw_mem command whose rows are awaited. */
        private static final class Call {
            final Line line;
            final List<BwMemCommand> commands;

            @Nullable
            OpenRun run;

            Call(Line line, List<BwMemCommand> commands) {
                this.line = line;
                this.commands = commands;
            }

            BwMemCommand command() {
                return commands.getFirst();
            }
        }

        Snippets(Transcript transcript) {
            this.transcript = transcript;
            this.tables = new LmbenchTables(transcript, this, false);
        }

        void read(Line line) {
            List<BwMemCommand> commands = BwMemCommand.in(line.text());
            boolean prompt = PROMPT.matcher(line.text()).lookingAt();
            if (!commands.isEmpty()) {
                tables.finish();
                called(new Call(line, commands));
            } else if (prompt) {
                tables.finish();
                tables.expectRandomLoads(RANDOM_LOADS.matcher(line.text()).find());
                endCall();
            } else if (!tables.read(line)) {
                bandwidth(line);
            }
        }

        Reading finish() {
            tables.finish();
            endCall();
            return transcript.reading();
        }

        /** The same command again, as a prompt and then the shell's trace show it, is one command. */
        private void called(Call next) {
            Call known = call;
            if (known == null || known.run != null || !isSame(known.command(), next.command())) endCall();
            call = next;
        }

        private static boolean isSame(BwMemCommand one, BwMemCommand other) {
            return one.operation().equals(other.operation())
                    && one.processes() == other.processes()
                    && (one.bytes().equals(other.bytes()) || one.bytes().isEmpty());
        }

        private void endCall() {
            Call ended = call;
            call = null;
            if (ended != null && ended.run == null && ended.commands.size() == 1)
                transcript.skip(ended.line, "this bw_mem command printed no result");
        }

        private void bandwidth(Line line) {
            Matcher row = BANDWIDTH.matcher(line.text());
            if (row.find()) bandwidth(line, row.group(1), row.group(2));
            else if (isExpected() && BROKEN_BANDWIDTH.matcher(line.text()).find())
                transcript.skip(line, "not a whole line of bw_mem");
        }

        private boolean isExpected() {
            return call != null || transcript.given().get("operation") != null;
        }

        private void bandwidth(Line line, String size, String printed) {
            Parameters row = LmbenchBlock.Column.SIZE_BYTES.of(size);
            Value value = PrintedNumber.value(printed);
            Call known = call;
            if (row == null || value == null) {
                transcript.skip(line, "not a whole line of bw_mem");
            } else if (known == null) {
                statedBandwidth(line, row, value);
            } else if (known.commands.size() > 1) {
                transcript.skip(
                        line,
                        "several bw_mem commands stand in line %s; which of them printed this is not known"
                                .formatted(known.line.number()));
            } else if (!known.command().printsSize(size)) {
                transcript.skip(line, "its size is not that of the bw_mem command in line " + known.line.number());
            } else {
                runOf(known).take(LmbenchBlock.BANDWIDTH, asCalled(known.command(), row), value, line);
            }
        }

        private static Parameters sized(BwMemCommand command, Parameters row) {
            return command.bytes().isEmpty()
                    ? row
                    : Parameters.of("size_bytes", command.bytes().getAsLong());
        }

        private Parameters asCalled(BwMemCommand command, Parameters row) {
            return withCores(command.printed().with(sized(command, row)));
        }

        private OpenRun runOf(Call known) {
            OpenRun run = known.run;
            if (run == null) {
                known.run = run = transcript.begin(LmbenchBlock.MEMORY);
                run.command(known.command().words());
            }
            return run;
        }

        private void statedBandwidth(Line line, Parameters row, Value value) {
            String operation = transcript.given().get("operation");
            if (operation == null) {
                transcript.skip(
                        line,
                        "two bare numbers: if bw_mem printed them, state its operation, as in --param operation=rd");
            } else if (!BwMemCommand.OPERATIONS.contains(operation)) {
                transcript.skip(
                        line,
                        "\"%s\" is not an operation of bw_mem: rd wr rdwr cp frd fwr fcp bzero bcopy"
                                .formatted(operation));
            } else {
                OpenRun run = stated;
                if (run == null) stated = run = transcript.begin(LmbenchBlock.MEMORY);
                run.take(LmbenchBlock.BANDWIDTH, withCores(row), value, line);
            }
        }

        /** As many cores as processes, unless the caller states another number. */
        private Parameters withCores(Parameters printed) {
            if (transcript.given().get("cores") != null) return printed;
            String processes = transcript.given().with(printed).get("processes");
            return processes == null ? printed : printed.with("cores", processes);
        }

        @Override
        public OpenRun scalar() {
            OpenRun run = others;
            if (run == null) others = run = transcript.begin(LmbenchBlock.OTHER);
            return run;
        }

        @Override
        public OpenRun table(LmbenchBlock block) {
            return transcript.begin(block.benchmark());
        }

        @Override
        public Parameters known(String benchmark) {
            return benchmark.equals(LmbenchBlock.MEMORY) ? withCores(Parameters.NONE) : Parameters.NONE;
        }
    }
}
