package ringside.core.comparison;

import java.util.List;
import ringside.core.result.Configuration;
import ringside.core.result.Environment;
import ringside.core.stats.Comparison;

/** Sets that were measured in a machine of which nothing is hardware. */
final class InsideEmulation implements SetCheck {
    @Override
    public List<Finding> findings(Studied set, Comparison.Rule rule) {
        List<Configuration> inside = set.configurations().stream()
                .filter(one -> one.environment().isEmulated())
                .toList();
        if (inside.isEmpty()) return List.of();
        String by = String.valueOf(inside.getFirst().environment().facts().get(Environment.EMULATED));
        return List.of(new Finding(
                Finding.Kind.INSIDE_EMULATION,
                set.name(),
                "Measured " + Environment.EMULATED_CAVEAT + ". Its machine is emulated " + by
                        + ". It counts for no platform.",
                set.cells().stream().map(Cell::id).toList(),
                inside.stream().map(Configuration::label).toList()));
    }
}
