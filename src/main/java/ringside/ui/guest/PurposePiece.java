package ringside.ui.guest;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.core.guest.preset.Preset;
import ringside.ui.kit.Texts;

/** What the guest is for: a preset that sets everything at once. */
final class PurposePiece extends VBox implements Piece {
    PurposePiece(List<Preset> presets, Consumer<Preset> take) {
        getStyleClass().add("fields");
        getChildren().add(SectionPane.title(Texts.of("guest.purpose-piece.title")));
        getChildren().add(SectionPane.words(Texts.of("guest.purpose-piece.lead")));
        for (Preset preset : presets) {
            var link = new Hyperlink(preset.title());
            link.setOnAction(pressed -> take.accept(preset));
            link.setMinHeight(Region.USE_PREF_SIZE);
            Label words = SectionPane.words(preset.purpose());
            words.getStyleClass().setAll("label", "why");
            link.setAccessibleHelp(preset.purpose());
            var row = new VBox(link, words);
            row.getStyleClass().add("field");
            getChildren().add(row);
        }
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(WizardModel.State state) {
        // Presets are the same whatever the guest is
    }
}
