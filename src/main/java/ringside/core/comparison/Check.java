package ringside.core.comparison;

import java.util.List;

/** One thing that can be wrong with a comparison, looked for in all chosen sets. */
interface Check {
    List<Finding> findings(Evidence evidence);
}
