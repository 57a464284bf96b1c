package ringside.core.figure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import ringside.core.platform.Platforms;
import ringside.core.result.Environment;
import ringside.core.result.Origin;
import ringside.core.result.ResultSet;
import ringside.core.result.ResultStore;

/** What must be said beside a plot: what is missing, what to beware of, and what it rests on. */
final class Remarks {
    private final Figure figure;
    private final List<Cells.Cell> cells;
    private final Map<String, ResultSet> sets = new TreeMap<>();

    Remarks(Figure figure, ResultStore store, List<Cells.Cell> cells) {
        this.figure = figure;
        this.cells = cells;
        for (ResultStore.StoredSet stored : store.sets()) sets.put(stored.set().name(), stored.set());
    }

    List<String> missing(Set<String> chosen) {
        var missing = new ArrayList<String>();
        if (figure.ofTheStudy()) platforms(missing);
        else if (cells.isEmpty()) missing.add("No sample" + in(chosen) + ": " + howToFill());
        var failed = new LinkedHashSet<String>();
        for (Cells.Cell cell : cells)
            if (cell.repetitions() == 0 && !cell.failure().isEmpty())
                failed.add(cell.label() + " at " + points(cell) + ": " + cell.failure() + ".");
        missing.addAll(failed);
        return missing;
    }

    private void platforms(List<String> missing) {
        var there = cells.stream().map(Cells.Cell::platform).collect(Collectors.toSet());
        if (there.contains("xen")) there.addAll(List.of("xen-pv", "xen-hvm"));
        if (there.contains("libvirt-qemu")) there.remove("libvirt-qemu");
        List<String> absent = Plotting.platformsOfTheStudy().stream()
                .filter(id -> !there.contains(id))
                .map(id -> Platforms.of(id).name())
                .toList();
        figure.where().forEach((key, accepted) -> {
            if (accepted.size() < 2 || cells.isEmpty()) return;
            accepted.stream()
                    .filter(value -> !value.equals("-") && !value.equals("native"))
                    .filter(value ->
                            cells.stream().noneMatch(cell -> cell.parameter(key).equals(value)))
                    .sorted(Natural.ORDER)
                    .forEach(value ->
                            missing.add("Nothing here was measured with " + Words.parameter(key, value) + "."));
        });
        if (!absent.isEmpty()) missing.add("Not measured: " + String.join(", ", absent) + ". " + howToFill());
    }

    private String howToFill() {
        String what = String.join(", ", new TreeSet<>(figure.benchmarks()));
        String at = figure.where().entrySet().stream()
                .map(entry -> entry.getKey() + " "
                        + entry.getValue().stream()
                                .filter(value -> !value.equals("-"))
                                .sorted(Natural.ORDER)
                                .collect(Collectors.joining(" or ")))
                .sorted()
                .collect(Collectors.joining(", "));
        return "Results of " + what + (at.isEmpty() ? "" : " with " + at)
                + " fill this: import the tool's output or a CSV file.";
    }

    private static String in(Set<String> chosen) {
        return chosen.isEmpty() ? " in the store" : " in " + String.join(", ", new TreeSet<>(chosen));
    }

