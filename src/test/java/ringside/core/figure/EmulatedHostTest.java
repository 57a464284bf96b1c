package ringside.core.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import ringside.core.result.Environment;
import ringside.workbench.Workbench;

/** The set that was measured inside an emulated machine, as it comes with the program. */
class EmulatedHostTest {
    private static final String SET = "emulated-host";

    @Test
    void saysAtEveryFigureWhatItIsAndShowsThesePlatforms() {
        var shown = new TreeMap<String, Set<String>>();
        try (Workbench workbench = Workbench.open("jdbc:h2:mem:" + UUID.randomUUID())) {
            List<Figure> study = workbench.figures().all().stream()
                    .filter(Figure::ofTheStudy)
                    .toList();
            for (Figure figure : study) {
                Plot plot = workbench.plotting().plot(figure, View.DEFAULT.withSets(Set.of(SET)));
                if (plot.isEmpty()) continue;
                assertTrue(plot.caption().startsWith("Measured " + Environment.EMULATED_CAVEAT + "."), plot::caption);
                String platforms = plot.series().stream()
                        .flatMap(series -> series.points().stream())
                        .map(point -> point.source().platform())
                        .collect(Collectors.toCollection(TreeSet::new))
                        .toString();
                shown.computeIfAbsent(platforms, any -> new TreeSet<>()).add(figure.id());
            }
        }
        var all = "[host, kvm, libvirt-kvm, xen-pv, xen-pvh]";
        var expected = new TreeMap<String, Set<String>>();
        expected.put("[host]", new TreeSet<>(List.of("5.21", "5.22", "5.25", "5.26")));
        expected.put(
                all,
                new TreeSet<>(List.of(
                        "5.1", "5.5", "5.6", "5.7", "5.8", "5.9", "5.10", "5.11", "5.12", "5.14", "5.16", "5.18",
                        "5.20", "5.23", "5.24", "5.27", "A.1", "A.5", "A.7")));
        assertEquals(expected, shown);
    }
}
