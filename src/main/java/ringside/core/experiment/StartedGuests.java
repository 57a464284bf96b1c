package ringside.core.experiment;

import java.time.Duration;
import java.util.Optional;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.bench.Subject;
import ringside.core.bench.TemporaryGuest;
import ringside.core.bench.run.Guests;
import ringside.core.bench.run.Remembering;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.yaml.GuestFile;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Shell;
import ringside.core.hypervisor.Entry;
import ringside.core.hypervisor.Hypervisor;
import ringside.core.hypervisor.Hypervisors;
import ringside.core.hypervisor.Launch;
import ringside.core.hypervisor.Owner;
import ringside.core.hypervisor.Register;
import ringside.core.image.GuestImage;
import ringside.core.image.Images;

/**
 * A session's guests on the hypervisors that run them. They belong to this process: if it is killed, what it leaves is
 * listed as left over, and is removed when the session goes on.
 */
public final class StartedGuests implements Guests {
    /** An emulated guest on a busy machine. */
    public static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Hypervisors hypervisors;
    private final Images images;
    private final Duration patience;

    /** @param patience until a guest that was started lets us in, unless it is said of the guest */
    public StartedGuests(Hypervisors hypervisors, Images images, Duration patience) {
        this.hypervisors = hypervisors;
        this.images = images;
        this.patience = patience;
    }

    @Override
    public Entered enter(String name, Subject subject, AccessQuestions person, Progress progress) {
        Launch launch = launch(name, subject);
        var questions = new Remembering(person); // there are several ways to go to another host
        Duration time = subject.guest().flatMap(TemporaryGuest::patience).orElse(patience);
        try (Hypervisor hypervisor = hypervisors.open(place(subject), questions.attempt())) {
            hypervisor.start(launch, progress);
            try {
                String configuration = configuration(name, subject, questions.attempt());
                Shell shell =
                        hypervisors.enter(hypervisor, name, subject.target(), questions.attempt(), time, progress);
                return new Entered(shell, configuration);
            } catch (RuntimeException failed) {
                undo(hypervisor, name, failed);
                throw failed;
            }
        }
    }

    private static void undo(Hypervisor hypervisor, String name, RuntimeException failed) {
        boolean cancelled = Thread.interrupted();
        try {
            hypervisor.destroy(name);
        } catch (RingsideException second) {
            failed.addSuppressed(second); // it is listed as what it is
        } finally {
            if (cancelled) Thread.currentThread().interrupt();
        }
    }

    private Launch launch(String name, Subject subject) {
        TemporaryGuest wanted = subject.guest().orElseThrow();
        GuestImage image = images.image(wanted.image());
        String now = Configurations.words(image);
        String then = subject.configuration().settings().getOrDefault(Configurations.IMAGE, now);
        if (!now.equals(then))
            throw new RingsideException(
                    "The image " + image.name() + " is another one now (" + now + ") than when the experiment began ("
                            + then + ")",
                    "begin a new experiment: guests of different images cannot be compared");
        Guest guest = GuestFile.read("the guest of " + subject.configuration().label(), wanted.description())
                .withName(name);
        return Launch.of(guest, platform(subject)).with(image).with(Owner.thisSession(hypervisors.here()));
    }

    private String configuration(String name, Subject subject, AccessQuestions questions) {
        try (Shell host = hypervisors.shell(subject.target(), questions)) {
            return hypervisors
                    .register(host)
                    .find(name)
                    .flatMap(Register.Found::entry)
                    .flatMap(Entry::configuration)
                    .orElse("");
        }
    }

    @Override
    public boolean remove(String name, Subject subject, AccessQuestions person) {
        Optional<Register.Found> found;
        var questions = new Remembering(person);
        try (Shell host = hypervisors.shell(subject.target(), questions.attempt())) {
            found = hypervisors.register(host).find(name);
        }
        if (found.isEmpty()) return false;
        var place = Hypervisors.Place.of(found.get(), subject.target());
        try (Hypervisor hypervisor = hypervisors.open(place, questions.attempt())) {
            hypervisor.destroy(name);
        }
        return true;
    }

    private static Hypervisors.Place place(Subject subject) {
        return Hypervisors.Place.of(platform(subject), subject.target());
    }

    private static GuestPlatform platform(Subject subject) {
        String id = subject.configuration().platform();
        return GuestPlatform.of(id)
                .orElseThrow(() -> new RingsideException(
                        "no guest can be started on a platform called \"" + id + "\"",
                        "start a new session: this one was made by another version, or its file is damaged"));
    }
}
