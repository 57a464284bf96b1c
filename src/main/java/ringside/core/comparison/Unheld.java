package ringside.core.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ringside.core.result.Metric;
import ringside.core.stats.Comparison;

/** Measurements that are held against nothing, and those of them that another unit or direction keeps apart. */
final class Unheld implements SetCheck {
    @Override
    public List<Finding> findings(Studied set, Comparison.Rule rule) {
        if (set.unmatched().isEmpty() || set.configurations().size() < 2) return List.of();
        int n = set.unmatched().size();
        List<String> apart = apart(set);
        String text = Phrases.count(n, "measurement is", "measurements are")
                + " held against nothing, as no other configuration gave the same one beside the reference, and "
                + (n == 1 ? "counts" : "count") + " nowhere."
                + (apart.isEmpty()
                        ? ""
                        : " Units or directions that differ keep apart: " + Phrases.some(apart, 4)
                                + ". Where they mean the same, give them the same unit and import them again.");
        return List.of(new Finding(
                Finding.Kind.UNMATCHED,
                set.name(),
                text,
                List.of(),
                set.unmatched().stream()
                        .map(each -> each.configuration().label())
                        .distinct()
                        .toList(),
                set.unmatched().stream().map(Studied.Unmatched::text).toList()));
    }

    /** One thing in several units: {@code hpl performance in Gflop/s (host) and Mflop/s (KVM)}. */
    private static List<String> apart(Studied set) {
        var things = new LinkedHashMap<String, Map<Metric, Set<String>>>();
        for (Studied.Unmatched each : set.unmatched())
            things.computeIfAbsent(
                            each.task().benchmark() + " " + each.task().metric().name(), any -> new LinkedHashMap<>())
                    .computeIfAbsent(each.task().metric(), any -> new LinkedHashSet<>())
                    .add(each.configuration().label());
        var apart = new ArrayList<String>();
        things.forEach((thing, metrics) -> {
            if (metrics.size() < 2) return;
            var units = new ArrayList<String>();
            metrics.forEach((metric, labels) -> units.add(
                    metric.unit() + ", " + metric.better().word() + " is better (" + String.join(", ", labels) + ")"));
            apart.add(thing + " in " + String.join(" and ", units));
        });
        return apart;
    }
}
