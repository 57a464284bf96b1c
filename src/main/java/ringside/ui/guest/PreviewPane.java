package ringside.ui.guest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import ringside.core.guest.render.Gap;
import ringside.core.guest.render.Rendering.Step;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Lines;
import ringside.ui.kit.Texts;

/** One output as it is while one types, and below it what it cannot express and what has to be made first. */
final class PreviewPane extends VBox {
    private static final double NOTES = 0.3; // of the height
    private static final double LEAST_NOTES = 64;

    private final WizardModel model;
    private final ComboBox<Output> choice = new ComboBox<>();
    private final ObjectProperty<Output> output = new SimpleObjectProperty<>(this, "output", new Output.Description());
    private final CodeView code = new CodeView();
    private final VBox notes = new VBox();
    private final ScrollPane noteView = new ScrollPane(notes);
    private List<Gap> shownGaps = List.of();
    private List<Step> shownSteps = List.of();
    private boolean filling;

    /** @param save asks where to, and writes a printout */
    PreviewPane(WizardModel model, String name, Consumer<Printout> save) {
        this.model = model;
        getStyleClass().add("preview");
        choice.setConverter(new Titles());
        choice.setVisibleRowCount(16);
        choice.setId("output-" + name);
        choice.setAccessibleText(Texts.of("guest.preview.output", name));
        choice.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(choice, Priority.ALWAYS);
        choice.setOnAction(chosen -> {
            Output chosenOutput = choice.getValue();
            if (!filling && chosenOutput != null) output.set(chosenOutput);
        });
        Button copy =
                Buttons.copy(Texts.of("guest.preview.copy"), () -> printout().text());
        Button keep = Buttons.icon(Texts.of("guest.preview.save"), Icon.EXPORT, () -> save.accept(printout()));
        copy.setId("copy-" + name);
        keep.setId("save-" + name);
        var head = new HBox(choice, copy, keep);
        head.getStyleClass().add("preview-head");
        head.setAlignment(Pos.CENTER_LEFT);
        code.setId("code-" + name);
        code.setAccessibleText(Texts.of("guest.preview.text", name));
        VBox.setVgrow(code, Priority.ALWAYS);
        notes.getStyleClass().add("notes");
        noteView.setFitToWidth(true);
        noteView.getStyleClass().add("note-view");
        noteView.setMinHeight(Region.USE_PREF_SIZE);
        noteView.setMaxHeight(Region.USE_PREF_SIZE);
        notes.heightProperty().subscribe(any -> fit());
        heightProperty().subscribe(any -> fit());
        noteView.managedProperty().bind(noteView.visibleProperty());
        getChildren().addAll(head, code, noteView);
    }

    /** The notes get what they need, but not more than their share. */
    private void fit() {
        noteView.setPrefHeight(Math.min(notes.getHeight() + 2, Math.max(LEAST_NOTES, getHeight() * NOTES)));
    }

    ObjectProperty<Output> outputProperty() {
        return output;
    }

    Printout printout() {
        return model.state().printout(output.get());
    }

    /** @param beside what is shown beside it, for the marks; null for nothing */
    void show(WizardModel.State state, @Nullable Printout beside) {
        offer(Output.offered(state.guest()));
        Printout printout = state.printout(output.get());
        BitSet changed = Lines.notIn(model.before(printout.output()), printout.lines());
        boolean comparable = beside != null && beside.syntax() == printout.syntax() && isSameLanguage(printout, beside);
        BitSet different = comparable && beside != null ? Lines.notIn(beside.lines(), printout.lines()) : new BitSet();
        code.show(printout.lines(), printout.syntax(), changed, different);
        note(printout);
    }

    private static boolean isSameLanguage(Printout one, Printout other) {
        return one.output() instanceof Output.Configuration a
                && other.output() instanceof Output.Configuration b
                && !a.equals(b)
                && a.target().language() == b.target().language();
    }

    private void offer(List<Output> offered) {
        if (!offered.contains(output.get())) output.set(offered.getFirst());
        filling = true;
        if (!choice.getItems().equals(offered)) choice.getItems().setAll(offered);
        if (!output.get().equals(choice.getValue())) choice.setValue(output.get());
        filling = false;
    }

    private void note(Printout printout) {
        if (!notes.getChildren().isEmpty()
                && printout.gaps().equals(shownGaps)
                && printout.before().equals(shownSteps)) return;
        shownGaps = printout.gaps();
        shownSteps = printout.before();
        var rows = new ArrayList<Node>();
        if (!(printout.output() instanceof Output.Description)) {
            rows.add(SectionPane.title(
                    shownGaps.isEmpty()
                            ? Texts.of("guest.preview.no-gaps")
                            : Texts.of("guest.preview.gaps", shownGaps.size())));
            shownGaps.forEach(gap -> rows.add(gap(gap)));
        }
        // A script has them as comments already
        if (!shownSteps.isEmpty() && printout.syntax() != Syntax.SHELL) {
            Label title = SectionPane.title(Texts.of("guest.preview.before"));
            title.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(title, Priority.ALWAYS);
            rows.add(new HBox(title, Buttons.copy(Texts.of("guest.preview.copy-before"), () -> lines(shownSteps))));
            shownSteps.forEach(step -> rows.add(step(step)));
        }
        notes.getChildren().setAll(rows);
        noteView.setVisible(!rows.isEmpty());
    }

    private static String lines(List<Step> steps) {
        return String.join("\n", steps.stream().map(Step::line).toList()) + "\n";
    }

    static Node gap(Gap gap) {
        var kind = new Label(gap.kind().word());
        kind.getStyleClass().addAll("gap-kind", gap.kind().word());
        kind.setMinWidth(Region.USE_PREF_SIZE);
        Label reason = SectionPane.words(Sections.label(gap.field()) + ": " + gap.reason());
        reason.getStyleClass().setAll("label");
        HBox.setHgrow(reason, Priority.ALWAYS);
        var row = new HBox(kind, reason);
        row.getStyleClass().add("gap");
        return row;
    }

    private static Node step(Step step) {
        Label why = SectionPane.words(step.why());
        Label command = SectionPane.words(step.line());
        command.getStyleClass().setAll("label", "code");
        return new VBox(why, command);
    }

    private static final class Titles extends StringConverter<Output> {
        @Override
        public String toString(@Nullable Output output) {
            return output == null ? "" : output.title();
        }

        @Override
        public Output fromString(String title) {
            throw new UnsupportedOperationException("chosen only, never written");
        }
    }
}
