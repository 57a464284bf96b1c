package ringside.core.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ringside.core.format.Transcript.OpenRun;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.Value;

/**
 * The context-switch benchmark of Li, Ding and Shen (University of Rochester, ExpCS 2007). Two programs measure the
 * same work without and with switching; the cost of one switch is the difference of their best times. It is negative
 * where noise is larger than the switch.
 */
public final class ContextSwitch implements ToolFormat {
    @Override
    public String id() {
        return "context-switch";
    }

    @Override
    public String title() {
        return "Context switch benchmark (Li, Ding, Shen)";
    }

    @Override
    public boolean recognises(Head head) {
        return Signature.CONTEXT_SWITCH.names(head);
    }

    @Override
    public Reading read(List<Line> lines, Parameters given) {
        var sweep = new Sweep(new Transcript(given));
        lines.forEach(sweep::read);
        return sweep.finish();
    }

    private static final class Sweep {
        private static final Metric LATENCY = Metric.lower("latency", "us");

        /** The one line that local changes to the programs leave alone. */
        private static final Pattern RECORD = Pattern.compile(
                "measure(Single|Switch)\\w{0,20}: array_size = (\\d{1,15}), stride = (\\d{1,15}), min time[12] = (\\S{1,60})");

        private static final Pattern BROKEN_RECORD = Pattern.compile("measure(?:Single|Switch)\\w{0,20}: array_size =");
        private static final Pattern SINGLE_BEGINS = Pattern.compile("time1 without context swi");
        private static final Pattern SWITCH_BEGINS = Pattern.compile("time2 with context swi");

        private final Transcript transcript;
        private final Map<Point, Deque<Time>> singles = new HashMap<>();
        private @Nullable OpenRun run;
        private @Nullable Point last;
        private @Nullable Line switching;
        private int negative;

        private record Point(String arrayBytes, String strideBytes) {}

        private record Time(Line line, String printed) {}

        Sweep(Transcript transcript) {
            this.transcript = transcript;
        }

        void read(Line line) {
            String text = line.text();
            if (SINGLE_BEGINS.matcher(text).find()) abandonSwitch();
            if (SWITCH_BEGINS.matcher(text).find()) {
                abandonSwitch();
                switching = line;
            }
            Matcher found = RECORD.matcher(text);
            if (found.find()) {
                record(line, found);
            } else if (BROKEN_RECORD.matcher(text).find()) {
                transcript.skip(line, "a record that is cut or garbled");
            } else if (text.contains("stride is bigger than array_size")) {
                transcript.warn("where the stride is larger than the array, the access is sequential");
            }
        }

        private void record(Line line, Matcher found) {
            String printed = found.group(4);
            boolean single = found.group(1).equals("Single");
            if (single) abandonSwitch();
            else switching = null;
            if (PrintedNumber.value(printed) == null) {
                transcript.skip(line, "its time is not a number");
            } else if (PrintedNumber.mayBeCut(line, printed, 15)) {
                transcript.skip(line, "the output ends here, so digits may be missing");
            } else {
                var point = new Point(found.group(2), found.group(3));
                if (single) without(line, point, printed);
                else with(line, point, printed);
            }
        }

        private void without(Line line, Point point, String printed) {
            singles.computeIfAbsent(point, p -> new ArrayDeque<>()).addLast(new Time(line, printed));
            last = point;
        }

        private void with(Line line, Point point, String printed) {
            Deque<Time> waiting = singles.get(point);
            Time single = waiting == null ? null : waiting.pollFirst();
            if (single == null)
                transcript.skip(line, "no measureSingle record of the same array size and stride stands before it");
            else take(line, point, single.printed(), printed);
        }

        /** A measureSwitch that was stopped before its record leaves the measureSingle before it without a partner. */
        private void abandonSwitch() {
            Point point = last;
            if (switching != null && point != null) {
                Time single = singles.getOrDefault(point, new ArrayDeque<>()).pollLast();
                if (single != null) unpaired(single);
                last = null;
            }
            switching = null;
        }

        private void unpaired(Time single) {
            transcript.skip(single.line(), "no measureSwitch record of the same array size and stride follows it");
        }

        private void take(Line line, Point point, String time1, String time2) {
            Parameters printed = Parameters.of(
                    "array_bytes",
                    point.arrayBytes(),
                    "stride_bytes",
                    point.strideBytes(),
                    "time1_us",
                    time1,
                    "time2_us",
                    time2);
            // The benchmark switches between two processes; its output does not say so.
            if (transcript.given().get("processes") == null) printed = printed.with("processes", 2);
            Value value = cost(time1, time2);
            if (value instanceof Value.Measured(double cost) && cost < 0) negative++;
            run().take(LATENCY, printed, value, line);
        }

        private static Value cost(String time1, String time2) {
            if (!PrintedNumber.is(time1)) return Value.missing("time1 is printed as " + time1);
            if (!PrintedNumber.is(time2)) return Value.missing("time2 is printed as " + time2);
            double cost = PrintedNumber.decimal(time2)
                    .subtract(PrintedNumber.decimal(time1))
                    .doubleValue();
            return Double.isFinite(cost) ? Value.of(cost) : Value.missing("time2 - time1 is too large a number");
        }

        private OpenRun run() {
            OpenRun open = run;
            if (open == null) run = open = transcript.begin("context-switch");
            return open;
        }

        Reading finish() {
            boolean stopped = switching != null;
            abandonSwitch();
            singles.values().stream()
                    .flatMap(Deque::stream)
                    .sorted((one, other) ->
                            Integer.compare(one.line().number(), other.line().number()))
                    .forEach(this::unpaired);
            boolean waiting = singles.values().stream().anyMatch(times -> !times.isEmpty());
            if (stopped || waiting) run().incomplete("the sweep ends before the last measureSwitch record");
            if (negative > 0)
                run().note(negative + " negative: for these the noise was larger than the cost of a switch");
            return transcript.reading();
        }
    }
}
