package ringside.core.comparison;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ringside.core.result.Configuration;
import ringside.core.stats.Comparison;

/** Configurations of different platforms that are stated to differ in more than these, or do not state it. */
final class NotAlone implements SetCheck {

    /** Two configurations and what both state differently. */
    record Difference(Topic topic, String one, String other) {}

    /** In the order of the topics. A host has no settings of guests, so only its software is looked at. */
    static List<Difference> differences(Configuration a, Configuration b) {
        boolean host = a.platform().equals(Subjects.HOST) || b.platform().equals(Subjects.HOST);
        var differences = new ArrayList<Difference>();
        for (Topic topic : host ? Set.of(Topic.KERNEL, Topic.WORD) : EnumSet.allOf(Topic.class)) {
            Optional<String> one = topic.of(a);
            Optional<String> other = topic.of(b);
            if (one.isPresent() && other.isPresent() && !one.get().equalsIgnoreCase(other.get()))
                differences.add(new Difference(topic, one.get(), other.get()));
        }
        differences.sort(java.util.Comparator.comparing(Difference::topic));
        return differences;
    }

    @Override
    public List<Finding> findings(Studied set, Comparison.Rule rule) {
        var subjects = new LinkedHashSet<Configuration>();
        var topics = new LinkedHashMap<Topic, Map<String, Set<String>>>();
        var silent = new LinkedHashMap<Topic, Set<String>>();
        List<Configuration> all = set.configurations();
        for (int i = 0; i < all.size(); i++)
            for (int j = i + 1; j < all.size(); j++) {
                Configuration a = all.get(i);
                Configuration b = all.get(j);
                if (a.platform().equals(b.platform()) || !meet(set, a, b)) continue;
                List<Difference> differences = differences(a, b);
                for (Difference difference : differences) {
                    var values = topics.computeIfAbsent(difference.topic(), any -> new LinkedHashMap<>());
                    values.computeIfAbsent(difference.one(), any -> new LinkedHashSet<>())
                            .add(a.label());
                    values.computeIfAbsent(difference.other(), any -> new LinkedHashSet<>())
                            .add(b.label());
                }
                boolean unsaid = silent(a, b, silent);
                if (unsaid || !differences.isEmpty()) subjects.addAll(List.of(a, b));
            }
        if (topics.isEmpty() && silent.isEmpty()) return List.of();
        return List.of(finding(set, topics, silent, subjects));
    }

    private static boolean meet(Studied set, Configuration a, Configuration b) {
        return set.measured().values().stream().anyMatch(task -> task.containsKey(a) && task.containsKey(b));
    }

    /** Whether one of two guests states what the other does not. */
    static boolean isUnstated(Configuration a, Configuration b) {
        return silent(a, b, new LinkedHashMap<>());
    }

    /** What one of two guests states and the other does not cannot be checked. True if there is anything. */
    private static boolean silent(Configuration a, Configuration b, Map<Topic, Set<String>> silent) {
        if (a.platform().equals(Subjects.HOST) || b.platform().equals(Subjects.HOST)) return false;
        boolean any = false;
        for (Topic topic : List.of(Topic.CPU_MODEL, Topic.VCPUS, Topic.MEMORY_SIZE, Topic.DISK, Topic.CACHE)) {
            if (topic.of(a).isPresent() == topic.of(b).isPresent()) continue;
            any = true;
            silent.computeIfAbsent(topic, none -> new LinkedHashSet<>())
                    .add(topic.of(a).isPresent() ? b.label() : a.label());
        }
        return any;
    }

    private static Finding finding(
            Studied set,
            Map<Topic, Map<String, Set<String>>> topics,
            Map<Topic, Set<String>> silent,
            Set<Configuration> subjects) {
        var parts = new ArrayList<String>();
        var bent = EnumSet.noneOf(Area.class);
        topics.forEach((topic, values) -> {
            var each = new ArrayList<String>();
            values.forEach((value, labels) -> each.add(value + " (" + String.join(", ", labels) + ")"));
            parts.add(topic.title() + ": " + String.join(" against ", each));
            bent.addAll(topic.bends());
        });
        var text = new StringBuilder();
        if (!parts.isEmpty())
            text.append("Besides the platform these differ: ")
                    .append(String.join("; ", parts))
                    .append(". What follows from a difference in speed is then not sure.");
        if (!silent.isEmpty()) {
            var missing = new ArrayList<String>();
            silent.forEach((topic, labels) -> {
                missing.add(topic.title() + " (" + String.join(", ", labels) + ")");
                bent.addAll(topic.bends());
            });
            text.append(text.isEmpty() ? "" : " ")
                    .append("Not stated, so not to be checked: ")
                    .append(String.join("; ", missing))
                    .append('.');
        }
        return new Finding(
                Finding.Kind.NOT_ALONE,
                set.name(),
                text.toString(),
                set.cells().stream()
                        .filter(cell -> subjects.contains(cell.configuration()) && bent.contains(cell.area()))
                        .map(Cell::id)
                        .toList(),
                subjects.stream().map(Configuration::label).toList());
    }
}
