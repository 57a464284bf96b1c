package ringside.core.bench.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ringside.core.RingsideException;
import ringside.core.bench.Benchmark;
import ringside.core.bench.Machine;
import ringside.core.bench.Measurement;
import ringside.core.bench.Programs;
import ringside.core.bench.Subject;

/** From a session to ways that are open and measurements that are known: all that comes before the first run. */
final class Starting {
    private final Going going;
    private final Preparing preparing;
    private final Map<Integer, Machine> surveyed = new TreeMap<>();
    private final Map<Integer, Preparing.Found> found = new HashMap<>();
    private final Map<Integer, Way> open = new TreeMap<>();
    private Optional<RingsideException> trouble = Optional.empty();

    Starting(Going going, Preparing preparing) {
        this.going = going;
        this.preparing = preparing;
    }

    /** Opens the ways to the subjects of one machine; one that cannot be reached is set aside. */
    void reach(List<Way> ways) {
        for (Way way : ways) {
            try {
                reach(way);
            } catch (RingsideException e) {
                way.close();
                giveUp(way.subject(), e);
            }
        }
    }

    private void reach(Way way) {
        Way.Opened opened = way.open();
        if (!opened.leftBehind().isEmpty())
            going.tell(new Event.CleanedUp(Instant.now(), way.subject(), opened.leftBehind()));
        if (!opened.guarded()) going.unguarded(way.subject());
        if (going.isExpanded(way.subject())) preparing.restore(opened.shell(), way.folder());
        else survey(way);
        synchronized (this) {
            open.put(way.subject(), way);
        }
    }

    private void survey(Way way) {
        Machine machine = Survey.of(way.shell());
        Preparing.Found programs = preparing.programs(way.shell(), way.folder());
        synchronized (this) {
            surveyed.put(way.subject(), machine);
            found.put(way.subject(), programs);
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
        surveyed.forEach((subject, machine) -> {
            List<Machine> others = new ArrayList<>(surveyed.values());
            expand(subject, machine, machine.leastOf(others));
        });
        open.keySet().stream().filter(going::isExpanded).forEach(going::tellExpanded);
        if (open.keySet().stream().allMatch(going::isAside)) throw trouble.orElseThrow();
        return open;
    }

    private void expand(int subject, Machine machine, Machine sized) {
        Preparing.Found there = found.getOrDefault(subject, new Preparing.Found(Programs.BY_NAME, Map.of()));
        for (Benchmark benchmark : preparing.benchmarks())
            preparing
                    .lacking(benchmark, there.programs())
                    .ifPresent(programs -> going.tell(lacking(subject, benchmark, programs)));
        List<Measurement> sweep = preparing.sweep(sized, there.programs());
        if (sweep.isEmpty()) {
            giveUp(
                    subject,
                    new RingsideException(
                            going.session().label(subject) + " has none of the programs that the plan needs",
                            "'ringside bench preflight' says which packages have them"));
            return;
        }
        Subject one = going.session().subjects().get(subject);
        String name = open.containsKey(subject) ? open.get(subject).shell().name() : one.machine();
        going.expanded(
                subject,
                Preparing.described(one.configuration(), name, machine, there.compilers()),
                there.programs(),
                sweep,
                new Going.Size(sized.cores(), sized.memory()));
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
