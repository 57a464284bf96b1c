package ringside.core.experiment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ringside.core.RingsideException;
import ringside.core.bench.Plan;
import ringside.core.bench.Subject;
import ringside.core.experiment.Configurations.Cell;
import ringside.core.guest.Disk;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.fair.Fairness;
import ringside.core.guest.fair.Finding;
import ringside.core.host.Target;
import ringside.core.image.GuestImage;

/**
 * Platforms × vCPUs × disk formats, and the bare host, held against each other by one plan on one host.
 *
 * @param host whether the bare host is one of the configurations: shares of native need it
 * @param disks formats; what does not use the disk is measured on the first of them
 * @param base the guest that all are but for that
 */
public record Experiment(
        Plan plan,
        boolean host,
        List<GuestPlatform> platforms,
        List<Integer> vcpus,
        List<Disk.Format> disks,
        Guest base) {
    /** The presets' name of the guest that is usual in experiments. */
    public static final String USUAL_GUEST = "experiment";

    public Experiment {
        platforms = distinct(platforms, "platform");
        vcpus = distinct(vcpus, "number of vCPUs");
        disks = distinct(disks, "disk format");
        if (base.disks().isEmpty())
            throw new RingsideException("The guest of an experiment has no disk", "give its description one");
    }

    private static <T> List<T> distinct(List<T> chosen, String what) {
        if (chosen.isEmpty()) throw new RingsideException("An experiment without a " + what, "choose one or more");
        return List.copyOf(new LinkedHashSet<>(chosen));
    }

    /**
     * As the runner measures them.
     *
     * @param image of this machine; another host gets a copy
     * @param where the host
     */
    public List<Subject> subjects(GuestImage image, Target where) {
        return subjects(image, where, Optional.empty());
    }

    /** @param patience until a guest answers, where that is not as usual */
    public List<Subject> subjects(GuestImage image, Target where, Optional<Duration> patience) {
        return new Configurations(this, image, where, patience).subjects();
    }

    /** What differs between the platforms besides themselves, each once; the numbers of vCPUs and the disks differ by intent. */
    public List<Finding> unfair() {
        return cells().stream()
                .collect(Collectors.groupingBy(
                        cell -> List.of(cell.vcpus(), cell.disk()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(alike ->
                        Fairness.findings(alike.stream().map(this::fairly).toList()).stream())
                .distinct()
                .toList();
    }

    private ringside.core.guest.fair.Subject fairly(Cell cell) {
        return ringside.core.guest.fair.Subject.of(guest(cell), cell.platform())
                .called(cell.platform().id());
    }

    /** The guests, in the order of platforms, vCPUs and disks; a plan that uses no disk has no need of a second format. */
    List<Cell> cells() {
        boolean usesDisks = !Configurations.ofDisks(plan).isEmpty();
        var cells = new ArrayList<Cell>();
        for (GuestPlatform platform : platforms)
            for (int count : vcpus) {
                var formats = EnumSet.noneOf(Disk.Format.class); // two that are asked for may be one there
                for (Disk.Format disk : usesDisks ? disks : disks.subList(0, 1)) {
                    var cell = new Cell(platform, count, disk);
                    if (formats.add(cell.format())) cells.add(cell);
                }
            }
        return cells;
    }

    Guest guest(Cell cell) {
        Disk first = base.disks().getFirst();
        var all = new ArrayList<>(base.disks());
        all.set(0, first.withPath(first.path(), cell.format()));
        return base.withCpu(base.cpu().withVcpus(cell.vcpus())).withDisks(all.toArray(Disk[]::new));
    }
}
