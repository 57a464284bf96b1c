package ringside.core.trial;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.feature.Probed;
import ringside.core.guest.Disk;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Memory;
import ringside.core.guest.Size;
import ringside.core.guest.preset.Preset;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Shell;
import ringside.core.host.Target;
import ringside.core.hypervisor.Ability;
import ringside.core.hypervisor.Driver;
import ringside.core.hypervisor.Hypervisor;
import ringside.core.hypervisor.Hypervisors.Place;
import ringside.core.hypervisor.Launch;
import ringside.core.hypervisor.Operation;
import ringside.core.hypervisor.Owner;
import ringside.core.trial.Trial.Outcome;

/** A platform's hypervisor and the guest that stands its trials, both there from the first that needs them. */
final class Stage implements AutoCloseable {
    /** The presets' name of a guest that every platform takes. */
    private static final String GUEST = "experiment";

    /** What is written and moved is its memory. */
    private static final Size ENOUGH = Size.ofMib(512);

    private final Trials trials;
    private final GuestPlatform platform;
    private final List<Trial> planned;
    private final Progress progress;
    private @Nullable Hypervisor hypervisor;
    private @Nullable Place place;
    private @Nullable Scene scene;
    private String name = "";

    Stage(Trials trials, GuestPlatform platform, List<Trial> planned, Progress progress) {
        this.trials = trials;
        this.platform = platform;
        this.planned = planned;
        this.progress = progress;
    }

    Outcome play(GuestTrial trial, List<String> log) {
        Scene ready;
        try {
            String why = hindrance(trial);
            if (!why.isEmpty()) return Outcome.notTried(why);
            ready = scene();
            ready.begin("guest " + name + " on " + hypervisor().name());
        } catch (RingsideException unreachable) {
            removeGuest();
            return Outcome.notTried(unreachable.problem() + ": " + unreachable.remedy());
        }
        try {
            return trial.prove(ready);
        } catch (RingsideException failed) {
            removeGuest();
            return new Outcome(Probed.Verdict.NOT_HERE, "tried: " + failed.problem());
        } finally {
            log.addAll(ready.log());
        }
    }

    private String hindrance(GuestTrial trial) {
        Map<Operation, Ability> abilities = hypervisor().abilities();
        for (Operation needed : trial.needs()) {
            Ability able = abilities.getOrDefault(needed, Ability.Able.YES);
            if (!able.isAble()) return able.why();
        }
        return "";
    }

    /** The one that has the guest: a guest that was moved takes us along. */
    private Hypervisor hypervisor() {
        Place now = place();
        Hypervisor open = hypervisor;
        if (open != null && now.equals(place)) return open;
        if (open != null) open.close();
        hypervisor = open = trials.hypervisors().open(now, AccessQuestions.NOBODY);
        place = now;
        return open;
    }

    private Place place() {
        Place usual = Place.of(platform, Target.LOCAL);
        if (name.isEmpty() || Driver.of(platform) != Driver.LIBVIRT) return usual;
        try (Shell shell = trials.hypervisors().shell(Target.LOCAL, AccessQuestions.NOBODY)) {
            return trials.hypervisors()
                    .register(shell)
                    .find(name)
                    .map(found -> Place.of(found, Target.LOCAL))
                    .orElse(usual);
        }
    }

    private Scene scene() {
        Scene there = scene;
        if (there != null) return there;
        Hypervisor open = hypervisor();
        String made = "trial-" + UUID.randomUUID().toString().substring(0, 8);
        Launch launch = Launch.of(guest(made), platform)
                .with(trials.image().get())
                .with(Owner.thisSession(trials.hypervisors().here()));
        open.start(launch, progress);
        name = made;
        scene = there = new Scene(this::hypervisor, made, () -> enter(made), destination());
        there.quietly("uname -sr");
        return there;
    }

    /** Of libvirt another daemon, if one was named; another QEMU needs no name. */
    private Optional<String> destination() {
        return Driver.of(platform) == Driver.LIBVIRT ? trials.destination() : Optional.of("");
    }

    private Shell enter(String guest) {
        return trials.hypervisors()
                .enter(hypervisor(), guest, Target.LOCAL, AccessQuestions.NOBODY, trials.patience(), progress);
    }

    /** qcow2 alone keeps snapshots. */
    private Guest guest(String made) {
        Guest usual = Preset.of(GUEST).guest();
        Disk disk = usual.disks().getFirst();
        Guest fitted = usual.withName(made)
                .withMemory(Memory.of(ENOUGH))
                .withDisks(disk.withPath(disk.path(), Disk.Format.QCOW2));
        for (Trial each : planned)
            if (each instanceof GuestTrial trial && hindrance(trial).isEmpty()) fitted = trial.fitted(fitted);
        return fitted;
    }

    /** Whoever cancelled the trial did not mean this. */
    private void removeGuest() {
        Scene there = scene;
        scene = null;
        if (there == null) return;
        boolean cancelled = Thread.interrupted();
        try {
            there.close();
            hypervisor().destroy(name);
            name = "";
        } finally {
            if (cancelled) Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            removeGuest();
        } finally {
            Hypervisor open = hypervisor;
            if (open != null) open.close();
        }
    }
}
