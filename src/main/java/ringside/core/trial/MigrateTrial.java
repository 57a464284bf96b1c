package ringside.core.trial;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import ringside.core.RingsideException;
import ringside.core.hypervisor.Migration;
import ringside.core.hypervisor.Operation;

/** A guest goes on in another VMM of this machine, and a process in it does not notice. */
final class MigrateTrial implements GuestTrial {
    private static final String KEPT = "moved";

    /** Of the counter, which is on its way every twentieth of a second. */
    private static final int BEFORE = 20;

    @Override
    public String id() {
        return "migrate";
    }

    @Override
    public String title() {
        return "Live migration";
    }

    @Override
    public String about() {
        return "a running guest is moved to another VMM on this machine, and a process that counts in it must leave out"
                + " no number";
    }

    @Override
    public List<String> features() {
        return List.of("live-migration");
    }

    @Override
    public Set<Operation> needs() {
        return Set.of(Operation.MIGRATE);
    }

    @Override
    public Outcome prove(Scene scene) {
        var marks = new Marks(scene);
        marks.leave(KEPT);
        String boot = marks.boot();
        marks.startCounter();
        marks.awaitCount(BEFORE);
        long before = marks.counting().last();
        Migration moved;
        try {
            String to = scene.destination().orElse("");
            moved = scene.does("migrate", (hypervisor, guest) -> hypervisor.migrate(guest, to))
                    .result();
        } catch (RingsideException refused) {
            if (scene.destination().isPresent()) throw refused;
            return Outcome.notTried(
                    "not possible here without another daemon to move to, which none was named: " + refused.problem());
        }
        scene.leave();
        scene.note(String.format(
                Locale.ROOT,
                "its hypervisor says: %s in all, down for %s, %.1f MiB of memory",
                Scene.words(moved.whole()),
                Scene.words(moved.downtime()),
                moved.bytes() / 1048576.0));
        long arrived = marks.counting().last();
        marks.awaitCount(arrived + BEFORE);
        Counting counted = marks.counting();
        scene.expect(
                counted.isWhole() && arrived > before,
                "what counts in it went on, from " + before + " to " + counted.last()
                        + ", without leaving a number out");
        Duration longest = counted.longest();
        scene.note("by the guest's own clock no two numbers are more than " + Scene.words(longest) + " apart");
        scene.expect(marks.boot().equals(boot), "it is the same start of its kernel");
        scene.expect(marks.onDisk().equals(KEPT) && marks.inMemory().equals(KEPT), "disk and memory are as they were");
        return Outcome.proven("moved in " + Scene.words(moved.whole()) + ", down for " + Scene.words(moved.downtime())
                + "; what counted in it left out no number, its clock saw " + Scene.words(longest)
                + " between two at most");
    }
}
