package ringside.core.trial;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import ringside.core.hypervisor.Operation;

/** A guest whose memory is written to disk goes on from there. */
final class SaveTrial implements Trial {
    private static final String KEPT = "saved";

    @Override
    public String id() {
        return "save";
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
    public String prove(Scene scene) {
        var marks = new Marks(scene);
        marks.leave(KEPT);
        marks.startCounter();
        String boot = marks.boot();
        long before = marks.counter();
        Duration saving = scene.does("save", (hypervisor, guest) -> hypervisor.save(guest));
        scene.leave();
        scene.expect(!scene.state().isAlive(), "it runs no more");
        Duration restoring = scene.does("restore", (hypervisor, guest) -> hypervisor.restore(guest));
        scene.expect(marks.inMemory().equals(KEPT), "its memory is as it was");
        scene.expect(marks.boot().equals(boot), "it is the same start of its kernel");
        long after = marks.counter();
        scene.inside("sleep 1");
        scene.expect(after >= before && marks.counter() > after, "what ran in it goes on");
        return "memory was as before, and it went on; saved in " + Scene.words(saving) + ", restored in "
                + Scene.words(restoring);
    }
}
