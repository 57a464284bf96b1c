package ringside.core.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import ringside.core.result.Better;
import ringside.core.result.Configuration;
import ringside.core.stats.Comparison;

/**
 * Programs that only compute, and yet differ much between two configurations on one machine. Hardware virtualization
 * runs them on the bare processor (Popek and Goldberg's efficiency), so the cause is the set-up.
 */
final class Implausible implements SetCheck {
    /** What virtualization costs a computing program is a few percent; beyond this it is something else. */
    static final double MOST = 1.15;

    @Override
    public List<Finding> findings(Studied set, Comparison.Rule rule) {
        var findings = new ArrayList<Finding>();
        var bad = new LinkedHashSet<Configuration>();
        List<Configuration> all = set.configurations();
        for (Configuration host : all)
            if (host.platform().equals(Subjects.HOST))
                for (Configuration guest : all)
                    if (!guest.platform().equals(Subjects.HOST) && !bad.contains(guest))
                        if (compare(set, host, guest, findings)) bad.add(guest);
        for (int i = 0; i < all.size(); i++)
            for (int j = i + 1; j < all.size(); j++) {
                Configuration a = all.get(i);
                Configuration b = all.get(j);
                boolean hosts =
                        a.platform().equals(Subjects.HOST) || b.platform().equals(Subjects.HOST);
                if (!hosts && !bad.contains(a) && !bad.contains(b)) compare(set, a, b, findings);
            }
        return findings;
    }

    /** Whether the two differ more than they can by their platforms. */
    private static boolean compare(Studied set, Configuration a, Configuration b, List<Finding> findings) {
        if (Subjects.isEmulated(a) || Subjects.isEmulated(b)) return false;
        double logarithms = 0;
        SequencedSet<String> programs = new LinkedHashSet<>();
        var tasks = new LinkedHashSet<Task>();
        for (Map.Entry<Task, Map<Configuration, Repetitions>> one :
                set.measured().entrySet()) {
            Task task = one.getKey();
            Repetitions first = one.getValue().get(a);
            Repetitions second = one.getValue().get(b);
            if (first == null || second == null || first.n() == 0 || second.n() == 0) continue;
            if (!Program.of(task.benchmark(), task.metric(), task.point()).computes()) continue;
            double ratio = second.median() / first.median();
            if (!(ratio > 0) || Double.isInfinite(ratio)) continue;
            logarithms += Math.log(task.metric().better() == Better.LOWER ? 1 / ratio : ratio);
            programs.add(task.benchmark());
            tasks.add(task);
        }
        if (tasks.isEmpty()) return false;
        double mean = Math.exp(logarithms / tasks.size());
        if (mean < MOST && mean > 1 / MOST) return false;
        findings.add(finding(set, a, b, mean, tasks, List.copyOf(programs)));
        return true;
    }

    private static Finding finding(
            Studied set,
            Configuration a,
            Configuration b,
            double mean,
            SequencedSet<Task> tasks,
            List<String> programs) {
        Configuration fast = mean > 1 ? b : a;
        Configuration slow = mean > 1 ? a : b;
        boolean host = a.platform().equals(Subjects.HOST);
        List<String> stated = NotAlone.differences(a, b).stream()
                .map(difference -> difference.topic().title())
                .toList();
        String text = fast.label() + " computes " + Texts.times(Math.max(mean, 1 / mean)) + " faster than "
                + slow.label()
                + " (" + Texts.some(programs, 4) + ", " + Texts.count(tasks.size(), "measurement", "measurements")
                + "). Such a program runs on the bare processor under both, so this points at the clock rate, the CPU"
                + " model, the topology or other software, not at the platform"
                + (stated.isEmpty() ? "" : "; stated to differ: " + Texts.all(stated)) + ". "
                + (host
                        ? b.label() + " therefore does not count for its platform."
                        : "The two are therefore not held against each other.");
        return new Finding(
                Finding.Kind.IMPLAUSIBLE,
                set.name(),
                text,
                set.cells().stream()
                        .filter(cell -> tasks.contains(cell.task())
                                && (cell.configuration().equals(a)
                                        || cell.configuration().equals(b)))
                        .map(Cell::id)
                        .collect(Collectors.toList()),
                List.of(a.label(), b.label()));
    }
}
