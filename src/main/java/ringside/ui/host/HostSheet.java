package ringside.ui.host;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import ringside.core.host.SavedHost;
import ringside.core.host.Target;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;
import ringside.ui.kit.Words;
import ringside.ui.shell.Sheets;

/** Asks for a host, or for what to change of one. */
final class HostSheet extends VBox {
    private final HostsModel model;
    private final Optional<SavedHost> before;
    private final Consumer<SavedHost> save;
    private final TextField address = new TextField();
    private final TextField note = new TextField();
    private final Label objection = Words.of("", "objection");
    private final Button done;

    /** @param before the host to change; none for a new one */
    HostSheet(HostsModel model, Optional<SavedHost> before, Sheets sheets, Consumer<SavedHost> save) {
        super(14);
        this.model = model;
        this.before = before;
        this.save = save;
        setPrefWidth(520);
        address.setId("host-address");
        address.setPromptText(Texts.of("host.address-prompt"));
        note.setId("host-note");
        note.setPromptText(Texts.of("host.note-prompt"));
        objection.setId("host-objection");
        objection.managedProperty().bind(objection.visibleProperty());
        done = Buttons.labelled(
                before.isPresent() ? Texts.of("host.save") : Texts.of("host.add-it"), Icon.CHECK, () -> give(sheets));
        done.setId("host-save");
        done.setDefaultButton(true);
        boolean here = before.filter(host -> host.target().equals(Target.LOCAL)).isPresent();
        if (!here) addField(Texts.of("host.address"), address, Texts.of("host.address-means"));
        addField(Texts.of("host.note"), note, Texts.of("host.note-means"));
        getChildren().add(objection);
        before.ifPresent(host -> {
            address.setText(here ? "local" : host.target().words());
            note.setText(host.note());
        });
        address.textProperty().subscribe(text -> check());
        sheets.show(
                before.isPresent() ? Texts.of("host.change-title") : Texts.of("host.add-title"), this, List.of(done));
        (here ? note : address).requestFocus();
    }

    private void addField(String title, TextField field, String help) {
        var label = new Label(title);
        label.getStyleClass().add("section-title");
        label.setLabelFor(field);
        getChildren().add(new VBox(4, label, field, Words.of(help, "muted")));
    }

    private void check() {
        var wrong = model.objection(address.getText(), before.map(SavedHost::target));
        done.setDisable(wrong.isPresent());
        objection.setText(
                wrong.map(trouble -> ErrorPane.sentence(trouble.problem()) + " " + ErrorPane.sentence(trouble.remedy()))
                        .orElse(""));
        // An empty field is no mistake yet
        objection.setVisible(wrong.isPresent() && !address.getText().isBlank());
    }

    private void give(Sheets sheets) {
        var host = new SavedHost(Target.written(address.getText()), note.getText());
        sheets.close();
        save.accept(host);
    }
}
