package ringside.ui.guest;

import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ringside.core.guest.render.Gap;
import ringside.ui.kit.Texts;

/**
 * One field: what it is called, its control, why its default is what it is; below, what is wrong with what stands
 * there, and which outputs cannot express it.
 */
final class FieldRow extends VBox implements Piece {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double LABELS = 132;

    private final WizardModel model;
    private final Setting setting;
    private final String path;
    private final Spot spot;
    private final Entry entry;
    private final Label why = words("why");
    private final Label problem = words("objection");
    private final VBox gaps = new VBox();
    private List<String> shownGaps = List.of();

    /** The control, as far as the row is concerned: it shows a text and tells when a person changes it. */
    private interface Entry {
        Control control();

        void show(String text);
    }

    /** @param path of the setting in the guest's file, with the entries of lists it is in */
    FieldRow(WizardModel model, Setting setting, String path) {
        this.model = model;
        this.setting = setting;
        this.path = path;
        spot = Spot.of(path);
        entry = entry();
        getStyleClass().add("field");
        gaps.getStyleClass().add("field-gaps");
        Control control = entry.control();
        control.setId("field-" + path);
        control.setTooltip(new Tooltip(sentence(spot.part().says())));
        control.setAccessibleHelp(setting.why());
        var children = List.of(head(control), why, problem, gaps);
        for (Node below : List.of(problem, gaps)) {
            below.managedProperty().bind(below.visibleProperty());
            below.setVisible(false);
        }
        managedProperty().bind(visibleProperty());
        getChildren().setAll(children);
    }

    private Node head(Control control) {
        if (control instanceof CheckBox) return control;
        var label = new Label(setting.label());
        label.setLabelFor(control);
        label.setWrapText(true);
        label.setMinWidth(LABELS);
        label.setPrefWidth(LABELS);
        control.setAccessibleText(setting.label());
        control.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(control, Priority.ALWAYS);
        var row = new HBox(label, control);
        row.getStyleClass().add("field-head");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label words(String style) {
        var label = new Words("");
        label.getStyleClass().add(style);
        return label;
    }

    private Entry entry() {
        if (spot.isTruth()) return check();
        List<String> choices = spot.choices();
        if (choices.isEmpty()) return text();
        return spot.isOpen() ? openChoice(choices) : choice(choices);
    }

    private Entry check() {
        var box = new CheckBox(setting.label());
        box.setOnAction(pressed -> model.type(path, Boolean.toString(box.isSelected())));
        return new Entry() {
            @Override
            public Control control() {
                return box;
            }

            @Override
            public void show(String text) {
                box.setSelected(text.equals("true"));
            }
        };
    }

    private Entry text() {
        var field = new TextField();
        if (spot.isOptional() || spot.isWithinOptional()) field.setPromptText(Texts.of("guest.field-row.not-said"));
        field.textProperty().subscribe((before, now) -> model.type(path, now));
        return new Entry() {
            @Override
            public Control control() {
                return field;
            }

            @Override
            public void show(String text) {
                if (!field.getText().equals(text)) field.setText(text);
            }
        };
    }

    private Entry choice(List<String> choices) {
        var box = new ComboBox<String>();
        box.getItems().setAll(choices);
        box.setConverter(new Glossed(path));
        box.setOnAction(chosen -> {
            if (box.getValue() != null) model.type(path, box.getValue());
        });
        return new Entry() {
            @Override
            public Control control() {
                return box;
            }

            @Override
            public void show(String text) {
                if (!text.equals(box.getValue())) box.setValue(text);
            }
        };
    }

    private Entry openChoice(List<String> choices) {
        var box = new ComboBox<String>();
        box.getItems().setAll(choices);
        box.setEditable(true);
        box.setCellFactory(list -> new Glossed.Cell(path));
        box.getEditor().textProperty().subscribe((before, now) -> model.type(path, now));
        return new Entry() {
            @Override
            public Control control() {
                return box;
            }

            @Override
            public void show(String text) {
                if (!box.getEditor().getText().equals(text)) box.getEditor().setText(text);
            }
        };
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(WizardModel.State state) {
        boolean there = Spot.isThere(state.form(), path);
        setVisible(there);
        if (!there) return;
        String text = state.form().text(path);
        entry.show(text);
        why.setText(isUnusual(text) ? Texts.of("guest.field-row.usual", setting.why()) : setting.why());
        showProblem(state.problems());
    }

    @Override
    public void tell(WizardModel.State state) {
        if (isVisible()) showGaps(state);
    }

    /** The reason is that of the default: where something else is chosen it has to say so. */
    private boolean isUnusual(String text) {
        boolean choice = spot.isTruth() || !spot.choices().isEmpty();
        return choice && !spot.fallback().isEmpty() && !spot.fallback().equals(text);
    }

    private void showProblem(Map<String, String> problems) {
        String reason = problem(problems);
        String said = reason.isEmpty() ? "" : setting.label() + ": " + reason;
        if (said.equals(problem.getText()) && problem.isVisible() != said.isEmpty()) return;
        problem.setText(said);
        problem.setVisible(!said.isEmpty());
        entry.control().pseudoClassStateChanged(WRONG, !said.isEmpty());
        entry.control().setAccessibleHelp(said.isEmpty() ? setting.why() : said);
    }

    /** What is wrong here, or with the part of the guest that this is the first field of. */
    private String problem(Map<String, String> problems) {
        String here = problems.get(path);
        if (here != null)
            return spot.isNumber() && !here.contains(" to ")
                    ? here + ": " + spot.part().says()
                    : here;
        boolean first = path.endsWith(".sockets") || path.endsWith(".mib-per-second");
        return first ? problems.getOrDefault(path.substring(0, path.lastIndexOf('.')), "") : "";
    }

    private void showGaps(WizardModel.State state) {
        List<String> lines = GapLines.of(state, path);
        if (lines.equals(shownGaps)) return;
        shownGaps = lines;
        gaps.getChildren().setAll(lines.stream().map(FieldRow::gap).toList());
        gaps.setVisible(!lines.isEmpty());
    }

    private static Label gap(String line) {
        Label label = words("gap-line");
        label.setText(line);
        return label;
    }

    /** It has something wrong, or other than the default: nobody should have to look for that. */
    boolean wantsToBeSeen(WizardModel.State state) {
        boolean wrong = state.problems().keySet().stream().anyMatch(field -> field.equals(path));
        return wrong || !state.form().text(path).equals(spot.fallback());
    }

    /** Whether a gap is about exactly this field, and not about something around it. */
    static boolean isAbout(Gap gap, String path) {
        return gap.field().equals(path) || gap.field().startsWith(path + "[");
    }

    /** Without a capital in the guest's file, with one here. */
    private static String sentence(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
