package ringside.core.comparison;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import ringside.core.result.Configuration;
import ringside.core.result.ResultSet;

/** Sets of several machines and years, sets without their host, and configurations that ran on another machine. */
final class MixedMachines implements Check {
    @Override
    public List<Finding> findings(Evidence evidence) {
        var findings = new ArrayList<Finding>();
        List<Studied> measured = evidence.sets().stream()
                .filter(set -> !set.measured().isEmpty())
                .toList();
        if (measured.size() > 1) findings.add(several(measured));
        for (Studied set : measured) {
            if (!set.hasHost()) findings.add(noHost(set));
            for (Configuration configuration : set.configurations()) other(set, configuration, findings);
            unstated(set).ifPresent(findings::add);
        }
        return findings;
    }

    private static Finding several(List<Studied> sets) {
        var machines = new LinkedHashSet<String>();
        var years = new TreeSet<Integer>();
        for (Studied set : sets) {
            ResultSet about = set.stored().set();
            years.add(about.created().atZone(ZoneOffset.UTC).getYear());
            set.configurations().forEach(one -> machines.add(machine(one, set)));
        }
        String text = sets.size() + " sets of " + Phrases.count(machines.size(), "machine", "machines") + ", "
                + (years.size() == 1 ? "of " + years.first() : years.first() + " to " + years.last())
                + ": nothing is compared across them but shares of each set's own host, and no platform is called better"
                + " than another unless one set measured both.";
        return new Finding(
                Finding.Kind.MIXED_MACHINES,
                "",
                text,
                sets.stream().flatMap(set -> set.cells().stream()).map(Cell::id).toList(),
                sets.stream().map(Studied::name).toList());
    }

    private static String machine(Configuration configuration, Studied set) {
        var facts = configuration.environment().facts();
        return facts.isEmpty() ? set.name() : configuration.environment().name() + facts;
    }

    private static Finding noHost(Studied set) {
        return new Finding(
                Finding.Kind.NO_HOST,
                set.name(),
                "The bare host was not measured in this set: no share of native can be told of it, it is not in the map"
                        + " of overheads and it tests no claim."
                        + set.reference()
                                .map(reference -> " All are held against " + reference.label() + ".")
                                .orElse(""),
                set.cells().stream().map(Cell::id).toList(),
                set.configurations().stream().map(Configuration::label).toList());
    }

    private static Optional<Finding> unstated(Studied set) {
        List<Cell> cells = set.cells().stream()
                .filter(cell -> !Subjects.isStatedOne(cell.configuration(), cell.reference())
                        && !Subjects.differInMachine(cell.configuration(), cell.reference()))
                .toList();
        if (cells.isEmpty()) return Optional.empty();
        var subjects = new LinkedHashSet<String>();
        for (Cell cell : cells)
            subjects.addAll(
                    List.of(cell.reference().label(), cell.configuration().label()));
        String text = "It is not stated that " + Phrases.some(List.copyOf(subjects), 6)
                + " ran on one machine: what is said of them beside each other holds only if they did.";
        return Optional.of(new Finding(
                Finding.Kind.MACHINE_UNSTATED,
                set.name(),
                text,
                cells.stream().map(Cell::id).toList(),
                List.copyOf(subjects)));
    }

    private static void other(Studied set, Configuration configuration, List<Finding> findings) {
        List<Cell> cells = set.cells().stream()
                .filter(cell -> cell.configuration().equals(configuration)
                        && Subjects.differInMachine(configuration, cell.reference()))
                .toList();
        if (cells.isEmpty()) return;
        Configuration reference = cells.getFirst().reference();
        findings.add(new Finding(
                Finding.Kind.OTHER_MACHINE,
                set.name(),
                configuration.label() + " ran on " + configuration.environment().name() + ", " + reference.label()
                        + " on "
                        + reference.environment().name()
                        + ": two machines, so their ratio is not a share of native and does not count.",
                cells.stream().map(Cell::id).toList(),
                List.of(reference.label(), configuration.label())));
    }
}
