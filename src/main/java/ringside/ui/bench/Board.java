package ringside.ui.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ringside.core.bench.Measurement;
import ringside.core.bench.run.Caution;
import ringside.core.bench.run.Event;
import ringside.core.bench.run.Session;
import ringside.core.bench.run.Slot;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Texts;

/**
 * What the events of a session add up to. Heard on threads that measure and read by the window when it has time: it keeps
 * no copy of what nobody looks at.
 */
final class Board implements Event.Listener {
    private static final int MOST_LINES = 200;
    private static final int MOST_NOTICES = 100;

    /**
     * A run that is under way, or the last one of its subject.
     *
     * @param lines what it has printed lately
     */
    record Running(
            Slot slot, String label, List<String> command, Instant since, Duration expected, List<String> lines) {}

    /**
     * Something to know about the session.
     *
     * @param advice may be empty
     */
    record Notice(Instant time, String text, String advice) {}

    /**
     * How often a doubt came up.
     *
     * @param last the latest of its kind
     */
    record Doubt(Caution last, int runs) {}

    /**
     * How it stands.
     *
     * @param left until the end, where that is known
     */
    record State(
            Optional<Session> session,
            List<Row> rows,
            List<Running> running,
            List<Doubt> doubts,
            List<Notice> notices,
            int done,
            int expected,
            Optional<Duration> left,
            boolean paused,
            Optional<Event.Finished> finished) {}

    private final Map<Slot, Live> live = new LinkedHashMap<>();
    private final Map<Integer, Map<String, Row.Cell>> cells = new TreeMap<>();
    private final Map<String, Doubt> doubts = new LinkedHashMap<>();
    private final Deque<Notice> notices = new ArrayDeque<>();
    private @Nullable Session session;
    private @Nullable Live last;
    private int done;
    private int expected;
    private @Nullable Duration left;
    private boolean paused;
    private Event.@Nullable Finished finished;
    private long version;
    private long asked;
    private long samples;

    private record Live(Event.RunStarted start, Deque<String> lines) {}

    @Override
    public synchronized void happened(Event event) {
        version++;
        switch (event) {
            case Event.Started started -> session = started.session();
            case Event.Expanded expanded -> expanded(expanded);
            case Event.Lacking lacking ->
                notice(lacking.time(), label(lacking.subject()) + ": " + lacking.problem(), lacking.remedy());
            case Event.RunStarted started -> started(started);
            case Event.Printed printed -> printed(printed);
            case Event.RunEnded ended -> ended(ended);
            case Event.Recalled recalled ->
                cell(recalled.slot()).ifPresent(cell -> {
                    cell.ended(recalled.outcome(), recalled.samples());
                    recalled.doubts().forEach(word -> cell.doubt(word, ""));
                    cell.counted();
                });
            case Event.Cautioned cautioned -> cautioned(cautioned);
            case Event.Settled settled ->
                cell(settled.subject(), settled.measurement()).ifPresent(cell -> cell.settled(settled.repetitions()));
            case Event.Skipped skipped -> {
                asked++;
                cell(skipped.subject(), skipped.measurement()).ifPresent(cell -> cell.at(Row.Stage.SKIPPED));
            }
            case Event.SubjectLost lost -> notice(lost.time(), lost(lost), lost.remedy());
            case Event.SubjectBack back -> notice(back.time(), Texts.of("bench.board.back", label(back.subject())), "");
            case Event.GuestPreparing guest -> preparing(guest);
            case Event.GuestStarted guest -> {}
            case Event.GuestRemoved guest -> {}
            case Event.CleanedUp cleaned -> notice(cleaned.time(), cleaned(cleaned), "");
            case Event.Paused now -> paused(true);
            case Event.Resumed now -> paused(false);
            case Event.Progressed now -> progressed(now);
            case Event.Noted noted -> {
                asked++;
                notice(noted.time(), Texts.of("bench.board.note", noted.text()), "");
            }
            case Event.Finished now -> finished(now);
        }
    }

    private void paused(boolean now) {
        asked++;
        paused = now;
    }

    private void expanded(Event.Expanded event) {
        var known = cells.computeIfAbsent(event.subject(), subject -> new LinkedHashMap<>());
        for (Measurement measurement : event.measurements())
            known.putIfAbsent(measurement.id(), new Row.Cell(event.subject(), label(event.subject()), measurement));
        done += event.done();
        Session under = session;
        if (under != null)
            expected += event.measurements().size() * under.plan().repetitions().atLeast();
    }

    private void started(Event.RunStarted event) {
        live.keySet().removeIf(slot -> slot.subject() == event.slot().subject());
        var run = new Live(event, new ArrayDeque<>());
        live.put(event.slot(), run);
        last = run;
        cell(event.slot()).ifPresent(cell -> cell.at(Row.Stage.RUNNING));
    }

