package ringside.core.bench.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ringside.core.Progress;
import ringside.core.bench.Measurement;
import ringside.core.bench.Plan;
import ringside.core.bench.Programs;
import ringside.core.bench.plan.Estimate;
import ringside.core.result.Configuration;

/** A session that is being measured: what all its machines share. Used by a thread for each machine. */
final class Going {
    private final Session session;
    private final SessionFolder folder;
    private final Journal journal;
    private final History history;
    private final Settling settling;
    private final Ledger ledger;
    private final Teller teller;
    private final Map<Integer, Sweep> sweeps = new HashMap<>();
    private final Set<Integer> unguarded = new HashSet<>();
    private final Map<Integer, String> aside = new LinkedHashMap<>();
    private Duration starting = Duration.ZERO;
    private int starts;

    /** The measurements of a subject. */
    private record Sweep(
            Configuration configuration,
            Programs programs,
            long memory,
            Map<String, Measurement> measurements,
            Estimate estimate) {}

    Going(Session session, SessionFolder folder, Journal journal, List<Entry> before, Ledger ledger, Teller teller) {
        this.session = session;
        this.folder = folder;
        this.journal = journal;
        this.ledger = ledger;
        this.teller = teller;
        settling = new Settling(session.plan().repetitions());
        history = History.of(settling, before);
        for (Entry entry : before) if (entry instanceof Entry.Expanded expanded) know(expanded);
        putMissing(before);
        settleKnown();
    }

    /** What was skipped, or measured to its end, under an earlier start takes no more time. */
    private void settleKnown() {
        sweeps.forEach((subject, sweep) -> sweep.measurements().forEach((id, measurement) -> {
            if (!history.isOpen(new Slot.Cell(subject, id))) sweep.estimate().settled(measurement);
        }));
    }

    /** A process that was killed may have journalled what it had not put into the result set yet. */
    private void putMissing(List<Entry> before) {
        for (Entry entry : before) {
            if (!(entry instanceof Ran ran)) continue;
            Sweep sweep = sweep(ran.slot().subject());
            Measurement measurement = sweep.measurements().get(ran.slot().measurement());
            if (measurement != null) sweep.estimate().took(measurement, ran.took());
            teller.tell(() -> {
                ledger.put(ran, sweep.configuration());
                return null;
            });
        }
    }

    private synchronized void know(Entry.Expanded expanded) {
        var measurements = new LinkedHashMap<String, Measurement>();
        for (Measurement one : folder.measurements(expanded.sha256())) measurements.put(one.id(), one);
        sweeps.put(
                expanded.subject(),
                new Sweep(
                        expanded.configuration(),
                        new Programs(expanded.programs()),
                        expanded.memory(),
                        measurements,
                        new Estimate(session.plan().repetitions(), List.copyOf(measurements.values()))));
    }

    private synchronized Sweep sweep(int subject) {
        Sweep sweep = sweeps.get(subject);
        if (sweep == null) throw new IllegalStateException("the plan is not expanded for subject " + subject);
        return sweep;
    }

    synchronized boolean isExpanded(int subject) {
        return sweeps.containsKey(subject);
    }

    void expanded(int subject, Configuration configuration, Programs programs, List<Measurement> sweep, Size size) {
        String sha = folder.keepMeasurements(sweep);
        var entry = new Entry.Expanded(subject, configuration, programs.paths(), sha, size.cores(), size.memory());
        journal.add(entry);
        know(entry);
    }

    /** What a sweep is made for. */
    record Size(int cores, long memory) {}

    void tellExpanded(int subject) {
        Sweep sweep = sweep(subject);
        int done = sweep.measurements().keySet().stream()
                .mapToInt(id -> history.counted(new Slot.Cell(subject, id)))
                .sum();
        tell(new Event.Expanded(
                Instant.now(), subject, List.copyOf(sweep.measurements().values()), done));
        sweep.measurements().keySet().forEach(id -> tellKnown(new Slot.Cell(subject, id)));
    }

    private void tellKnown(Slot.Cell cell) {
        for (Ran ran : history.calls(cell))
            tell(new Event.Recalled(ran.ended(), ran.slot(), ran.run(), ran.outcome(), ran.samples(), ran.cautions()));
        tellClosed(cell);
    }

    /** What an earlier start has measured to its end, or a person has skipped, is known as such from the beginning. */
    private void tellClosed(Slot.Cell cell) {
        if (history.isSkipped(cell)) tell(new Event.Skipped(Instant.now(), cell.subject(), cell.measurement()));
        else if (!history.isOpen(cell))
            tell(new Event.Settled(Instant.now(), cell.subject(), cell.measurement(), history.counted(cell)));
    }

