package ringside.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import ringside.core.RingsideException;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.render.Rendering;
import ringside.core.guest.render.Target;
import ringside.core.host.Shell;
import ringside.core.hypervisor.CloudInit;
import ringside.core.hypervisor.Domain;
import ringside.core.hypervisor.Driver;
import ringside.core.hypervisor.Hypervisor;
import ringside.core.hypervisor.Launch;
import ringside.core.hypervisor.Login;
import ringside.core.json.Json;
import ringside.workbench.Workbench;

@Command(
        name = "start",
        description = {
            "Makes a guest of a description and starts it; it goes on when this command has ended.",
            "With the name of a guest that is off, starts that once more."
        })
final class StartGuest implements Callable<Integer> {
    private final Session session;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Mixin
    private OnHost on = new OnHost();

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "a guest that is off")
    private Optional<String> again = Optional.empty();

    @Option(names = "--spec", paramLabel = "FILE.yaml|PRESET", description = "the guest")
    private Optional<String> description = Optional.empty();

    @Option(names = "--name", paramLabel = "NAME", description = "its name, instead of the description's")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--platform",
            paramLabel = "ID",
            description =
                    "where the hypervisor has several, such as xen-pv; the first the guest is meant for if not said")
    private Optional<String> platform = Optional.empty();

    @Option(
            names = "--image",
            paramLabel = "IMAGE",
            description = "put an image of 'guest image build' on its first disk, and let us in by that image's key")
    private Optional<String> image = Optional.empty();

    @Option(names = "--overwrite", description = "the image may be written over a block device that is there already")
    private boolean overwrite;

    @Option(names = "--ssh-user", paramLabel = "USER", description = "who is let in by SSH; root if not said")
    private Optional<String> user = Optional.empty();

    @Option(names = "--ssh-key", paramLabel = "FILE", description = "the private key for that; your own if not said")
    private Optional<Path> key = Optional.empty();

    @Option(
            names = "--cloud-init",
            description = {
                "tell an image that speaks cloud-init to make that user, who is let in by that key;",
                "the key's public half is in a file beside it, with .pub"
            })
    private boolean cloudInit;

    @Option(
            names = "--wait-ssh",
            arity = "0..1",
            fallbackValue = "120",
            paramLabel = "SECONDS",
            description = "end when the guest lets us in by SSH, after ${FALLBACK-VALUE} seconds at most if not said")
    private Optional<Integer> wait = Optional.empty();

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    StartGuest(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (again.isPresent() == description.isPresent())
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "name a guest that is off, or describe one by --spec");
        return again.isPresent() ? startAgain(again.get()) : startNew(guest(description.orElseThrow()));
    }

    private int startAgain(String guest) {
        return on.with(guest, hypervisor -> {
            hypervisor.start(guest);
            return finish(hypervisor, guest);
        });
    }

    private int startNew(Guest guest) {
        try (Hypervisor hypervisor = on.open(on.place(on.needed()))) {
            GuestPlatform chosen = platform(hypervisor, guest);
            Launch launch = launch(guest, chosen);
            hypervisor.start(launch, session.progressInLines());
            Rendering.of(guest, Target.of(chosen)).gaps().forEach(gap -> session.say("gap: " + gap));
            return finish(hypervisor, guest.name());
        }
    }

    private Guest guest(String text) {
        Guest guest = GuestCommand.guest(text);
        try {
            return name.map(guest::withName).orElse(guest);
        } catch (IllegalArgumentException refusal) {
            throw new RingsideException(
                    "No guest can be made: " + refusal.getMessage(), "choose another name", refusal);
        }
    }

    private GuestPlatform platform(Hypervisor hypervisor, Guest guest) {
        if (platform.isEmpty()) return Driver.meant(guest, hypervisor.platforms());
        return hypervisor.platforms().stream()
                .filter(one -> one.id().equals(platform.get()))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        Objects.requireNonNull(spec).commandLine(),
                        "--platform: " + hypervisor.name() + " runs "
                                + String.join(
                                        ", ",
                                        hypervisor.platforms().stream()
                                                .map(GuestPlatform::id)
                                                .toList())
                                + ", not \"" + platform.get() + "\""));
    }

    private Launch launch(Guest guest, GuestPlatform chosen) {
        Launch launch = Launch.of(guest, chosen);
        if (image.isPresent()) launch = launch.with(Workbench.images().image(image.get()));
        if (overwrite) launch = launch.overwriting();
        if (user.isPresent() || key.isPresent())
            launch = launch.with(new Login(user.orElse("root"), key.map(Path::toAbsolutePath), Optional.empty()));
        return cloudInit ? launch.with(seed()) : launch;
    }

    private CloudInit seed() {
        if (user.isEmpty() || key.isEmpty())
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "--cloud-init needs --ssh-user and --ssh-key");
        Path half = Path.of(key.get() + ".pub");
        try {
            return new CloudInit(user.get(), Files.readString(half));
        } catch (IOException e) {
            throw new RingsideException("Cannot read " + half, "make it: ssh-keygen -y -f " + key.get(), e);
        }
    }

    private int finish(Hypervisor hypervisor, String guest) {
        wait.ifPresent(seconds -> {
            long began = System.nanoTime();
            try (Shell shell = on.hypervisors()
                    .enter(
                            hypervisor,
                            guest,
                            on.target(),
                            on.questions(),
                            Duration.ofSeconds(seconds),
                            session.progressInLines())) {
                session.say(String.format(
                        Locale.ROOT,
                        "%s answers by SSH after %.1f s",
                        guest,
                        Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0));
            }
        });
        Domain domain = hypervisor.domain(guest);
        if (json) session.out().println(Json.pretty(GuestList.map(domain)));
        else session.out().println(summary(domain));
        return 0;
    }

    private static String summary(Domain domain) {
        return domain.name() + " is " + domain.state().word() + " on " + domain.host()
                + domain.address().map(place -> ", SSH at " + place).orElse("");
    }

    static Map<String, Object> map(Login login) {
        var map = new LinkedHashMap<String, Object>();
        map.put("user", login.user());
        login.key().ifPresent(file -> map.put("key", file.toString()));
        return map;
    }
}
