package ringside.core.trial;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.feature.Probed;
import ringside.core.guest.Disk;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.preset.Preset;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Shell;
import ringside.core.host.Target;
import ringside.core.hypervisor.Ability;
import ringside.core.hypervisor.Hypervisor;
import ringside.core.hypervisor.Hypervisors;
import ringside.core.hypervisor.Launch;
import ringside.core.hypervisor.Operation;
import ringside.core.hypervisor.Owner;
import ringside.core.image.GuestImage;

/**
 * Makes trials on this machine, each with a guest of its own that is removed after it. What a hypervisor cannot do at all
 * is said without one.
 *
 * @param patience until a guest that was started lets us in
 */
public record Trials(Hypervisors hypervisors, GuestImage image, Duration patience) {
    /** The presets' name of a guest that every platform takes. */
    private static final String GUEST = "experiment";

    /**
     * Slow: a guest is started for each trial.
     *
     * @param told hears each answer as it comes
     * @return an answer for each feature of each trial
     */
    public List<Probed> of(GuestPlatform platform, List<Trial> trials, Progress progress, Consumer<Probed> told) {
        var all = new ArrayList<Probed>();
        for (Trial trial : trials) {
            Progress.checkCancelled();
            progress.at(platform.id() + ": " + trial.about(), Double.NaN);
            for (Probed answer : of(platform, trial, progress)) {
                all.add(answer);
                told.accept(answer);
            }
        }
        return all;
    }

    private List<Probed> of(GuestPlatform platform, Trial trial, Progress progress) {
        var place = Hypervisors.Place.of(platform, Target.LOCAL);
        try (Hypervisor hypervisor = hypervisors.open(place, AccessQuestions.NOBODY)) {
            Map<Operation, Ability> abilities = hypervisor.abilities();
            for (Operation needed : trial.needs()) {
                Ability able = abilities.getOrDefault(needed, Ability.Able.YES);
                if (!able.isAble()) return answers(platform, trial, Probed.Verdict.NOT_ASKED, able.why(), "");
            }
            return withGuest(hypervisor, platform, trial, progress);
        } catch (RingsideException unreachable) {
            return answers(platform, trial, Probed.Verdict.NOT_ASKED, unreachable.problem(), "");
        }
    }

    private List<Probed> withGuest(Hypervisor hypervisor, GuestPlatform platform, Trial trial, Progress progress) {
        String name = "trial-" + UUID.randomUUID().toString().substring(0, 8);
        Launch launch = Launch.of(guest(name), platform).with(image).with(Owner.thisSession(hypervisors.here()));
        hypervisor.start(launch, progress);
        try (var scene = new Scene(hypervisor, name, () -> enter(hypervisor, name, progress))) {
            scene.inside("uname -sr");
            return proven(scene, platform, trial);
        } finally {
            hypervisor.destroy(name);
        }
    }

    private List<Probed> proven(Scene scene, GuestPlatform platform, Trial trial) {
        try {
            String proof = trial.prove(scene);
            return answers(platform, trial, Probed.Verdict.TRIED, proof, scene.log());
        } catch (RingsideException failed) {
            return answers(platform, trial, Probed.Verdict.NOT_HERE, "tried: " + failed.problem(), scene.log());
        }
    }

    private Shell enter(Hypervisor hypervisor, String name, Progress progress) {
        return hypervisors.enter(hypervisor, name, Target.LOCAL, patience, progress);
    }

    /** qcow2 alone keeps snapshots. */
    private static Guest guest(String name) {
        Guest usual = Preset.of(GUEST).guest();
        Disk disk = usual.disks().getFirst();
        return usual.withName(name).withDisks(disk.withPath(disk.path(), Disk.Format.QCOW2));
    }

    private List<Probed> answers(
            GuestPlatform platform, Trial trial, Probed.Verdict verdict, String answer, String log) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String command = "ringside guest trial --platform " + platform.id() + " --only " + trial.id();
        return trial.features().stream()
                .map(feature -> new Probed(
                        feature, platform.id(), verdict, command, answer, Objects.requireNonNull(hypervisors.here()), now, log))
                .toList();
    }
}
