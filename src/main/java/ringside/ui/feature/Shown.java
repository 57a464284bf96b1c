package ringside.ui.feature;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.core.feature.Column;
import ringside.core.feature.Feature;
import ringside.core.feature.FeatureMatrix;
import ringside.core.feature.Fit;
import ringside.core.feature.Probed;

/**
 * Everything the table shows.
 *
 * @param fits by the platform's id; empty where nothing is marked
 * @param probed of each cell that a host was asked about, the newest answer
 */
record Shown(
        FeatureMatrix matrix,
        Choices choices,
        List<Column> columns,
        List<Row> rows,
        Map<String, Fit> fits,
        Map<Place, Probed> probed) {

    CellText text(Feature feature, Column column) {
        return CellText.of(
                matrix,
                feature,
                column,
                choices.period(),
                Optional.ofNullable(probed.get(new Place(feature.id(), column.id()))));
    }
}
