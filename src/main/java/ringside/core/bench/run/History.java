package ringside.core.bench.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has been measured of a session, as its journal has it. A run that failed or gave not all under an earlier start
 * is one that is missing: what it failed of, such as a full disk, may have been mended since. May be used by several threads.
 */
final class History {
    private final Settling settling;
    private final Map<Slot.Cell, List<Ran>> counted = new HashMap<>();
    private final Set<Ran> before = new HashSet<>();
    private final Map<Slot.Cell, Integer> warmUps = new HashMap<>();
    private final Set<Slot.Cell> skipped = new HashSet<>();
    private final Map<Slot.Cell, Boolean> open = new HashMap<>();
    private final List<String> notes = new ArrayList<>();
    private int runs;
    private boolean finished;

    History(Settling settling) {
        this.settling = settling;
    }

    static History of(Settling settling, List<Entry> entries) {
        var history = new History(settling);
        entries.forEach(history::add);
        history.forgive();
        return history;
    }

    private synchronized void forgive() {
        counted.values().stream()
                .flatMap(List::stream)
                .filter(ran -> !ran.isWhole())
                .forEach(before::add);
        open.clear();
    }

    synchronized void add(Entry entry) {
        switch (entry) {
            case Ran ran -> ran(ran);
            case Entry.Skipped(var subject, var measurement) -> skipped.add(new Slot.Cell(subject, measurement));
            case Entry.Expanded expanded -> {}
            case Entry.Noted(var time, var text) -> notes.add(text);
            case Entry.Finished ended -> finished = true;
        }
    }

    private void ran(Ran ran) {
        Slot.Cell cell = ran.slot().cell();
        if (ran.slot().warmUp()) {
            warmUps.merge(cell, 1, Integer::sum);
            return;
        }
        runs++;
        notes.removeIf(note -> ("; " + ran.note() + "; ").contains("; " + note + "; "));
        counted.computeIfAbsent(cell, c -> new ArrayList<>()).add(ran);
        open.remove(cell);
    }

    synchronized List<Ran> calls(Slot.Cell cell) {
        return List.copyOf(counted.getOrDefault(cell, List.of()));
    }

    synchronized int counted(Slot.Cell cell) {
        return counted.getOrDefault(cell, List.of()).size();
    }

    synchronized int warmUps(Slot.Cell cell) {
        return warmUps.getOrDefault(cell, 0);
    }

    synchronized boolean isSkipped(Slot.Cell cell) {
        return skipped.contains(cell);
    }

    /** Whether a further repetition is wanted. Asked often, and so remembered until the next one is there. */
    synchronized boolean isOpen(Slot.Cell cell) {
        return !skipped.contains(cell) && open.computeIfAbsent(cell, c -> settling.needsMore(tried(c)));
    }

    /** Of a cell's runs those that decide whether it is tried again. */
    private List<Ran> tried(Slot.Cell cell) {
        List<Ran> calls = counted.getOrDefault(cell, List.of());
        return before.isEmpty()
                ? calls
                : calls.stream().filter(ran -> !before.contains(ran)).toList();
    }

    /** Runs that a cell still wants at the least. */
    synchronized int missing(Slot.Cell cell) {
        return isOpen(cell)
                ? Math.max(1, settling.repetitions().atLeast() - tried(cell).size())
                : 0;
    }

    /** Runs that this start has made and that gave not all, as far as the cell has too few that did. */
    synchronized List<Ran> failed(Slot.Cell cell) {
        if (skipped.contains(cell)) return List.of();
        List<Ran> calls = tried(cell);
        long whole = calls.stream().filter(Ran::isWhole).count();
        return whole >= settling.repetitions().atLeast()
                ? List.of()
                : calls.stream().filter(ran -> !ran.isWhole()).toList();
    }

    /** What a person has noted and no run has yet; the next that counts takes it. */
    synchronized List<String> notes() {
        return List.copyOf(notes);
    }

    /** Whether all that the plan asks for was there once, which nothing takes back. */
    synchronized boolean isFinished() {
        return finished;
    }

    /** Counted ones of all subjects. */
    synchronized int runs() {
        return runs;
    }
}
