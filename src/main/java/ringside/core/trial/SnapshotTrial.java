package ringside.core.trial;

import java.util.List;
import java.util.Set;
import ringside.core.hypervisor.Operation;

/** A snapshot of a running guest brings its disk and its memory back. */
final class SnapshotTrial implements GuestTrial {
    private static final String NAME = "trial";
    private static final String KEPT = "kept";
    private static final String CHANGED = "changed";

    @Override
    public String id() {
        return "snapshot";
    }

    @Override
    public String title() {
        return "Snapshot with memory, and back to it";
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
    public Outcome prove(Scene scene) {
        var marks = new Marks(scene);
        marks.leave(KEPT);
        marks.startCounter();
        var taking = scene.does("snapshot", Acts.plain((hypervisor, guest) -> hypervisor.snapshot(guest, NAME)));
        marks.leave(CHANGED);
        scene.expect(marks.onDisk().equals(CHANGED) && marks.inMemory().equals(CHANGED), "both were changed after it");
        var reverting = scene.does("revert", Acts.plain((hypervisor, guest) -> hypervisor.revert(guest, NAME)));
        scene.leave();
        scene.expect(marks.inMemory().equals(KEPT), "its memory is as it was");
        scene.expect(marks.onDisk().equals(KEPT), "its disk is as it was");
        marks.awaitCount(marks.counting().last() + 1);
        scene.expect(marks.counting().isWhole(), "what counted in it goes on from there");
        return Outcome.proven("disk and memory were as before; taken in " + taking + ", taken back in " + reverting);
    }
}
