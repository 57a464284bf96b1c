package ringside.core.trial;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import ringside.core.hypervisor.Operation;

/** A snapshot of a running guest brings its disk and its memory back. */
final class SnapshotTrial implements Trial {
    private static final String NAME = "trial";
    private static final String KEPT = "kept";
    private static final String CHANGED = "changed";

    @Override
    public String id() {
        return "snapshot";
    }

    @Override
    public String about() {
        return "a snapshot of a running guest is taken, its disk and memory are changed, and both must be as before"
                + " when it is taken back";
    }

    @Override
    public List<String> features() {
        return List.of("snap-live", "snap-memory");
    }

    @Override
    public Set<Operation> needs() {
        return Set.of(Operation.SNAPSHOT, Operation.REVERT);
    }

    @Override
    public String prove(Scene scene) {
        var marks = new Marks(scene);
        marks.leave(KEPT);
        marks.startCounter();
        Duration taking = scene.does("snapshot", (hypervisor, guest) -> hypervisor.snapshot(guest, NAME));
        marks.leave(CHANGED);
        scene.expect(marks.onDisk().equals(CHANGED) && marks.inMemory().equals(CHANGED), "both were changed after it");
        Duration reverting = scene.does("revert", (hypervisor, guest) -> hypervisor.revert(guest, NAME));
        scene.leave();
        scene.expect(marks.inMemory().equals(KEPT), "its memory is as it was");
        scene.expect(marks.onDisk().equals(KEPT), "its disk is as it was");
        long counted = marks.counter();
        scene.inside("sleep 1");
        scene.expect(marks.counter() > counted, "what ran in it goes on");
        return "disk and memory were as before; taken in " + Scene.words(taking) + ", taken back in "
                + Scene.words(reverting);
    }
}