    private static String points(Cells.Cell cell) {
        return cell.point().asMap().entrySet().stream()
                .map(entry -> Words.parameter(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    List<String> cautions() {
        var cautions = new ArrayList<String>();
        if (machines().size() > 1)
            cautions.add("These results come from different machines: compare only inside one set.");
        var published = named(Origin.PUBLISHED);
        if (!published.isEmpty())
            cautions.add("Published numbers, not measured here: " + String.join(", ", published) + ".");
        var digitised = named(Origin.DIGITISED);
        if (!digitised.isEmpty())
            cautions.add(
                    "Read off drawn figures, with the uncertainty of a pixel: " + String.join(", ", digitised) + ".");
        long single = cells.stream()
                .filter(cell -> cell.summary().filter(Summary::isSingle).isPresent())
                .count();
        if (single > 0)
            cautions.add(
                    single == cells.size()
                            ? "Single values: how much they vary is not known."
                            : single + " of " + cells.size()
                                    + " points are single values: how much they vary is not known.");
        unstated("cores", cautions);
        if (figure.benchmarks().contains("iozone") && !figure.ofTheStudy()) unstated("disk", cautions);
        long failedChecks = cells.stream()
                .filter(cell -> cell.failure().contains("own check") && cell.repetitions() > 0)
                .count();
        if (failedChecks > 0)
            cautions.add(
                    "At " + failedChecks + " points some repetitions failed the tool's own check and are not drawn.");
        return cautions;
    }

    private void unstated(String key, List<String> cautions) {
        if (!figure.where().containsKey(key)) return;
        var silent = cells.stream()
                .filter(cell -> cell.parameter(key).isEmpty())
                .map(cell -> cell.label() + " (" + cell.set() + ")")
                .collect(Collectors.toCollection(TreeSet::new));
        if (!silent.isEmpty()) cautions.add("Do not state their " + key + ": " + String.join(", ", silent) + ".");
    }

    private Set<String> named(Origin origin) {
        return cells.stream()
                .map(Cells.Cell::set)
                .filter(name -> sets.containsKey(name) && sets.get(name).origin() == origin)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A set that does not name its machine is taken for a machine of its own. */
    private Set<String> machines() {
        return cells.stream()
                .map(cell -> {
                    Environment machine = cell.configuration().environment();
                    return machine.facts().isEmpty()
                            ? "set " + cell.set()
                            : machine.facts().toString();
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    String caption(View view, List<String> split) {
        if (cells.isEmpty()) return "";
        var counts = cells.stream()
                .mapToInt(Cells.Cell::repetitions)
                .filter(n -> n > 0)
                .summaryStatistics();
        String n = counts.getCount() == 0
                ? "no value"
                : counts.getMin() == counts.getMax()
                        ? "n = " + counts.getMin()
                        : "n = " + counts.getMin() + " to " + counts.getMax();
        String centre = view.statistic() == View.Statistic.MEAN ? "mean" : "median";
        var spreads = cells.stream()
                .flatMap(cell -> cell.summary().stream())
                .filter(Summary::hasSpread)
                .map(summary -> summary.spread().startsWith("min to max") ? "min to max" : summary.spread())
                .collect(Collectors.toCollection(TreeSet::new));
        String bars = spreads.isEmpty() || !view.spread()
                ? ""
                : ", bars: " + spreads.stream().limit(2).collect(Collectors.joining("; "));
        String names = cells.stream().map(Cells.Cell::set).distinct().sorted().collect(Collectors.joining(", "));
        var fixed = fixed(split);
        return emulated() + centre + ", " + n + bars + (fixed.isEmpty() ? "" : ". Everywhere: " + fixed) + ". Sets: "
                + names + ". Hosts: " + hosts() + ".";
    }

    private String emulated() {
        var inside = cells.stream()
                .filter(cell -> cell.configuration().environment().isEmulated())
                .toList();
        if (inside.isEmpty()) return "";
        String which = inside.size() == cells.size()
                ? ""
                : inside.stream().map(Cells.Cell::set).distinct().sorted().collect(Collectors.joining(", ", "", ": "));
        return which + (which.isEmpty() ? "Measured " : "measured ") + Environment.EMULATED_CAVEAT + ". Shown: ";
    }

    private String hosts() {
        return cells.stream()
                .map(cell -> cell.configuration().environment())
                .distinct()
                .map(machine ->
                        machine.facts().getOrDefault("cpu", machine.facts().getOrDefault("hardware", machine.name())))
                .distinct()
                .limit(3)
                .collect(Collectors.joining("; "));
    }

    /** Parameters that neither the title nor an axis nor the legend tells, equal for all points. */
    private String fixed(List<String> split) {
        var keys = new TreeSet<String>();
        for (Cells.Cell cell : cells) keys.addAll(cell.point().asMap().keySet());
        keys.removeAll(split);
        keys.remove(figure.x());
        keys.removeAll(figure.where().keySet());
        return keys.stream()
                .map(key -> Words.parameter(key, cells.getFirst().parameter(key)))
                .collect(Collectors.joining(", "));
    }
}
