package ringside.ui.feature;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ringside.core.feature.Probed;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;

/** What a live host said of a cell, beside what is claimed of the platform. */
final class ProbedPart extends VBox {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

    /**
     * @param answers one for each host that was asked
     * @param attempt shows how it is tried on this machine, where it can be
     */
    ProbedPart(List<Probed> answers, Optional<Runnable> attempt) {
        getStyleClass().add("section");
        var heading = new Label(Texts.of("feature.probed-part.title"));
        heading.getStyleClass().add("section-title");
        getChildren().add(heading);
        answers.forEach(this::show);
        if (answers.isEmpty()) getChildren().add(CellPane.words(Texts.of("feature.probed-part.none"), "muted"));
        attempt.ifPresent(way -> {
            Button button = Buttons.labelled(Texts.of("feature.probed-part.try"), Icon.VERIFY, way);
            button.setId("try-cell");
            button.setTooltip(new Tooltip(Texts.of("feature.probed-part.try-tip")));
            getChildren().add(button);
        });
    }

    private void show(Probed probed) {
        var says = new Label(
                switch (probed.verdict()) {
                    case TRIED -> Texts.of("feature.probed-part.tried-here");
                    case VERIFIED -> Texts.of("feature.probed-part.verified-here");
                    case OFFERED -> Texts.of("feature.probed-part.offered-here-not-tried");
                    case NOT_HERE -> Texts.of("feature.probed-part.not-on-this-host");
                    case NOT_ASKED -> Texts.of("feature.probed-part.not-asked");
                });
        says.getStyleClass().addAll("says", "probed-" + probed.verdict().word());
        getChildren().addAll(says, CellPane.words(probed.host() + ", " + TIME.format(probed.time()), "muted"));
        if (!probed.command().isBlank())
            getChildren().add(copyable(Texts.of("feature.probed-part.copy-the-command"), probed.command()));
        if (!probed.answer().isBlank())
            getChildren().add(copyable(Texts.of("feature.probed-part.copy-the-answer"), probed.answer()));
        if (!probed.log().isBlank()) getChildren().add(log(probed.log()));
    }

    private static TitledPane log(String text) {
        var pane = new TitledPane(
                Texts.of("feature.probed-part.what-was-done"),
                copyable(Texts.of("feature.probed-part.copy-the-log"), text));
        pane.setExpanded(false);
        pane.setAnimated(false);
        return pane;
    }

    private static HBox copyable(String says, String text) {
        var code = CellPane.words(text, "code");
        HBox.setHgrow(code, Priority.ALWAYS);
        code.setMaxWidth(Double.MAX_VALUE);
        var row = new HBox(code, Buttons.copy(says, () -> text));
        row.getStyleClass().add("command-block");
        return row;
    }
}
