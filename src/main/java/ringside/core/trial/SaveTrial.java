package ringside.core.trial;

import java.util.List;
import java.util.Set;
import ringside.core.hypervisor.Operation;

/** A guest whose memory is written to disk goes on from there. */
final class SaveTrial implements GuestTrial {
    private static final String KEPT = "saved";

    @Override
    public String id() {
        return "save";
    }

    @Override
    public String title() {
        return "Save to disk and restore";
    }

    @Override
    public String about() {
        return "a running guest is saved and ended, and must go on where it was when it is restored";
    }

    @Override
    public List<String> features() {
        return List.of("save-restore");
    }

    @Override
    public Set<Operation> needs() {
        return Set.of(Operation.SAVE, Operation.RESTORE);
    }

    @Override
    public Outcome prove(Scene scene) {
        var marks = new Marks(scene);
        marks.leave(KEPT);
        marks.startCounter();
        String boot = marks.boot();
        long before = marks.counting().last();
        var saving = scene.does("save", Acts.SAVE);
        scene.leave();
        scene.expect(!scene.state().isAlive(), "it runs no more");
        var restoring = scene.does("restore", Acts.RESTORE);
        scene.expect(marks.inMemory().equals(KEPT), "its memory is as it was");
        scene.expect(marks.boot().equals(boot), "it is the same start of its kernel");
        marks.awaitCount(marks.counting().last() + 1);
        Counting counted = marks.counting();
        scene.expect(
                counted.isWhole() && counted.last() > before,
                "what counted in it went on without leaving a number out, to " + counted.last());
        return Outcome.proven(
                "memory was as before, and it went on; saved in " + saving + ", restored in " + restoring);
    }
}
