package ringside.ui.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ringside.core.comparison.Answer;
import ringside.core.comparison.Change;
import ringside.core.comparison.Need;
import ringside.core.result.Configuration;
import ringside.core.result.ResultStore;
import ringside.ui.kit.Chip;
import ringside.ui.kit.CommandLine;
import ringside.ui.kit.Texts;
import ringside.ui.shell.Navigator;

/** Which result sets count, what they say in percent of native, what speaks against them, and what is missing. */
final class EvidencePiece implements Piece {
    private static final String OWN_HOST = Texts.of("comparison.evidence-piece.own-host");

    private final CompareModel model;
    private final Navigator navigator;
    private final VBox sets = new VBox();
    private final ComboBox<String> reference = new ComboBox<>();
    private final VBox map = new VBox();
    private final VBox missing = new VBox();
    private final VBox findings = new VBox();
    private final VBox node;
    private @Nullable Answer shown;
    private List<ResultStore.StoredSet> listed = List.of();
    private boolean showing;

    EvidencePiece(CompareModel model, Navigator navigator) {
        this.model = model;
        this.navigator = navigator;
        reference.setId("reference");
        reference.setMaxWidth(420);
        reference.setOnAction(chosen -> refer());
        var label = new Label(Texts.of("comparison.evidence-piece.held-against"));
        label.setMnemonicParsing(true);
        label.setLabelFor(reference);
        var row = new HBox(label, reference);
        row.getStyleClass().add("fields-row");
        row.setAlignment(Pos.CENTER_LEFT);
        sets.getStyleClass().add("set-list");
        for (VBox part : List.of(map, missing, findings)) part.getStyleClass().add("section");
        node = new VBox(
                Prose.section(Texts.of("comparison.evidence-piece.sets"), sets, row),
                Prose.section(Texts.of("comparison.evidence-piece.native"), map),
                Prose.section(Texts.of("comparison.evidence-piece.missing"), missing),
                Prose.section(Texts.of("comparison.evidence-piece.findings"), findings));
        node.getStyleClass().add("guide-step");
    }

    private void refer() {
        if (showing) return;
        String chosen = reference.getValue();
        model.change(need ->
                need.withReference(chosen == null || chosen.equals(OWN_HOST) ? Optional.empty() : Optional.of(chosen)));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(CompareModel.State state) {
        if (state.known().isEmpty() || state.answer().isEmpty()) return;
        showing = true;
        if (!listed.equals(state.known().get().sets())) list(state.known().get().sets());
        for (Node one : sets.getChildren())
            if (one.lookup(".check-box") instanceof CheckBox box)
                box.setSelected(state.need().sets().isEmpty()
                        || state.need().sets().contains(String.valueOf(box.getUserData())));
        if (state.answer().get() != shown) show(state.answer().get());
        reference.setValue(state.need().reference().orElse(OWN_HOST));
        showing = false;
    }

    private void list(List<ResultStore.StoredSet> stored) {
        listed = stored;
        sets.getChildren().clear();
        if (stored.isEmpty()) sets.getChildren().add(Prose.text(Texts.of("comparison.evidence-piece.no-sets")));
        for (ResultStore.StoredSet one : stored) sets.getChildren().add(line(one));
    }

    private Node line(ResultStore.StoredSet stored) {
        String name = stored.set().name();
        var box = new CheckBox(name);
        box.setUserData(name);
        box.setId("counts-" + name);
        box.setMinWidth(170);
        box.setOnAction(pressed -> choose());
        var title = new Label(stored.set().title());
        title.getStyleClass().add("muted");
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(60);
        HBox.setHgrow(title, Priority.ALWAYS);
        Label origin = Chip.of(stored.set().origin().word());
        origin.getStyleClass().add("origin");
        var samples = new Label(Texts.of("comparison.evidence-piece.samples", stored.samples()));
        samples.getStyleClass().add("muted");
        samples.setMinWidth(Label.USE_PREF_SIZE);
        var line = new HBox(box, origin, title, samples);
        line.getStyleClass().add("fields-row");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** All of them is none named, so that a set which comes later counts too. */
    private void choose() {
        var chosen = new TreeSet<String>();
        int all = 0;
        for (Node one : sets.getChildren()) {
            if (!(one.lookup(".check-box") instanceof CheckBox box)) continue;
            all++;
            if (box.isSelected()) chosen.add(String.valueOf(box.getUserData()));
        }
        if (chosen.isEmpty()) {
            show(model.state()); // at least one counts
            return;
        }
        boolean every = chosen.size() == all;
        model.change(need -> need.withSets(every ? new TreeSet<>() : chosen));
    }

    private void show(Answer answer) {
        shown = answer;
        offerReferences(answer);
        map.getChildren().clear();
        if (answer.map().entries().isEmpty())
            map.getChildren().add(Prose.text(Texts.of("comparison.evidence-piece.no-native")));
        else
            map.getChildren()
                    .addAll(
                            Prose.text(Texts.of("comparison.evidence-piece.native-means"), "muted"),
                            new OverheadGrid(answer.map(), navigator));
        missing.getChildren().setAll(missing(answer));
        findings.getChildren().setAll(new FindingsList(answer.findings()));
    }

    private List<Node> missing(Answer answer) {
        var lines = new ArrayList<Node>();
        answer.changes().stream()
                .filter(change -> change.kind() == Change.Kind.MEASUREMENT)
                .forEach(change -> {
                    lines.add(Prose.text(change.text()));
                    change.commands().forEach(command -> lines.add(new CommandLine(command)));
                });
        if (lines.isEmpty()) lines.add(Prose.text(Texts.of("comparison.evidence-piece.nothing-missing")));
        return lines;
    }

    /** Labels that some chosen set has. */
    private void offerReferences(Answer answer) {
        var labels = new TreeSet<String>();
        answer.evidence()
                .sets()
                .forEach(set ->
                        set.configurations().stream().map(Configuration::label).forEach(labels::add));
        Need need = answer.need();
        need.reference().ifPresent(labels::add);
        reference.getItems().setAll(OWN_HOST);
        reference.getItems().addAll(labels);
    }
}
