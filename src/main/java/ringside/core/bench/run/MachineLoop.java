package ringside.core.bench.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.bench.Measurement;
import ringside.core.bench.Plan;
import ringside.core.host.Shell;

/** Measures the subjects of one machine, one run at a time, on the thread that calls it. */
final class MachineLoop {
    /** A guest that is lost in one run so often is taken to die of it. */
    private static final int MOST_LOST = 2;

    /** A guest that does not start is tried this much oftener. */
    private static final int MORE_STARTS = 1;

    private final Going going;
    private final Map<Integer, Way> ways;
    private final Preparing preparing;
    private final Controls controls;
    private final Ground ground;
    private final Map<Slot, Integer> lost = new HashMap<>();

    /** The block that the guest which is there was started for. */
    private int block;

    /** @param ways to the machine's subjects, those that could be opened */
    MachineLoop(Going going, Map<Integer, Way> ways, Preparing preparing, Controls controls, Ground ground) {
        this.going = going;
        this.ways = ways;
        this.preparing = preparing;
        this.controls = controls;
        this.ground = ground;
    }

    /** Until nothing is wanted any more, or all is cancelled. */
    void run() throws InterruptedException {
        while (controls.awaitGo()) {
            Optional<Slot> next = going.next(List.copyOf(ways.keySet()));
            if (next.isEmpty()) return;
            fill(next.get());
            if (isHere()) going.awaitTold(); // nothing of ours may work beside the next run
        }
    }

    private boolean isHere() {
        return ways.values().stream().anyMatch(way -> way.target().target().isHere());
    }

    private void fill(Slot slot) throws InterruptedException {
        Way way = way(slot);
        Optional<RingsideException> lost = Optional.empty();
        try (Controls.Skippable ignored = controls.skippable()) {
            leaveOthers(way, slot.warmUp() ? 1 : slot.repetition());
            lost = tried(slot, way);
        } catch (Progress.Cancelled e) {
            Thread.interrupted(); // what is left to do must not be stopped as well
            way.clean();
            if (controls.isCancelled()) throw new InterruptedException();
            going.skip(slot);
        }
        if (lost.isPresent()) reopen(way, lost.get());
    }

    /** @return why the way is lost, if it is */
    private Optional<RingsideException> tried(Slot slot, Way way) {
        try {
            if (way.isTemporary() && !way.isOpen()) open(way);
            measure(slot, way);
            return Optional.empty();
        } catch (RingsideException e) {
            if (way.isOpen()) throw e;
            return Optional.of(e);
        }
    }

    /**
     * Of the guests that are started to be measured one is there at a time, and none while anything else is measured.
     *
     * @throws RingsideException if one cannot be removed: it would work beside all that is measured on the machine
     */
    private void leaveOthers(Way way, int wanted) {
        for (Way other : ways.values()) {
            if (!other.isInside() || (other == way && block == wanted)) continue;
            leave(other);
            going.tell(new Event.GuestRemoved(Instant.now(), other.subject()));
        }
        block = wanted;
    }

    /** A host that is out of reach is waited for: the guest may run there still. */
    private void leave(Way way) {
        for (Duration wait : ground.waits()) {
            try {
                way.leave();
                return;
            } catch (RingsideException e) {
                if (way.answers()) break;
                tellLost(way, e, Optional.of(wait));
            }
            Progress.pause(wait);
        }
        way.leave();
    }

    private void tellLost(Way way, RingsideException why, Optional<Duration> again) {
        going.tell(new Event.SubjectLost(Instant.now(), way.subject(), why.problem(), why.remedy(), again));
    }

    private void open(Way way) {
        long began = System.nanoTime();
        Way.Opened opened = way.open(going.preparing(way.subject()));
        if (!opened.leftBehind().isEmpty())
            going.tell(new Event.CleanedUp(Instant.now(), way.subject(), opened.leftBehind()));
        preparing.restore(opened.shell(), way.folder());
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        if (way.isTemporary()) going.guestStarted(way.subject(), took);
    }

