package ringside.ui.guest;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.ui.kit.Texts;

/** Settings that belong together: the usual ones, and more when asked for or when something in them is wrong. */
final class SectionPane extends VBox implements Piece {
    private final List<FieldRow> usual = new ArrayList<>();
    private final List<FieldRow> more = new ArrayList<>();
    private final VBox folded = new VBox();
    private final Hyperlink unfold = new Hyperlink();

    /** @param owner the path of the list's entry that has them; empty for settings that are there once */
    SectionPane(WizardModel model, Section section, String owner) {
        getStyleClass().add("fields");
        for (Setting setting : section.usual()) usual.add(row(model, setting, owner));
        for (Setting setting : section.more()) more.add(row(model, setting, owner));
        if (owner.isEmpty()) getChildren().add(title(section.title()));
        if (owner.isEmpty() && !section.words().isEmpty()) getChildren().add(words(section.words()));
        getChildren().addAll(usual);
        if (more.isEmpty()) return;
        unfold.setText(Texts.of(
                "guest.section.more",
                String.join(", ", section.more().stream().map(Setting::label).toList())));
        unfold.setWrapText(true);
        unfold.setMinHeight(Region.USE_PREF_SIZE);
        unfold.getStyleClass().add("unfold");
        unfold.managedProperty().bind(unfold.visibleProperty());
        unfold.visibleProperty().bind(folded.visibleProperty().not());
        unfold.setOnAction(pressed -> {
            unfold();
            more.stream().filter(Node::isVisible).findFirst().ifPresent(FirstField::focus);
        });
        folded.getStyleClass().add("fields");
        folded.getChildren().addAll(more);
        folded.managedProperty().bind(folded.visibleProperty());
        folded.setVisible(false);
        getChildren().addAll(unfold, folded);
    }

    private static FieldRow row(WizardModel model, Setting setting, String owner) {
        return new FieldRow(model, setting, Form.inside(owner, setting.path()));
    }

    static Label title(String text) {
        var label = new Label(text);
        label.getStyleClass().add("section-title");
        return label;
    }

    static Label words(String text) {
        var label = new Words(text);
        label.getStyleClass().add("muted");
        return label;
    }

    private void unfold() {
        folded.setVisible(true);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(WizardModel.State state) {
        for (FieldRow row : usual) row.show(state);
        boolean wanted = more.stream().anyMatch(row -> row.wantsToBeSeen(state));
        if (wanted) unfold();
        for (FieldRow row : more) row.show(state);
    }

    @Override
    public void tell(WizardModel.State state) {
        for (FieldRow row : usual) row.tell(state);
        for (FieldRow row : more) row.tell(state);
    }
}
