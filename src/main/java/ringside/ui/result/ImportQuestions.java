package ringside.ui.result;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import ringside.core.format.Request;
import ringside.core.platform.Platform;
import ringside.core.platform.Platforms;
import ringside.core.result.Parameters;
import ringside.ui.kit.Texts;

/** What the output of a benchmark tool does not say, and its owner knows. */
final class ImportQuestions extends GridPane {
    private final ComboBox<String> platform = new ComboBox<>();
    private final TextField label = new TextField();
    private final TextField set = new TextField();
    private final TextField given = new TextField();
    private final Map<List<String>, ComboBox<String>> open = new LinkedHashMap<>();
    private final Label objection = new Label();
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();

    ImportQuestions() {
        getStyleClass().add("questions");
        managedProperty().bind(visibleProperty());
        platform.getItems().setAll(Platforms.known().stream().map(Platform::id).toList());
        platform.setEditable(true);
        platform.setPromptText(Texts.of("result.import-questions.platform-prompt"));
        platform.setMaxWidth(Double.MAX_VALUE);
        platform.setId("import-platform");
        label.setTooltip(new Tooltip(Texts.of("result.import-questions.configuration-tip")));
        label.setPromptText(Texts.of("result.import-questions.configuration-prompt"));
        set.setPromptText(Texts.of("result.import-questions.set-prompt"));
        given.setPromptText(Texts.of("result.import-questions.parameters-prompt"));
        given.setTooltip(new Tooltip(Texts.of("result.import-questions.parameters-tip")));
        objection.getStyleClass().add("objection");
        objection.managedProperty().bind(objection.textProperty().isNotEmpty());
        var names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        var fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        fields.setPercentWidth(37);
        getColumnConstraints().setAll(names, fields, names, fields);
        addRow(
                0,
                name(Texts.of("result.import-questions.platform"), platform),
                platform,
                name(Texts.of("result.import-questions.configuration"), label),
                label);
        addRow(
                1,
                name(Texts.of("result.import-questions.set"), set),
                set,
                name(Texts.of("result.import-questions.parameters"), given),
                given);
        addRow(2, objection);
        GridPane.setColumnSpan(objection, 4);
        for (TextField field : List.of(platform.getEditor(), label, set, given))
            field.textProperty().subscribe((before, now) -> changedSomething());
    }

    private static Label name(String text, Control field) {
        var name = new Label(text);
        name.setMnemonicParsing(true);
        name.setLabelFor(field);
        return name;
    }

    private void changedSomething() {
        objection.setText(objection());
        version.set(version.get() + 1);
    }

    private String objection() {
        try {
            Parameters.parse(given.getText().strip());
            return "";
        } catch (IllegalArgumentException wrong) {
            return Texts.of("result.import-questions.parameters-wrong", wrong.getMessage());
        }
    }

    /** Another number whenever an answer changed. */
    ReadOnlyIntegerProperty changed() {
        return version.getReadOnlyProperty();
    }

    /**
     * Asks.
     *
     * @param folder in which all files were given, a good name for what belongs together; may be empty
     * @param unclear what has to be answered
     */
    void begin(String folder, List<OpenPlatform> unclear) {
        set.setText(folder);
        for (OpenPlatform one : unclear) {
            var choice = new ComboBox<String>();
            choice.getItems().setAll(one.choices());
            choice.setPromptText(Texts.of("result.import-questions.which"));
            choice.setMaxWidth(Double.MAX_VALUE);
            choice.valueProperty().subscribe(chosen -> changedSomething());
            Label name = name(one.question().replace("_", "__"), choice);
            name.setWrapText(true);
            add(name, 0, 2 + open.size(), 2, 1);
            add(choice, 2, 2 + open.size(), 2, 1);
            open.put(one.choices(), choice);
        }
        GridPane.setRowIndex(objection, 2 + open.size());
        changedSomething();
        (open.isEmpty() ? platform : open.values().iterator().next()).requestFocus();
    }

    /** What was said of the platforms that are not clear, by their choices. */
    Map<List<String>, String> answers() {
        var answers = new HashMap<List<String>, String>();
        open.forEach((choices, answer) -> {
            if (answer.getValue() != null) answers.put(choices, answer.getValue());
        });
        return answers;
    }

    /** Whether everything was answered without which nothing can be imported. */
    boolean answered() {
        return answers().size() == open.size();
    }

    Request request() {
        return new Request(
                answer(set.getText()),
                Optional.empty(),
                answer(platform.getEditor().getText()),
                answer(label.getText()),
                objection().isEmpty() ? Parameters.parse(given.getText().strip()) : Parameters.NONE);
    }

    private static Optional<String> answer(String text) {
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }
}
