package ringside.core.bench.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import ringside.core.RingsideException;
import ringside.core.bench.Benchmark;
import ringside.core.bench.Machine;
import ringside.core.bench.Measurement;
import ringside.core.bench.Programs;
import ringside.core.bench.Subject;
import ringside.core.host.Command;
import ringside.core.host.Target;
import ringside.core.result.Configuration;

/** From a session to ways that are open and measurements that are known: all that comes before the first run. */
final class Starting {
    private final Going going;
    private final Preparing preparing;
    private final Map<Integer, Surveyed> surveyed = new TreeMap<>();
    private final Map<Integer, Way> open = new TreeMap<>();
    private Optional<RingsideException> trouble = Optional.empty();

    /**
     * What was found of a subject.
     *
     * @param host what it runs on: itself, unless it is a guest that was started
     * @param name of the host
     * @param exact what the hypervisor of the guest was given
     */
    private record Surveyed(Machine machine, Machine host, String name, String exact, Preparing.Found there) {}

    Starting(Going going, Preparing preparing) {
        this.going = going;
        this.preparing = preparing;
    }

    /** Opens the ways to the subjects of one machine; one that cannot be reached or started is set aside. */
    void reach(List<Way> ways) {
        var reached = new ArrayList<>(ways);
        var silent = new HashMap<Target, RingsideException>();
        reached.removeIf(way -> !isHeld(way, silent));
        reached.removeIf(way -> !succeeds(way, this::look));
        synchronized (this) {
            reached.forEach(way -> open.put(way.subject(), way));
        }
    }

    /** A host that is not there is gone to once, and that is told once, however many of its guests were to be measured. */
    private boolean isHeld(Way way, Map<Target, RingsideException> silent) {
        Target host = way.target().target();
        RingsideException known = silent.get(host);
        if (known != null) {
            going.setAside(way.subject(), known.problem());
            return false;
        }
        return succeeds(way, each -> {
            try {
                hold(each);
            } catch (RingsideException e) {
                if (!each.isReached()) silent.put(host, e);
                throw e;
            }
        });
    }

    private boolean succeeds(Way way, Consumer<Way> step) {
        try {
            step.accept(way);
            return true;
        } catch (RingsideException e) {
            giveUp(way.subject(), e);
            close(way, e);
            return false;
        }
    }

    private static void close(Way way, RingsideException why) {
        try {
            way.close();
        } catch (RingsideException left) {
            why.addSuppressed(left); // one subject is lost, not the session; the doctor shows the guest
        }
    }

    /** Before anything else all that was left behind is gone: the guests of a killed session ran until now. */
    private void hold(Way way) {
        Way.Opened opened = way.hold();
        if (!opened.leftBehind().isEmpty())
            going.tell(new Event.CleanedUp(Instant.now(), way.subject(), opened.leftBehind()));
        if (!opened.guarded()) going.unguarded(way.subject());
    }

    /** A guest that is known is started when it is its turn, and one that is not is started for this alone. */
    private void look(Way way) {
        boolean known = going.isExpanded(way.subject());
        if (known && way.isTemporary()) return;
        if (way.isTemporary()) way.open(going.preparing(way.subject()));
        else requireDirectory(way);
        if (known) preparing.restore(way.shell(), way.folder());
        else survey(way);
        way.leave();
    }

    /** The plan's own directory is a person's to make: one that is made here would be left behind. */
    private void requireDirectory(Way way) {
        String directory = going.session().plan().directory();
        if (directory.isEmpty()
                || way.shell()
                        .run(Command.of("/bin/sh", "-c", "[ -d \"$1\" ] && [ -w \"$1\" ]", "sh", directory))
                        .succeeded()) return;
        throw new RingsideException(
                "The directory " + directory + " is not there on " + way.shell().name()
                        + ", or nothing can be written in it",
                "make it (mkdir -p " + Command.quoted(directory) + "), or name another in the plan");
    }

