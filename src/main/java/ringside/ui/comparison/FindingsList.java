package ringside.ui.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import ringside.core.comparison.Finding;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;

/** What a reader must know before believing the numbers, by kind. */
final class FindingsList extends VBox {
    /** Of one kind; the report has all of them. */
    private static final int MOST = 6;

    FindingsList(List<Finding> findings) {
        getStyleClass().add("candidates");
        if (findings.isEmpty()) getChildren().add(Prose.text(Texts.of("comparison.findings-list.none")));
        Map<Finding.Kind, List<Finding>> kinds = new LinkedHashMap<>();
        findings.forEach(finding -> kinds.computeIfAbsent(finding.kind(), kind -> new java.util.ArrayList<>())
                .add(finding));
        kinds.forEach((kind, those) -> getChildren().add(card(kind, those)));
    }

    private static VBox card(Finding.Kind kind, List<Finding> those) {
        var title = new Label(
                kind.takesAway()
                        ? Texts.of("comparison.findings-list.takes-away", capitalised(kind.title()))
                        : capitalised(kind.title()),
                Icon.of(kind.takesAway() ? Icon.WARNING : Icon.NOTE));
        title.getStyleClass().add("card-title");
        var card = new VBox(title, Prose.text(kind.says(), "muted"));
        card.getStyleClass().add("card");
        those.stream()
                .limit(MOST)
                .map(finding -> Prose.text("• " + (finding.set().isEmpty() ? "" : finding.set() + ": ") + finding.text()
                        + (finding.series().isEmpty() ? "" : " " + finding.where())))
                .forEach(card.getChildren()::add);
        if (those.size() > MOST)
            card.getChildren().add(Prose.text(Texts.of("comparison.more", those.size() - MOST), "muted"));
        return card;
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
