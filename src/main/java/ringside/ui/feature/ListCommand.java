package ringside.ui.feature;

import java.util.ArrayList;
import java.util.List;
import ringside.core.feature.Column;
import ringside.core.feature.Era;
import ringside.core.feature.Feature;
import ringside.core.feature.FeatureMatrix;
import ringside.core.feature.Filter;

/** The command that prints what the table shows. */
final class ListCommand {
    private ListCommand() {}

    static List<String> arguments(FeatureMatrix matrix, Filter filter, String format) {
        var arguments = new ArrayList<>(List.of("features", "list"));
        if (!filter.platforms().equals(matrix.columns().stream().map(Column::id).toList()))
            filter.platforms().forEach(id -> arguments.addAll(List.of("--platform", id)));
        matrix.features().stream()
                .map(Feature::id)
                .filter(filter.features()::contains)
                .forEach(id -> arguments.addAll(List.of("--feature", id)));
        if (!filter.search().isBlank())
            arguments.addAll(List.of("--search", filter.search().strip()));
        if (filter.differences()) arguments.add("--differences");
        if (filter.changes()) arguments.add("--changes");
        else if (filter.era() != Era.NOW)
            arguments.addAll(List.of("--year", filter.era().word()));
        arguments.addAll(List.of("--format", format));
        return arguments;
    }
}
