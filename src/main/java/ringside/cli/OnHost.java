package ringside.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import ringside.core.RingsideException;
import ringside.core.host.AccessQuestions;
import ringside.core.host.Shell;
import ringside.core.host.Target;
import ringside.core.hypervisor.Driver;
import ringside.core.hypervisor.Hypervisor;
import ringside.core.hypervisor.Hypervisors;
import ringside.core.hypervisor.Hypervisors.Place;
import ringside.workbench.Workbench;

/** Where a guest is: the options that every command on guests that run has. */
final class OnHost {
    static final String WORDS = "qemu|kvm|libvirt|xen|virtualbox";

    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Option(names = "--on", paramLabel = WORDS, description = "the hypervisor; found by the guest's name if not said")
    private Optional<String> on = Optional.empty();

    @Option(names = "--host", paramLabel = "TARGET", description = "local (as it is), or ssh://user@host[:port]")
    private String host = "local";

    @Option(
            names = "--connect",
            paramLabel = "URI",
            description = "libvirt's connection, such as qemu:///session; qemu:///system if not said")
    private Optional<String> connection = Optional.empty();

    @Mixin
    private AcceptedKey key = new AcceptedKey();

    private final Hypervisors hypervisors = Workbench.hypervisors();

    Hypervisors hypervisors() {
        return hypervisors;
    }

    Target target() {
        return Target.parse(host);
    }

    AccessQuestions questions() {
        return key.questions();
    }

    /** Empty if none was named. */
    Optional<Driver> driver() {
        return on.map(this::driver);
    }

    private Driver driver(String word) {
        var words = new ArrayList<String>();
        for (Driver driver : Driver.values()) {
            if (driver.word().equals(word)) return driver;
            words.add(driver.word());
        }
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "--on is one of " + String.join(", ", words) + ", not \"" + word + "\"");
    }

    /** Wrong usage unless one was named. */
    Driver needed() {
        return driver().orElseThrow(() -> new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Missing required option: '--on=" + WORDS + "'"));
    }

    Place place(Driver driver) {
        return new Place(driver, target(), connection);
    }

    Hypervisor open(Place place) {
        return hypervisors.open(place, questions());
    }

    /** Works on the hypervisor that was named, or that has the guest. */
    <T> T with(String guest, Function<Hypervisor, T> work) {
        try (Hypervisor hypervisor = open(driver().map(this::place).orElseGet(() -> placeOf(guest)))) {
            return work.apply(hypervisor);
        }
    }

    private Place placeOf(String guest) {
        try (Shell shell = hypervisors.shell(target(), questions())) {
            return hypervisors
                    .register(shell)
                    .find(guest)
                    .map(found -> Place.of(found, target()))
                    .orElseThrow(() -> new RingsideException(
                            "Ringside started no guest \"" + guest + "\" on " + shell.name(),
                            "'ringside guest list' names those there are; of others say where they run by --on"));
        }
    }

    /** The same options as words of a command, for messages that name one. */
    List<String> words(Place place) {
        var words = new ArrayList<>(List.of("--on", place.driver().word()));
        if (!host.equals("local")) words.addAll(List.of("--host", host));
        place.connection().ifPresent(uri -> words.addAll(List.of("--connect", uri)));
        return words;
    }
}