    private void survey(Way way) {
        Configuration given = way.target().configuration();
        Machine plain = Survey.of(way.shell());
        List<Integer> beyond = going.session().plan().affinity().beyond(plain.cores());
        if (!beyond.isEmpty())
            throw new RingsideException(
                    "The plan binds to core " + beyond.getFirst() + ", and "
                            + way.shell().name() + " has " + plain.cores() + ", counted from 0",
                    "list other cores in the plan's affinity, or let it be first-cores");
        Machine machine = plain.withDisk(Optional.ofNullable(given.settings().get(Machine.DISK)));
        Machine host = way.isTemporary() ? Survey.of(way.host()) : plain;
        String name = way.host().name();
        var found =
                new Surveyed(machine, host, name, way.configuration(), preparing.programs(way.shell(), way.folder()));
        synchronized (this) {
            surveyed.put(way.subject(), found);
        }
    }

    private synchronized void giveUp(int subject, RingsideException e) {
        if (trouble.isEmpty()) trouble = Optional.of(e);
        going.setAside(subject, e.problem());
        going.tell(new Event.SubjectLost(Instant.now(), subject, e.problem(), e.remedy(), Optional.empty()));
    }

    /**
     * Makes the plan into measurements of every subject that has none yet, the same points for all.
     *
     * @throws RingsideException if there is nobody to measure, saying why of the first
     */
    synchronized Map<Integer, Way> expand() {
        surveyed.forEach(this::expand);
        open.keySet().stream().filter(going::isExpanded).forEach(going::tellExpanded);
        if (open.keySet().stream().allMatch(going::isAside)) throw trouble.orElseThrow();
        return open;
    }

    private void expand(int subject, Surveyed found) {
        Subject one = going.session().subjects().get(subject);
        for (Benchmark benchmark : preparing.benchmarks())
            preparing
                    .lacking(benchmark, found.there().programs())
                    .filter(programs -> one.isMeasuredBy(benchmark.id()))
                    .ifPresent(programs -> going.tell(lacking(subject, benchmark, programs)));
        Machine sized = sized(one, found.machine());
        List<Measurement> sweep = preparing.sweep(one, sized, found.there().programs());
        if (sweep.isEmpty()) {
            giveUp(
                    subject,
                    nothing(going.session().label(subject), sized, found.there().programs()));
            return;
        }
        Configuration described = Preparing.described(
                one.configuration(), found.name(), found.host(), found.there().versions());
        going.expanded(
                subject,
                one.guest().isEmpty() ? described : Preparing.inside(described, found.machine(), found.exact()),
                found.there().programs(),
                sweep,
                new Going.Size(sized.cores(), sized.memory()));
    }

    private RingsideException nothing(String label, Machine machine, Programs programs) {
        boolean equipped = preparing.benchmarks().stream()
                .anyMatch(benchmark -> preparing.lacking(benchmark, programs).isEmpty());
        return equipped
                ? new RingsideException(
                        "Nothing of the plan can be measured on " + label + " with " + machine.cores() + " cores",
                        "choose cores and sizes that it has; 'ringside bench plan' prints what is left of a plan")
                : new RingsideException(
                        label + " has none of the programs that the plan needs",
                        "'ringside bench preflight' says which packages have them");
    }

    /**
     * All have the memory of the smallest, and as many cores: but the number of a guest's is what it was made for, and
     * others are held against the largest guest.
     */
    private Machine sized(Subject subject, Machine machine) {
        List<Machine> all = surveyed.values().stream().map(Surveyed::machine).toList();
        Machine least = machine.leastOf(all);
        List<Machine> guests = surveyed.entrySet().stream()
                .filter(each ->
                        going.session().subjects().get(each.getKey()).guest().isPresent())
                .map(each -> each.getValue().machine())
                .toList();
        if (guests.isEmpty()) return least;
        int most = guests.stream().mapToInt(Machine::cores).max().orElseThrow();
        int cores = subject.guest().isPresent() ? machine.cores() : Math.min(machine.cores(), most);
        return new Machine(cores, least.memory(), machine.architecture(), machine.facts());
    }

    private static Event.Lacking lacking(int subject, Benchmark benchmark, String programs) {
        return new Event.Lacking(
                Instant.now(),
                subject,
                benchmark.id(),
                benchmark.title() + " needs " + programs + ", which is not there",
                "'ringside bench preflight' says which package has it");
    }
}