    private void printed(Event.Printed event) {
        Live run = live.get(event.slot());
        if (run == null) return;
        run.lines().addLast(event.line());
        if (run.lines().size() > MOST_LINES) run.lines().removeFirst();
    }

    private void ended(Event.RunEnded event) {
        live.remove(event.slot());
        samples += event.samples().size();
        cell(event.slot()).ifPresent(cell -> {
            cell.ended(event.outcome(), event.samples());
            if (event.slot().warmUp()) cell.at(Row.Stage.WAITING);
            else cell.counted();
        });
        if (!event.outcome().reason().isEmpty())
            notice(
                    event.time(),
                    Texts.of(
                            "bench.board.failed",
                            event.slot().measurement(),
                            label(event.slot().subject()),
                            event.outcome().reason()),
                    "");
    }

    private void cautioned(Event.Cautioned event) {
        doubts.merge(
                event.caution().word(),
                new Doubt(event.caution(), 1),
                (before, now) -> new Doubt(now.last(), before.runs() + 1));
        cell(event.slot()).ifPresent(cell -> cell.doubt(event.caution().word(), words(event.caution())));
    }

    private static String words(Caution caution) {
        return ErrorPane.sentence(caution.text()) + " " + ErrorPane.sentence(caution.advice());
    }

    private void progressed(Event.Progressed now) {
        done = now.done();
        expected = now.expected();
        left = now.left();
    }

    private void finished(Event.Finished now) {
        live.clear();
        for (var measurements : cells.values())
            for (Row.Cell cell : measurements.values())
                if (cell.row().stage() == Row.Stage.RUNNING) cell.at(Row.Stage.WAITING);
        finished = now;
        now.remaining().forEach(text -> notice(now.time(), text, ""));
    }

    private String lost(Event.SubjectLost event) {
        String subject = label(event.subject());
        return event.again()
                .map(wait -> Texts.of("bench.board.lost-for-now", subject, event.problem(), Times.words(wait)))
                .orElseGet(() -> Texts.of("bench.board.lost", subject, event.problem()));
    }

    /** Each step has one notice, which says how far it is. */
    private void preparing(Event.GuestPreparing event) {
        String step = label(event.subject()) + ": " + event.step() + ", ";
        notices.removeIf(notice -> notice.text().startsWith(step));
        notice(event.time(), step + Math.round(event.share() * 100) + " %", "");
    }

    private String cleaned(Event.CleanedUp event) {
        return Texts.of("bench.board.cleaned", label(event.subject()), String.join(", ", event.what()));
    }

    private void notice(Instant time, String text, String advice) {
        notices.addFirst(new Notice(time, text, advice));
        if (notices.size() > MOST_NOTICES) notices.removeLast();
    }

    private String label(int subject) {
        Session known = session;
        return known == null ? Texts.of("bench.board.subject", subject) : known.label(subject);
    }

    private Optional<Row.Cell> cell(Slot slot) {
        return cell(slot.subject(), slot.measurement());
    }

    private Optional<Row.Cell> cell(int subject, String measurement) {
        return Optional.ofNullable(cells.getOrDefault(subject, Map.of()).get(measurement));
    }

    /** Another number whenever there is something new to show. */
    synchronized long version() {
        return version;
    }

    /** Another number whenever something has come of what a person did. */
    synchronized long asked() {
        return asked;
    }

    /** Whether a run is under way. */
    synchronized boolean isRunning() {
        return !live.isEmpty();
    }

    /** Samples so far: another number means that a curve has grown. */
    synchronized long samples() {
        return samples;
    }

    /** The benchmark and what is measured of it now, or was last. */
    synchronized Optional<Measurement> current() {
        Live run = last;
        return run == null
                ? Optional.empty()
                : cell(run.start().slot()).map(cell -> cell.row().measurement());
    }

    synchronized State state() {
        var rows = new ArrayList<Row>();
        cells.values().forEach(cell -> cell.values().forEach(one -> rows.add(one.row())));
        var running = new ArrayList<Running>();
        live.values().forEach(run -> running.add(running(run)));
        if (running.isEmpty() && last != null) running.add(running(last));
        return new State(
                Optional.ofNullable(session),
                rows,
                running,
                List.copyOf(doubts.values()),
                List.copyOf(notices),
                done,
                Math.max(expected, done),
                Optional.ofNullable(left),
                paused,
                Optional.ofNullable(finished));
    }

    private Running running(Live run) {
        Event.RunStarted start = run.start();
        return new Running(
                start.slot(),
                label(start.slot().subject()),
                start.command(),
                start.time(),
                start.expected(),
                List.copyOf(run.lines()));
    }
}
