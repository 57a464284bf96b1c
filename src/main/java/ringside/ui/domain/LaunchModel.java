package ringside.ui.domain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import ringside.core.RingsideException;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.host.AccessQuestions;
import ringside.core.hypervisor.Ability;
import ringside.core.hypervisor.Driver;
import ringside.core.hypervisor.Hypervisor;
import ringside.core.hypervisor.Hypervisors;
import ringside.core.hypervisor.Hypervisors.Place;
import ringside.core.hypervisor.Launch;
import ringside.core.hypervisor.Operation;
import ringside.core.image.GuestImage;
import ringside.core.image.Images;
import ringside.ui.kit.Background;
import ringside.ui.kit.Terminal;
import ringside.ui.kit.Texts;

/** What this machine could start a guest on, and the start itself. */
public final class LaunchModel {
    private final Background background;
    private final Hypervisors hypervisors;
    private final Images images;

    public LaunchModel(Background background, Hypervisors hypervisors, Images images) {
        this.background = background;
        this.hypervisors = hypervisors;
        this.images = images;
    }

    /**
     * What there is to choose from.
     *
     * @param drivers each, whether it can start a guest here or why not
     * @param platforms those of each driver that answers
     */
    record Offers(Map<Driver, Ability> drivers, Map<Driver, List<GuestPlatform>> platforms, List<GuestImage> images) {}

    void offers(Consumer<Offers> show, Consumer<RingsideException> report) {
        background.run(Texts.of("domain.launch.looking"), progress -> look(), show, report);
    }

    private Offers look() {
        var drivers = new EnumMap<Driver, Ability>(Driver.class);
        var platforms = new EnumMap<Driver, List<GuestPlatform>>(Driver.class);
        for (Driver driver : Driver.values())
            try (Hypervisor hypervisor = hypervisors.open(Place.here(driver), AccessQuestions.NOBODY)) {
                drivers.put(driver, hypervisor.abilities().getOrDefault(Operation.START, Ability.Able.YES));
                platforms.put(driver, hypervisor.platforms());
            } catch (RingsideException absent) {
                drivers.put(driver, Ability.unable(absent.problem() + ": " + absent.remedy()));
            }
        return new Offers(drivers, platforms, images.all());
    }

    /** Starts a guest and leaves it running. */
    void start(
            Guest guest,
            Driver driver,
            GuestPlatform platform,
            Optional<GuestImage> image,
            Consumer<String> started,
            Consumer<RingsideException> report) {
        Launch plain = Launch.of(guest, platform);
        Launch launch = image.map(plain::with).orElse(plain);
        background.run(
                Texts.of("domain.starting", guest.name()),
                progress -> {
                    try (Hypervisor hypervisor = hypervisors.open(Place.here(driver), AccessQuestions.NOBODY)) {
                        return hypervisor.start(launch, progress).name();
                    }
                },
                started,
                report);
    }

    /** The terminal's way of it. @param file of the guest's description, or a name for one that is not saved */
    static String command(String file, Driver driver, GuestPlatform platform, Optional<GuestImage> image) {
        var words = new ArrayList<>(List.of("guest", "start", "--spec", file, "--on", driver.word()));
        if (driver.platforms().size() > 1) words.addAll(List.of("--platform", platform.id()));
        image.ifPresent(chosen -> words.addAll(List.of("--image", chosen.name())));
        return Terminal.ringside(words);
    }

    static String fileOf(Optional<Path> saved, Guest guest) {
        return saved.map(Path::toString).orElse(guest.name() + ".yaml");
    }
}
