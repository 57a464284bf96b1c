package ringside.ui.result;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

/** What the output of a benchmark tool does not say, and its owner knows. */
final class ImportQuestions extends GridPane {
    private final ComboBox<String> platform = new ComboBox<>();
    private final TextField label = new TextField();
    private final TextField set = new TextField();
    private final TextField given = new TextField();
    private final Label objection = new Label();
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();

    ImportQuestions(List<Path> chosen) {
        getStyleClass().add("questions");
        managedProperty().bind(visibleProperty());
        platform.getItems().setAll(Platforms.known().stream().map(Platform::id).toList());
        platform.setEditable(true);
        platform.setPromptText("kvm, xen-pv, host, or a name of your own");
        platform.setMaxWidth(Double.MAX_VALUE);
        platform.setId("import-platform");
        label.setPromptText("such as “KVM, 4 cores”; otherwise the platform's name");
        set.setPromptText("otherwise each file makes a set of its own");
        set.setText(folder(chosen));
        given.setPromptText("such as operation=rd;cores=2");
        given.setTooltip(new Tooltip("Parameters that the tool does not print, as key=value pairs joined by ;"));
        objection.getStyleClass().add("objection");
        objection.managedProperty().bind(objection.textProperty().isNotEmpty());
        var names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        var fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(names, fields, names, fields);
        addRow(0, name("_Platform", platform), platform, name("_Name it", label), label);
        addRow(1, name("Into the _set", set), set, name("_Also known", given), given);
        add(objection, 1, 2, 3, 1);
        for (TextField field : List.of(platform.getEditor(), label, set, given))
            field.textProperty().subscribe((before, now) -> changedSomething());
    }

    private static Label name(String text, Control field) {
        var name = new Label(text);
        name.setMnemonicParsing(true);
        name.setLabelFor(field);
        return name;
    }

    /** Files dropped as one folder belong together. */
    private static String folder(List<Path> chosen) {
        boolean one = chosen.size() == 1 && Files.isDirectory(chosen.getFirst());
        return one ? String.valueOf(chosen.getFirst().getFileName()) : "";
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
            return "“Also known”: " + wrong.getMessage();
        }
    }

    /** Another number whenever an answer changed. */
    ReadOnlyIntegerProperty changed() {
        return version.getReadOnlyProperty();
    }

    void focus() {
        platform.requestFocus();
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
