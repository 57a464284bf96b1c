package ringside.core.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ringside.core.feature.Column;
import ringside.core.feature.FeatureMatrix;
import ringside.core.feature.Fit;
import ringside.core.feature.Needs;
import ringside.core.platform.Platforms;

/**
 * A platform that could be the answer.
 *
 * @param fit whether it has what is needed; empty where the matrix of features does not know it
 * @param needed whether anything is
 */
public record Candidate(String platform, Optional<Fit> fit, boolean needed) {

    /** Every guest platform of the matrix, and those that the sets measured. Wholes of several only if measured so. */
    static List<Candidate> of(FeatureMatrix matrix, Needs needs, Evidence evidence) {
        var measured = new LinkedHashSet<String>();
        for (Studied set : evidence.sets())
            set.measured()
                    .values()
                    .forEach(task -> task.forEach((configuration, values) -> {
                        if (values.n() > 0) measured.add(configuration.platform());
                    }));
        measured.remove(Subjects.HOST);
        var wholes = matrix.columns().stream().map(Column::partOf).collect(Collectors.toSet());
        var ids = new LinkedHashSet<String>();
        for (Column column : matrix.columns())
            if (!wholes.contains(column.id()) || measured.contains(column.id())) ids.add(column.id());
        var known = new ArrayList<>(ids);
        Map<String, Fit> fits = Fit.of(matrix, needs, known).stream()
                .collect(Collectors.toMap(fit -> fit.platform().id(), fit -> fit));
        ids.addAll(measured);
        return ids.stream()
                .sorted(Platforms.ORDER)
                .map(id -> new Candidate(
                        id, Optional.ofNullable(fits.get(id)), !needs.must().isEmpty()))
                .toList();
    }

    /** For people. */
    public String name() {
        return fit.map(known -> known.platform().name())
                .orElseGet(() -> Platforms.of(platform).name());
    }

    /** Of what the matrix does not know nobody can say that it fits, unless nothing is needed. */
    public Fit.Verdict fits() {
        return fit.map(Fit::verdict).orElse(needed ? Fit.Verdict.FITS_IF : Fit.Verdict.FITS);
    }

    /** Whether nobody says that it has what is needed. */
    boolean isUnsaid() {
        return needed && fit.map(Fit::isUnknown).orElse(true);
    }

    long niceMet() {
        return fit.map(Fit::niceMet).orElse(0L);
    }

    long nicePartly() {
        return fit.map(Fit::nicePartly).orElse(0L);
    }
}
