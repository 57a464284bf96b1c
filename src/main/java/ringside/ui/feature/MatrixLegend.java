package ringside.ui.feature;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import ringside.core.feature.Support;
import ringside.ui.kit.Texts;

/** What the signs of the table stand for. */
final class MatrixLegend extends FlowPane {
    MatrixLegend() {
        getStyleClass().add("matrix-legend");
        for (Support support : Support.values()) add(support.sign(), CellText.style(support), meaning(support));
        for (CellText.Flag flag : CellText.Flag.values()) add(flag.sign(), "flag", flag.meaning());
    }

    private void add(String sign, String style, String meaning) {
        var mark = new Label(sign);
        mark.getStyleClass().addAll("says", style);
        var words = new Label(meaning);
        words.getStyleClass().add("muted");
        var entry = new HBox(4, mark, words);
        entry.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(entry);
    }

    private static String meaning(Support support) {
        return switch (support) {
            case YES -> Texts.of("feature.matrix-legend.yes");
            case PARTIAL -> Texts.of("feature.matrix-legend.partial");
            case NO -> Texts.of("feature.matrix-legend.no");
            case NOT_APPLICABLE -> Texts.of("feature.matrix-legend.not-applicable");
            case UNKNOWN -> Texts.of("feature.matrix-legend.unknown");
        };
    }
}