    private Way way(Slot slot) {
        Way way = ways.get(slot.subject());
        if (way == null) throw new IllegalStateException("no way to subject " + slot.subject());
        return way;
    }

    private void measure(Slot slot, Way way) {
        Measurement measurement = going.measurement(slot);
        Plan plan = going.session().plan();
        List<String> command = plan.affinity().command(measurement);
        // What a host does in so much time an emulated guest does not
        boolean known = !way.isTemporary() && measurement.limit().compareTo(plan.longest()) < 0;
        Duration limit = known ? measurement.limit() : plan.longest();
        var format = preparing.benchmark(measurement.benchmark()).format(going.programs(slot.subject()));
        Optional<Shell> beneath = way.isTemporary() ? Optional.of(way.host()) : Optional.empty();
        var execution = new Execution(way.shell(), beneath, measurement, format, command, limit);
        going.tell(new Event.RunStarted(Instant.now(), slot, command, measurement.expected()));
        if (isHere()) awaitTold();
        var lines = new Lines((error, line) -> going.tell(new Event.Printed(Instant.now(), slot, error, line)));
        String name = name(slot);
        Execution.Done done;
        try {
            done = execution.run(slot, name, way.folder() + "/run-" + name, way.mark(), lines, controls);
        } catch (RingsideException e) {
            if (!way.isOpen() && !diesOfIt(slot, way)) throw e;
            clean(way); // a connection that is being lost shows it here: then the run is not one that has failed
            done = execution.failed(slot, name, e.problem());
        }
        try {
            keep(slot, measurement, done);
        } finally {
            if (!done.clean()) clean(way); // which may fail, or be cancelled: the run is kept by then
        }
    }

    /** Nor may what is told before a run, such as to a window that draws it. */
    private void awaitTold() {
        try {
            going.awaitTold();
        } catch (InterruptedException stopped) {
            throw new Progress.Cancelled();
        }
    }

    /** Where not even cleaning up gets through the way is lost, though its connection may not know that yet. */
    private static void clean(Way way) {
        try {
            way.clean();
        } catch (RingsideException lost) {
            way.shell().close();
            throw lost;
        }
    }

    /** The place in the journal's order tells nothing; the slot does, and so a run that is made again has its name. */
    private String name(Slot slot) {
        int number = 0;
        for (Measurement one : going.measurements(slot.subject())) {
            number++;
            if (one.id().equals(slot.measurement())) break;
        }
        return "%s-%s-%s-%s%s"
                .formatted(going.session().id(), slot.subject(), number, slot.warmUp() ? "w" : "", slot.repetition());
    }

    private void keep(Slot slot, Measurement measurement, Execution.Done done) {
        var judging = new Judging(going, slot, measurement);
        Ran ran = judging.completed(done.ran(), preparing.benchmark(measurement.benchmark()));
        var cautions = new ArrayList<>(judging.cautions(ran, done.conditions()));
        cautions.addAll(done.cautions());
        if (going.isUnguarded(slot.subject())) cautions.add(new Caution.Unguarded());
        going.ran(ran.with(cautions, slot.warmUp() ? "" : going.notes()), done.printed(), cautions);
    }

    private boolean diesOfIt(Slot slot, Way way) {
        return way.isTemporary() && way.isReached() && lost.merge(slot, 1, Integer::sum) >= MOST_LOST;
    }

    private void reopen(Way way, RingsideException first) throws InterruptedException {
        RingsideException why = first;
        int starts = 0; // a host that is out of reach for a while says nothing against its guest
        for (Duration wait : ground.waits()) {
            if (way.isTemporary() && starts == MORE_STARTS) break;
            tellLost(way, why, Optional.of(wait));
            Thread.sleep(wait);
            try {
                open(way);
                going.tell(new Event.SubjectBack(Instant.now(), way.subject()));
                return;
            } catch (RingsideException stillLost) {
                why = stillLost;
                if (way.isReached()) starts++;
            }
        }
        going.setAside(way.subject(), why.problem());
        tellLost(way, why, Optional.empty());
    }
}
