package ringside.ui.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import ringside.core.RingsideException;
import ringside.core.bench.Plan;
import ringside.core.bench.Subject;
import ringside.core.experiment.Experiment;
import ringside.core.experiment.Offer;
import ringside.core.guest.Disk;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.fair.Finding;
import ringside.core.guest.preset.Preset;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Target;
import ringside.core.image.GuestImage;
import ringside.ui.access.Asking;
import ringside.ui.kit.Background;
import ringside.ui.kit.Texts;

/** Which guests an experiment starts on a host: on which platforms, with how many vCPUs, on which disks. */
final class ExperimentModel {
    /** What is known of the host's platforms. */
    sealed interface Known {
        record Nothing() implements Known {}

        record Under() implements Known {}

        record Offers(Bench.Experimental found) implements Known {}

        record Failed(RingsideException trouble) implements Known {}
    }

    /** The numbers of vCPUs and the formats that can be chosen. */
    static final List<Integer> VCPUS = List.of(1, 2, 4, 8);

    static final List<Disk.Format> DISKS = List.of(Disk.Format.RAW, Disk.Format.QCOW2);

    private final Background.Latest looking;
    private final Supplier<Bench> bench;
    private final Asking asking;
    private final ObjectProperty<Target> host = new SimpleObjectProperty<>(this, "host", Target.LOCAL);
    private final BooleanProperty wanted = new SimpleBooleanProperty(this, "wanted");
    private final ReadOnlyObjectWrapper<Known> known = new ReadOnlyObjectWrapper<>(this, "known", new Known.Nothing());
    private final ObjectProperty<Optional<GuestImage>> image =
            new SimpleObjectProperty<>(this, "image", Optional.empty());
    private final Set<GuestPlatform> platforms = new LinkedHashSet<>();
    private final Set<Integer> vcpus = new LinkedHashSet<>(Set.of(1));
    private final Set<Disk.Format> disks = new LinkedHashSet<>(Set.of(Disk.Format.RAW));
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper(this, "changes");

    ExperimentModel(Background background, Supplier<Bench> bench) {
        looking = background.latest();
        this.bench = bench;
        asking = new Asking(background);
        host.subscribe(now -> {
            looking.cancel();
            asking.end();
            known.set(new Known.Nothing());
            lookHere();
            changed();
        });
        wanted.subscribe(now -> {
            if (!(known.get() instanceof Known.Offers)) lookHere();
            changed();
        });
        image.subscribe(now -> changed());
    }

    /** Whether guests are started, or the hosts measured as they are. */
    BooleanProperty wantedProperty() {
        return wanted;
    }

    /** Whose platforms are compared. */
    ObjectProperty<Target> hostProperty() {
        return host;
    }

    /** What has to be asked on the way there. */
    Asking asking() {
        return asking;
    }

    ReadOnlyObjectProperty<Known> knownProperty() {
        return known.getReadOnlyProperty();
    }

    ObjectProperty<Optional<GuestImage>> imageProperty() {
        return image;
    }

    /** Counts what was chosen, so that it can be listened to. */
    ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }

    /** To another host nobody goes before a person says so. */
    private void lookHere() {
        if (wanted.get() && host.get() instanceof Target.Local) look();
    }

    /** Tries every platform of the host, which takes seconds. */
    void look() {
        Target on = host.get();
        AccessQuestions questions = asking.begin();
        var task = looking.run(
                Texts.of("bench.experiment.trying"),
                progress -> bench.get().experimental(on, questions),
                this::show,
                fault -> {
                    asking.end();
                    known.set(new Known.Failed(fault));
                    changed();
                });
        if (task.isRunning()) known.set(new Known.Under());
    }

    private void show(Bench.Experimental found) {
        asking.end();
        platforms.clear();
        found.offers().stream().filter(Offer::isPossible).map(Offer::platform).forEach(platforms::add);
        vcpus.removeIf(count -> count > found.cores());
        known.set(new Known.Offers(found));
        image.set(found.images().stream().findFirst());
        changed();
    }

    boolean has(GuestPlatform platform) {
        return platforms.contains(platform);
    }

    boolean has(int count) {
        return vcpus.contains(count);
    }

    boolean has(Disk.Format format) {
        return disks.contains(format);
    }

    void choose(GuestPlatform platform, boolean in) {
        if (in ? platforms.add(platform) : platforms.remove(platform)) changed();
    }

    void choose(int count, boolean in) {
        if (in ? vcpus.add(count) : vcpus.remove(count)) changed();
    }

    void choose(Disk.Format format, boolean in) {
        if (in ? disks.add(format) : disks.remove(format)) changed();
    }

    /** Why it cannot be started; empty if it can. */
    Optional<String> objection() {
        return switch (known.get()) {
            case Known.Nothing nothing -> Optional.of(Texts.of("bench.experiment.not-tried"));
            case Known.Under under -> Optional.of(Texts.of("bench.experiment.are-tried"));
            case Known.Failed failed -> Optional.of(Texts.of("bench.experiment.trouble"));
            case Known.Offers offers when image.get().isEmpty() -> Optional.of(Texts.of("bench.experiment.no-image"));
            case Known.Offers offers when platforms.isEmpty() -> Optional.of(Texts.of("bench.experiment.no-platform"));
            case Known.Offers offers when vcpus.isEmpty() -> Optional.of(Texts.of("bench.experiment.no-vcpus"));
            case Known.Offers offers when disks.isEmpty() -> Optional.of(Texts.of("bench.experiment.no-disk"));
            case Known.Offers offers -> Optional.empty();
        };
    }

    /** What it would be with a plan; empty while something is missing. */
    private Optional<Experiment> experiment(Plan plan) {
        if (objection().isPresent()) return Optional.empty();
        return Optional.of(new Experiment(
                plan,
                true,
                platforms.stream().sorted().toList(),
                vcpus.stream().sorted().toList(),
                disks.stream().sorted().toList(),
                Preset.of(Experiment.USUAL_GUEST).guest()));
    }

    List<Subject> subjects(Plan plan) {
        return experiment(plan).stream()
                .flatMap(one -> one.subjects(image.get().orElseThrow(), host.get()).stream())
                .toList();
    }

    List<Finding> unfair(Plan plan) {
        return experiment(plan).stream().flatMap(one -> one.unfair().stream()).toList();
    }

    /** The choice as a terminal would be given it. */
    List<String> words() {
        var words = new ArrayList<String>();
        if (host.get() instanceof Target.Ssh far) words.addAll(List.of("--host", far.text()));
        words.addAll(List.of(
                "--platform",
                joined(platforms.stream().sorted().map(GuestPlatform::id).toList())));
        words.addAll(List.of(
                "--vcpus", joined(vcpus.stream().sorted().map(String::valueOf).toList())));
        words.addAll(List.of(
                "--disk",
                joined(disks.stream()
                        .sorted()
                        .map(format -> format.name().toLowerCase(Locale.ROOT))
                        .toList())));
        image.get().ifPresent(chosen -> words.addAll(List.of("--image", chosen.name())));
        return words;
    }

    private static String joined(List<String> words) {
        return String.join(",", words);
    }
}
