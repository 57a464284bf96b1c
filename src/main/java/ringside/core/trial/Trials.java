package ringside.core.trial;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.feature.Probed;
import ringside.core.guest.GuestPlatform;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Command;
import ringside.core.host.Shell;
import ringside.core.host.Target;
import ringside.core.hypervisor.Hypervisors;
import ringside.core.image.GuestImage;
import ringside.core.trial.Trial.Outcome;

/**
 * Makes trials on this machine. One guest stands the trials of a platform one after the other, and is removed after them;
 * after one that failed the next has a new guest.
 *
 * @param image asked for when the first guest is made
 * @param patience until a guest that was started lets us in
 * @param destination another libvirt connection to this machine, which takes over guests that libvirt moves
 */
public record Trials(
        Hypervisors hypervisors, Supplier<GuestImage> image, Duration patience, Optional<String> destination) {
    /**
     * Slow: a guest is started. If that is cancelled the guest is removed.
     *
     * @param told hears each answer as it comes
     * @return an answer for each feature of each trial
     */
    public List<Probed> of(GuestPlatform platform, List<Trial> trials, Progress progress, Consumer<Probed> told) {
        var all = new ArrayList<Probed>();
        try (var stage = new Stage(this, platform, trials, progress)) {
            for (Trial trial : trials) {
                Progress.checkCancelled();
                progress.at(platform.id() + ": " + trial.about(), Double.NaN);
                var log = new ArrayList<String>();
                Outcome outcome = switch (trial) {
                    case GuestTrial withGuest -> stage.play(withGuest, log);
                    case HostTrial withoutOne -> look(withoutOne, platform, log);
                };
                for (Probed answer : answers(platform, trial, outcome, String.join("\n", log))) {
                    all.add(answer);
                    told.accept(answer);
                }
            }
        }
        return all;
    }

    private Outcome look(HostTrial trial, GuestPlatform platform, List<String> log) {
        if (!trial.platforms().contains(platform))
            return Outcome.notTried("it is done in another way there, which Ringside does not look at");
        try (Shell host = hypervisors.shell(Target.LOCAL, AccessQuestions.NOBODY)) {
            return trial.look(host, log);
        } catch (RingsideException silent) {
            return Outcome.notTried(silent.problem());
        }
    }

    /** The terminal's way of it. */
    public static String command(GuestPlatform platform, Trial trial) {
        return Command.of("ringside", "guest", "trial", "--platform", platform.id(), "--only", trial.id())
                .line();
    }

    private List<Probed> answers(GuestPlatform platform, Trial trial, Outcome outcome, String log) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return trial.features().stream()
                .map(feature -> new Probed(
                        feature,
                        platform.id(),
                        outcome.verdict(),
                        command(platform, trial),
                        outcome.seen(),
                        hypervisors.here(),
                        now,
                        log))
                .toList();
    }
}
