package ringside.ui.kit;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** One line that shows the terminal's way of doing something, and copies it. Not there while it is empty. */
public final class CommandLine extends HBox {
    private final StringProperty command = new SimpleStringProperty(this, "command", "");

    public CommandLine() {
        getStyleClass().add("command-line");
        setAlignment(Pos.CENTER_LEFT);
        var text = new Label();
        text.textProperty().bind(command);
        text.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        text.setMaxWidth(Double.MAX_VALUE);
        var whole = new Tooltip();
        whole.textProperty().bind(command.map(line -> Texts.of("kit.command-line.in-a-terminal", line)));
        text.setTooltip(whole);
        var prompt = new Label("$");
        prompt.getStyleClass().add("prompt");
        prompt.setMinWidth(USE_PREF_SIZE);
        setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(prompt, text, Buttons.copy(Texts.of("kit.command-line.copy"), command::get));
        managedProperty().bind(visibleProperty());
        visibleProperty().bind(command.map(line -> !line.isEmpty()));
    }

    public CommandLine(String command) {
        this();
        commandProperty().set(command);
    }

    public StringProperty commandProperty() {
        return command;
    }
}
