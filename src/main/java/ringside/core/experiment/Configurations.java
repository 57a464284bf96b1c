package ringside.core.experiment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ringside.core.bench.Benchmark;
import ringside.core.bench.Machine;
import ringside.core.bench.Plan;
import ringside.core.bench.Subject;
import ringside.core.bench.TemporaryGuest;
import ringside.core.bench.plan.Sweep;
import ringside.core.guest.Disk;
import ringside.core.guest.Guest;
import ringside.core.guest.GuestPlatform;
import ringside.core.guest.Words;
import ringside.core.guest.yaml.GuestFile;
import ringside.core.host.Target;
import ringside.core.image.GuestImage;
import ringside.core.result.Configuration;
import ringside.core.result.Environment;

/** The configurations of an experiment as the runner measures them. */
final class Configurations {
    /** The setting that says which image a guest was made from. */
    static final String IMAGE = "image";

    private final Experiment experiment;
    private final GuestImage image;
    private final Target where;
    private final Optional<Duration> patience;

    /**
     * @param where the host that all of it is measured on
     * @param patience until a guest answers, where that is not as usual
     */
    Configurations(Experiment experiment, GuestImage image, Target where, Optional<Duration> patience) {
        this.patience = patience;
        this.experiment = experiment;
        this.image = image;
        this.where = where;
    }

    static String words(GuestImage image) {
        return image.name() + " (" + image.release() + ", SHA-256 "
                + image.checksum().substring(0, Math.min(12, image.checksum().length())) + ")";
    }

    List<Subject> subjects() {
        var subjects = new ArrayList<Subject>();
        if (experiment.host()) subjects.add(host());
        for (Cell cell : experiment.cells()) subjects.add(guest(cell));
        return subjects;
    }

    private Subject host() {
        return Subject.host("host", where, where.place());
    }

    private Subject guest(Cell cell) {
        Guest guest = experiment.guest(cell);
        boolean first = cell.disk() == experiment.disks().getFirst();
        Set<String> benchmarks = first ? Set.of() : ofDisks(experiment.plan());
        var temporary = new TemporaryGuest(image.name(), GuestFile.write(guest), benchmarks, patience);
        Configuration configuration = new Configuration(
                cell.platform().id(), label(cell), Map.of(), settings(guest, cell), Environment.UNKNOWN);
        return new Subject(configuration, where, where.place(), Optional.of(temporary));
    }

    /** What the disk is of no account to is measured on the first format alone. */
    static Set<String> ofDisks(Plan plan) {
        return Sweep.benchmarks(plan).stream()
                .filter(Benchmark::usesDisk)
                .map(Benchmark::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What tells it from the others. */
    private String label(Cell cell) {
        var words = new ArrayList<>(List.of(cell.platform().id()));
        if (experiment.vcpus().size() > 1) words.add(cell.vcpus() == 1 ? "1 vCPU" : cell.vcpus() + " vCPUs");
        if (experiment.disks().size() > 1) words.add(Words.of(cell.format()));
        return String.join(", ", words);
    }

    private Map<String, String> settings(Guest guest, Cell cell) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("vcpus", "" + cell.vcpus());
        settings.put("cpu model", guest.cpu().model().toString());
        settings.put("memory", guest.memory().size().toString());
        settings.put(Machine.DISK, Words.of(cell.format()));
        settings.put("cache", Words.of(guest.disks().getFirst().cache()));
        settings.put(IMAGE, words(image));
        return settings;
    }

    /**
     * One of them.
     *
     * @param disk the format that is asked for
     */
    record Cell(GuestPlatform platform, int vcpus, Disk.Format disk) {
        /** What its platform has for that. */
        Disk.Format format() {
            return platform == GuestPlatform.VIRTUALBOX ? disk.onVirtualBox() : disk;
        }
    }
}