    /** Waits until what was measured is in the result set and told. */
    void awaitTold() throws InterruptedException {
        teller.await();
    }

    void tell(Event event) {
        teller.tell(event);
    }

    Session session() {
        return session;
    }

    Programs programs(int subject) {
        return sweep(subject).programs();
    }

    Measurement measurement(Slot slot) {
        Measurement known = sweep(slot.subject()).measurements().get(slot.measurement());
        if (known == null) throw new IllegalStateException("no measurement is called " + slot.measurement());
        return known;
    }

    List<Measurement> measurements(int subject) {
        return List.copyOf(sweep(subject).measurements().values());
    }

    long memory(int subject) {
        return sweep(subject).memory();
    }

    /** The next run of a machine's subjects that can be reached. */
    Optional<Slot> next(List<Integer> subjects) {
        var wanted = new HashMap<Integer, Set<String>>();
        for (int subject : subjects)
            if (isExpanded(subject) && !isAside(subject))
                wanted.put(
                        subject,
                        new LinkedHashSet<>(sweep(subject).measurements().keySet()));
        boolean oneByOne = subjects.stream()
                .anyMatch(subject -> session.subjects().get(subject).guest().isPresent());
        return new Schedule(session.seed(), session.plan().repetitions(), wanted, oneByOne).next(history);
    }

    List<Ran> calls(Slot.Cell cell) {
        return history.calls(cell);
    }

    /** Runs of the same measurement on any subject. */
    List<Ran> callsAnywhere(String measurement) {
        var calls = new ArrayList<Ran>();
        for (int subject = 0; subject < session.subjects().size(); subject++)
            calls.addAll(history.calls(new Slot.Cell(subject, measurement)));
        return calls;
    }

    /** Keeps what was measured: on the disk first, then in the result set, and only then it is told. */
    void ran(Ran ran, byte[] printed, List<Caution> cautions) {
        if (printed.length > 0) folder.keepRaw(printed);
        journal.add(ran);
        history.add(ran);
        Sweep sweep = sweep(ran.slot().subject());
        teller.tell(() -> new Event.RunEnded(
                Instant.now(),
                ran.slot(),
                ran.run(),
                ran.outcome(),
                ran.took(),
                ledger.put(ran, sweep.configuration())));
        for (Caution caution : cautions) tell(new Event.Cautioned(Instant.now(), ran.slot(), false, caution));
        settle(ran, sweep);
    }

    private void settle(Ran ran, Sweep sweep) {
        Slot.Cell cell = ran.slot().cell();
        Measurement measurement = measurement(ran.slot());
        boolean open = history.isOpen(cell);
        synchronized (this) {
            sweep.estimate().took(measurement, ran.took());
            if (!open) sweep.estimate().settled(measurement);
        }
        if (!open && !ran.slot().warmUp()) {
            List<Ran> calls = history.calls(cell);
            for (Caution caution : settling.cautions(calls))
                tell(new Event.Cautioned(Instant.now(), ran.slot(), true, caution));
            tell(new Event.Settled(Instant.now(), cell.subject(), cell.measurement(), calls.size()));
        }
        tell(progressed());
    }

    void skip(Slot slot) {
        var entry = new Entry.Skipped(slot.subject(), slot.measurement());
        journal.add(entry);
        history.add(entry);
        synchronized (this) {
            sweep(slot.subject()).estimate().settled(measurement(slot));
        }
        tell(new Event.Skipped(Instant.now(), slot.subject(), slot.measurement()));
    }

    /** Whoever notes something does not wait for the disk. */
    void noted(String text) {
        var noted = new Entry.Noted(Instant.now(), text);
        teller.tell(() -> {
            journal.add(noted);
            history.add(noted);
            return new Event.Noted(noted.time(), text);
        });
    }

    /** What a person has noted and no run has yet. */
    String notes() {
        return String.join("; ", history.notes());
    }

    /** Machines measure at the same time: the one that takes longest decides. */
    private synchronized Event.Progressed progressed() {
        var left = new HashMap<String, Duration>();
        sweeps.forEach((subject, sweep) -> {
            if (!aside.containsKey(subject))
                left.merge(
                        session.subjects().get(subject).machine(),
                        sweep.estimate().left().plus(startsLeft(subject, sweep)),
                        Duration::plus);
        });
        Duration longest = left.values().stream().max(Duration::compareTo).orElse(Duration.ZERO);
        return new Event.Progressed(Instant.now(), history.runs(), history.runs() + missing(), longest);
    }

