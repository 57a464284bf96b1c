package ringside.ui.feature;

import ringside.core.feature.Feature;

/** A line of the table. */
sealed interface Row {
    /** @param features how many it has, also while it is folded */
    record Group(String title, int features, boolean folded) implements Row {}

    record Line(Feature feature) implements Row {}
}
