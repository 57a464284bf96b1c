package ringside.core.trial;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import ringside.core.Progress;
import ringside.core.hypervisor.DomainState;
import ringside.core.hypervisor.Operation;

/** A guest that is paused stands still, and goes on from there. */
final class PauseTrial implements GuestTrial {
    private static final Duration STANDING = Duration.ofSeconds(3);

    /** What asking the guest takes, on a busy machine. */
    private static final double SLACK_SECONDS = 1.5;

    @Override
    public String id() {
        return "pause";
    }

    @Override
    public String title() {
        return "Pause and resume";
    }

    @Override
    public String about() {
        return "a guest is paused for three seconds, in which its clock must stand, and goes on";
    }

    @Override
    public List<String> features() {
        return List.of("pause");
    }

    @Override
    public Set<Operation> needs() {
        return Set.of(Operation.PAUSE);
    }

    @Override
    public Outcome prove(Scene scene) {
        var marks = new Marks(scene);
        String boot = marks.boot();
        marks.startCounter();
        double before = marks.uptime();
        long began = System.nanoTime();
        scene.does("pause", Acts.PAUSE);
        scene.expect(scene.state() == DomainState.PAUSED, "the hypervisor calls it paused");
        Progress.pause(STANDING);
        scene.does("resume", Acts.RESUME);
        scene.expect(scene.state() == DomainState.RUNNING, "the hypervisor calls it running again");
        double guests = marks.uptime() - before;
        double ours = (System.nanoTime() - began) / 1e9;
        scene.note(String.format(Locale.ROOT, "meanwhile %.1f s went by here and %.1f s in the guest", ours, guests));
        scene.expect(ours - guests >= STANDING.toSeconds() - SLACK_SECONDS, "its clock stood while it was paused");
        scene.expect(marks.boot().equals(boot), "it is the same start of its kernel");
        marks.awaitCount(marks.counting().last() + 1);
        scene.expect(marks.counting().isWhole(), "what counted in it went on without leaving a number out");
        return Outcome.proven(String.format(Locale.ROOT, "its clock stood for %.1f s, and it went on", ours - guests));
    }
}
