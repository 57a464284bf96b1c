package ringside.ui.figure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ringside.core.figure.Plot;
import ringside.core.figure.View;

/** A configuration of a result set that has data for a figure, and that a reader may leave out. */
public record Choice(String set, String configuration, String platform) {
    /** Every one that a plot of all data shows, in the plot's order. */
    static List<Choice> of(Plot everything) {
        return everything.series().stream()
                .flatMap(series -> series.points().stream())
                .map(Plot.Point::source)
                .map(source -> new Choice(source.set(), source.configuration(), source.platform()))
                .distinct()
                .toList();
    }

    /** As {@link View#hidden} names it. */
    String key() {
        return set + "/" + configuration;
    }

    boolean shownBy(View view) {
        return (view.sets().isEmpty() || view.sets().contains(set))
                && !view.hidden().contains(key());
    }

    /**
     * The view that shows these and no others. With nothing to show it hides each, since a view without sets
     * shows them all.
     */
    static View show(View view, List<Choice> all, Set<Choice> shown) {
        var sets = shown.stream().map(Choice::set).collect(Collectors.toCollection(LinkedHashSet::new));
        var everySet = all.stream().map(Choice::set).collect(Collectors.toSet());
        boolean allSets = sets.isEmpty() || sets.equals(everySet);
        var hidden = all.stream()
                .filter(choice -> !shown.contains(choice))
                .filter(choice -> allSets || sets.contains(choice.set()))
                .map(Choice::key)
                .collect(Collectors.toSet());
        return view.withSets(allSets ? Set.of() : sets).withHidden(hidden);
    }
}
