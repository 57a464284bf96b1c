package ringside.core.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringside.core.format.Intake.Found;
import ringside.core.format.Intake.Machine;
import ringside.core.format.PtsResult.Single;
import ringside.core.result.Metric;
import ringside.core.result.Parameters;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Value;

/** One result file of the Phoronix Test Suite on its way into the store. */
final class PtsFile {
    private static final int MOST_REMEMBERED = 50_000;
    private static final int MOST_ENTRIES = 1_000;
    private static final int MOST_CHARACTERS = 8 << 20;

    private final Parameters given;
    private final Intake intake;
    private final PtsMachines machines;

    private final Map<RunKey, Found> runs = new HashMap<>();
    private final Map<Metric, Metric> metrics = new HashMap<>();
    private final Map<String, Parent> parents = new HashMap<>();
    private final Map<String, Parent> titles = new HashMap<>();
    private final LongCounts repetitions = new LongCounts();
    /** How many results of one key a system has had so far. */
    private final LongCounts same = new LongCounts();

    /** What a system ran of a profile: what failed, was compiled otherwise or is there once more is a run of its own. */
    private record RunKey(Machine machine, String benchmark, String failure, String note) {}

    /** The result that another hangs on, and what that one is called: by its options, or, where it has none, its title. */
    private record Parent(String benchmark, String name) {
        static Parent of(PtsResult.Head result) {
            String name = !result.description().isEmpty()
                    ? result.description()
                    : (result.title() + " " + result.arguments()).strip();
            return new Parent(result.identifier(), name.isEmpty() ? result.identifier() : name);
        }
    }

    private record Entry(String identifier, String value, String raw, String json, int line) {}

    PtsFile(Parameters given, Intake intake) {
        this.given = given;
        this.intake = intake;
        machines = new PtsMachines(intake::warn);
    }

    void read(PtsXml xml) throws PtsXml.BreaksOff {
        if (xml.child() == null) return;
        for (String name; (name = xml.child()) != null; ) {
            switch (name) {
                case "System" -> machines.add(texts(xml));
                case "Result" -> result(xml);
                default -> xml.skip();
            }
        }
    }

    /** The children of the element that was entered last which are plain texts. */
    static Map<String, String> texts(PtsXml xml) throws PtsXml.BreaksOff {
        var texts = new HashMap<String, String>();
        for (String name; (name = xml.child()) != null; ) {
            String text = xml.text();
            if (texts.size() < 100) texts.putIfAbsent(name, text);
        }
        return texts;
    }

    private void result(PtsXml xml) throws PtsXml.BreaksOff {
        var texts = new HashMap<String, String>();
        var result = new OneResult();
        for (String name; (name = xml.child()) != null; ) {
            if (name.equals("Data")) result.data(xml, texts);
            else {
                String text = xml.text();
                if (texts.size() < 100) texts.putIfAbsent(name, text);
            }
        }
        result.flush(texts);
    }

    /** A Result element, whose entries wait until what they are results of is known, or until they are many. */
    private final class OneResult {
        private final List<Entry> waiting = new ArrayList<>();
        private final Map<String, Integer> occurrences = new HashMap<>();
        private int characters;
        private PtsResult.@Nullable Head head;
        private Parameters parameters = Parameters.NONE;
        private Optional<Parent> parent = Optional.empty();

        void data(PtsXml xml, Map<String, String> texts) throws PtsXml.BreaksOff {
            for (String name; (name = xml.child()) != null; ) {
                if (!name.equals("Entry")) {
                    xml.skip();
                    continue;
                }
                waiting.add(entry(xml));
                if (waiting.size() >= MOST_ENTRIES || characters > MOST_CHARACTERS) flush(texts);
            }
        }

        private Entry entry(PtsXml xml) throws PtsXml.BreaksOff {
            var texts = new HashMap<String, String>();
            int line = xml.line();
            for (String name; (name = xml.child()) != null; ) {
                if (name.equals("Value")) line = xml.line();
                String text = xml.text();
                if (texts.size() < 20) texts.putIfAbsent(name, text);
                characters += text.length();
            }
            return new Entry(
                    PtsMachines.name(texts.getOrDefault("Identifier", "")),
                    PtsResult.plain(texts.getOrDefault("Value", "")),
                    PtsResult.plain(texts.getOrDefault("RawString", "")),
                    texts.getOrDefault("JSON", ""),
                    line);
        }

        void flush(Map<String, String> texts) {
            if (waiting.isEmpty()) return;
            PtsResult.Head known = head;
            if (known == null) {
                head = known = PtsResult.Head.of(texts);
                settle(known);
            }
            for (Entry entry : waiting) take(known, entry);
            waiting.clear();
            characters = 0;
        }

        private void settle(PtsResult.Head known) {
            parent = parent(known);
            parameters = known.parameters();
            String above = parent.map(Parent::name).orElse(known.parent());
            if (!above.isEmpty()) parameters = parameters.with("parent", above);
            if (!known.hasDirection() && !known.isVerdict())
                intake.warn("of " + known.metric().name() + " the file does not say whether more or less is better: "
                        + known.directionTaken());
            if (known.identifier().isEmpty()) return;
            var own = Parent.of(known);
            if (parents.size() < MOST_REMEMBERED) parents.put(known.hash(), own);
            if (titles.size() < MOST_REMEMBERED) titles.put(known.title(), own);
        }

        private Optional<Parent> parent(PtsResult.Head known) {
            if (!known.parent().isEmpty()) return Optional.ofNullable(parents.get(known.parent()));
            return known.identifier().isEmpty() ? Optional.ofNullable(titles.get(known.title())) : Optional.empty();
        }

