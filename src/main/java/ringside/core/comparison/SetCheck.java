package ringside.core.comparison;

import java.util.List;
import ringside.core.stats.Comparison;

/** A check that looks at one set at a time. */
interface SetCheck extends Check {
    List<Finding> findings(Studied set, Comparison.Rule rule);

    @Override
    default List<Finding> findings(Evidence evidence) {
        return evidence.sets().stream()
                .flatMap(set -> findings(set, evidence.rule()).stream())
                .toList();
    }
}