    /** Hears how far the start of a guest is; of what takes its time every tenth is told. */
    Progress preparing(int subject) {
        var told = new HashMap<String, Integer>();
        return (step, share) -> {
            if (Double.isNaN(share)) return;
            int tenth = (int) (share * 10);
            Integer before = told.put(step, tenth);
            if (before == null || before < tenth)
                tell(new Event.GuestPreparing(Instant.now(), subject, step, tenth / 10.0));
        };
    }

    synchronized void guestStarted(int subject, Duration took) {
        starting = starting.plus(took);
        starts++;
        tell(new Event.GuestStarted(Instant.now(), subject, took));
    }

    /** A guest is started for each repetition that is still to come, in the time it has taken on the average. */
    private Duration startsLeft(int subject, Sweep sweep) {
        if (starts == 0 || session.subjects().get(subject).guest().isEmpty()) return Duration.ZERO;
        int blocks = sweep.measurements().keySet().stream()
                .mapToInt(measurement -> history.missing(new Slot.Cell(subject, measurement)))
                .max()
                .orElse(0);
        return starting.dividedBy(starts).multipliedBy(blocks);
    }

    /** Runs that are still wanted at the least. */
    synchronized int missing() {
        int missing = 0;
        for (var subject : sweeps.entrySet())
            for (String measurement : subject.getValue().measurements().keySet())
                missing += history.missing(new Slot.Cell(subject.getKey(), measurement));
        return missing;
    }

    /** Nothing keeps another Ringside from the subject's host. */
    synchronized void unguarded(int subject) {
        unguarded.add(subject);
    }

    synchronized boolean isUnguarded(int subject) {
        return unguarded.contains(subject);
    }

    synchronized void setAside(int subject, String why) {
        aside.put(subject, why);
    }

    synchronized boolean isAside(int subject) {
        return aside.containsKey(subject);
    }

    /** What the plan asks for and is not there, for people. */
    synchronized List<String> remaining() {
        var remaining = new ArrayList<String>();
        for (int subject = 0; subject < session.subjects().size(); subject++) {
            String why = aside.get(subject);
            if (why != null) remaining.add(session.label(subject) + ": " + why);
            else remaining.addAll(lacking(subject));
            remaining.addAll(failed(subject));
            if (why == null && !sweeps.containsKey(subject))
                remaining.add(session.label(subject) + ": nothing was measured");
        }
        int missing = missing();
        if (missing > 0) remaining.add("at least " + missing + " runs are still to be made");
        return remaining;
    }

    /** By benchmark: a tool that fails does so at many points. */
    private List<String> failed(int subject) {
        var failed = new LinkedHashMap<String, List<Ran>>();
        for (String measurement : measurementsOf(subject))
            for (Ran ran : history.failed(new Slot.Cell(subject, measurement)))
                failed.computeIfAbsent(ran.benchmark(), benchmark -> new ArrayList<>())
                        .add(ran);
        return failed.entrySet().stream()
                .map(one -> "%s: %s of %s did not give all (%s); when the session goes on such runs are made again"
                        .formatted(
                                session.label(subject),
                                one.getValue().size() == 1
                                        ? "a run"
                                        : one.getValue().size() + " runs",
                                one.getKey(),
                                one.getValue().getLast().outcome().reason()))
                .toList();
    }

    private Set<String> measurementsOf(int subject) {
        Sweep sweep = sweeps.get(subject);
        return sweep == null ? Set.of() : sweep.measurements().keySet();
    }

    private List<String> lacking(int subject) {
        Sweep sweep = sweeps.get(subject);
        if (sweep == null) return List.of();
        return session.plan().stages().stream()
                .map(Plan.Stage::benchmark)
                .distinct()
                .filter(session.subjects().get(subject)::isMeasuredBy)
                .filter(benchmark -> sweep.measurements().values().stream()
                        .noneMatch(measurement -> measurement.benchmark().equals(benchmark)))
                .map(benchmark ->
                        session.label(subject) + ": " + benchmark + " was not measured, it lacks programs or room")
                .toList();
    }

    synchronized boolean isComplete() {
        for (int subject = 0; subject < session.subjects().size(); subject++)
            if (!isExpanded(subject) || !failed(subject).isEmpty()) return false;
        return missing() == 0;
    }

    void finished(boolean cancelled) {
        boolean complete = isComplete();
        if (complete) journal.add(new Entry.Finished(Instant.now()));
        tell(new Event.Finished(Instant.now(), complete, cancelled, remaining()));
    }
}
