package ringside.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ringside.core.RingsideException;
import ringside.core.bench.Plan;
import ringside.core.bench.plan.Plans;
import ringside.core.bench.run.Remembering;
import ringside.core.experiment.Experiment;
import ringside.core.experiment.Offer;
import ringside.core.guest.Disk;
import ringside.core.guest.GuestPlatform;
import ringside.core.host.Target;
import ringside.core.image.GuestImage;
import ringside.workbench.Workbench;

/** The options that say what is compared on which host, and by which plan. */
final class ExperimentChoice {
    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Option(
            names = "--host",
            paramLabel = "TARGET",
            description = {
                "the host whose platforms are compared: local (as it is), or ssh://user@host[:port]",
                "Another one gets a copy of the image, which stays there for the next time."
            })
    private String host = "local";

    @Mixin
    private AcceptedKey key = new AcceptedKey();

    @Option(names = "--plan", paramLabel = "FILE|ID", description = "what to measure, and how well (${DEFAULT-VALUE})")
    private String plan = Plans.USUAL;

    @Option(
            names = "--platform",
            split = ",",
            paramLabel = "ID",
            description = "qemu, kvm, libvirt-qemu …; all that run guests there if not said")
    private List<String> platforms = List.of();

    @Option(names = "--vcpus", split = ",", paramLabel = "N", description = "numbers of vCPUs, such as 1,2 (1)")
    private List<Integer> vcpus = List.of(1);

    @Option(
            names = "--disk",
            split = ",",
            paramLabel = "FORMAT",
            description = {
                "raw, qcow2 …, such as raw,qcow2 (raw)",
                "What does not use the disk is measured on the first of them."
            })
    private List<String> disks = List.of("raw");

    @Option(names = "--no-host", description = "leave out the bare host: then no share of native can be told")
    private boolean noHost;

    @Option(
            names = "--spec",
            paramLabel = "FILE.yaml|PRESET",
            description = "the guest that all are but for vCPUs and disk format (${DEFAULT-VALUE})")
    private String guest = Experiment.USUAL_GUEST;

    @Option(names = "--image", paramLabel = "NAME", description = "of 'guest image build' (${DEFAULT-VALUE})")
    private String image = "lab";

    @Option(
            names = "--repetitions",
            paramLabel = "N",
            description =
                    "of each measurement, no more and no less, and none to warm up, instead of what the plan says")
    private Optional<Integer> repetitions = Optional.empty();

    GuestImage image() {
        return Workbench.images().image(image);
    }

    Target host() {
        return Target.parse(host);
    }

    /** What is asked on the way there, once a command. */
    Remembering questions() {
        return new Remembering(key.questions());
    }

    /** Every platform, tried there. */
    List<Offer> offers(Remembering questions) {
        return Offer.of(Workbench.hypervisors(), host(), questions);
    }

    /** @param offers asked for only where no platform was named */
    Experiment experiment(Supplier<List<Offer>> offers) {
        List<GuestPlatform> chosen = platforms.isEmpty()
                ? offers.get().stream()
                        .filter(Offer::isPossible)
                        .map(Offer::platform)
                        .toList()
                : platforms.stream()
                        .map(id -> GuestCommand.word(spec, "--platform", id, GuestPlatform.values()))
                        .toList();
        if (chosen.isEmpty())
            throw new RingsideException(
                    "No platform runs guests on " + host().words(),
                    "'ringside experiment plan --platform qemu" + (host.equals("local") ? "" : " --host " + host)
                            + "' says what it lacks for each");
        List<Disk.Format> formats = disks.stream()
                .map(word -> GuestCommand.word(spec, "--disk", word.toLowerCase(Locale.ROOT), Disk.Format.values()))
                .toList();
        return new Experiment(plan(), !noHost, chosen, vcpus, formats, GuestCommand.guest(guest));
    }

    private Plan plan() {
        Plan named = Plans.named(plan);
        return repetitions.map(count -> named.repeated(count)).orElse(named);
    }
}