        private void take(PtsResult.Head known, Entry entry) {
            Machine machine = machine(entry.identifier());
            Map<String, String> json = PtsJson.texts(entry.json());
            String benchmark = known.identifier().isEmpty()
                    ? parent.map(Parent::benchmark).orElse("pts/no-profile")
                    : known.identifier();
            Optional<PtsOwn> own =
                    known.display().equals("BAR_GRAPH") || known.display().isEmpty()
                            ? PtsOwn.of(known, PtsSystem.cores(machine))
                            : Optional.empty();
            new OneEntry(known, entry, json, machine, own.map(PtsOwn::benchmark).orElse(benchmark), own).take();
        }

        private Machine machine(String identifier) {
            return machines.of(identifier, occurrences.merge(identifier, 1, Integer::sum) - 1);
        }

        /** What one system has of the result. */
        private final class OneEntry {
            private final PtsResult.Head known;
            private final Entry entry;
            private final Map<String, String> json;
            private final Machine machine;
            private final String benchmark;
            private final Optional<PtsOwn> own;
            /** 1, or more where the file has had this result of this system before. */
            private final int number;

            OneEntry(
                    PtsResult.Head known,
                    Entry entry,
                    Map<String, String> json,
                    Machine machine,
                    String benchmark,
                    Optional<PtsOwn> own) {
                this.known = known;
                this.entry = entry;
                this.json = json;
                this.machine = machine;
                this.benchmark = benchmark;
                this.own = own;
                number = 1 + same.add(known.key(machine.label()), 1);
                if (number > 1)
                    intake.warn("the file holds the result " + known.title() + " of " + machine.label()
                            + " more than once; what follows the first is numbered by the parameter "
                            + Parameters.RESULT_NUMBER);
            }

            void take() {
                String error = brief(PtsResult.plain(json.getOrDefault("error", "")));
                List<Single> values = PtsResult.values(known, entry.value(), entry.raw());
                if (known.display().equals("IMAGE_COMPARISON")) {
                    intake.skip(entry.line(), known.title() + " is a picture, not a number");
                } else if (values.isEmpty() && !entry.value().isBlank()) {
                    intake.skip(entry.line(), known.title() + " is no number (" + known.display() + ")");
                } else if (values.isEmpty()) {
                    String why = error.isEmpty() ? "the file has no value and no reason" : error;
                    sample(run(why), parameters(), 1 + repetitions(1), Value.missing(why));
                } else {
                    take(values, run(error.isEmpty() ? nothingMeasured(values) : error));
                }
            }

            /** Why not one of the values is a number; empty if one is. */
            private static String nothingMeasured(List<Single> values) {
                return values.stream().allMatch(one -> one.value() instanceof Value.Missing)
                                && values.getFirst().value() instanceof Value.Missing(String reason)
                        ? reason
                        : "";
            }

            private void take(List<Single> values, Found run) {
                boolean series = values.getFirst().index() > 0;
                Parameters all = entry.raw().isBlank() || series
                        ? parameters()
                        : parameters().with("reported", reported());
                String[] times = json.getOrDefault("test-run-times", "").split(":", -1);
                boolean timed = !series && times.length == values.size();
                int first = 1 + repetitions(series ? 1 : values.size());
                for (int i = 0; i < values.size(); i++) {
                    Single one = values.get(i);
                    Parameters own = all;
                    if (series) own = own.with("index", one.index());
                    if (timed && PrintedNumber.is(times[i].strip())) own = own.with("time_s", times[i].strip());
                    sample(run, own, series ? first : first + i, one.value());
                }
            }

            /** Where the values are converted, the tool's own figure bears its own unit. */
            private String reported() {
                boolean converted = own.isPresent() && own.get().factor() != 1;
                return converted ? entry.value() + " " + known.scale() : entry.value();
            }

            private int repetitions(int more) {
                return repetitions.add(known.key(machine.label()), more);
            }

            private Parameters parameters() {
                Parameters all = given.with(own.map(PtsOwn::parameters).orElse(parameters));
                return number == 1 ? all : all.with(Parameters.RESULT_NUMBER, number);
            }

            private void sample(Found run, Parameters all, int repetition, Value value) {
                Metric metric = own.map(PtsOwn::metric).orElseGet(known::metric);
                Value converted = own.isPresent() && value instanceof Value.Measured(double number)
                        ? Value.of(number * own.get().factor())
                        : value;
                intake.sample(
                        run,
                        new Sample(metrics.computeIfAbsent(metric, m -> m), all, repetition, converted, entry.line()));
            }

            private Found run(String failure) {
                String compiled = brief(json.getOrDefault("compiler-options", ""));
                var notes = new ArrayList<String>();
                if (number > 1) notes.add("result " + number + " of the same test on the same system");
                if (known.isSeries()) {
                    notes.add("a series whose x was not stored: index counts its values");
                    intake.warn("of lines such as " + known.metric().name()
                            + " the file has no x: the parameter index counts their values");
                }
                if (!compiled.isEmpty()) notes.add("compiled with " + compiled);
                if (own.isPresent() && own.get().factor() != 1)
                    notes.add("printed in " + known.scale() + ", times "
                            + own.get().factor() + " here");
                var key = new RunKey(machine, benchmark, failure, String.join("; ", notes));
                Found run = runs.get(key);
                if (run == null) {
                    Run.Outcome outcome = failure.isEmpty() ? Run.Outcome.COMPLETED : new Run.Outcome.Failed(failure);
                    run = new Found(machine, benchmark, List.of(), outcome, key.note());
                    runs.put(key, run);
                }
                return run;
            }
        }
    }

    private static String brief(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
