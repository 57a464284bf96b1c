package ringside.ui.domain;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import ringside.core.RingsideException;
import ringside.core.hypervisor.Operation;
import ringside.core.hypervisor.Snapshots;
import ringside.ui.domain.DomainsModel.Row;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.CommandLine;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;
import ringside.ui.kit.Words;
import ringside.ui.shell.Desk;

/** Asks before a guest is removed or taken back, and for the names of snapshots. */
final class DomainSheets {
    private static final double WIDTH = 520;

    private final DomainsModel model;
    private final Desk desk;

    DomainSheets(DomainsModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
    }

    void remove(Row row) {
        Button yes = Buttons.labelled(Texts.of("domain.remove", row.name()), Icon.DELETE, () -> {
            desk.sheets().close();
            model.act(Operation.DESTROY, row, desk.notices()::trouble);
        });
        yes.setId("remove-yes");
        yes.getStyleClass().add("danger");
        show(
                Texts.of("domain.remove-the-guest", row.name()),
                box(
                        Words.of(Texts.of("domain.remove-means"), "muted"),
                        new CommandLine(row.command(Operation.DESTROY))),
                yes);
    }

    void snapshot(Row row) {
        var name = new TextField();
        name.setId("snapshot-name");
        var label = new Label(Texts.of("domain.name"));
        label.setLabelFor(name);
        Label objection = Words.of("", "objection");
        var command = new CommandLine();
        Button keep = Buttons.labelled(Texts.of("domain.keep-it"), Icon.CHECK, () -> {
            desk.sheets().close();
            model.snapshot(row, name.getText(), desk.notices()::trouble);
        });
        keep.setId("snapshot-yes");
        keep.setDefaultButton(true);
        name.textProperty().subscribe(text -> {
            String wrong = objection(text);
            keep.setDisable(!wrong.isEmpty());
            objection.setText(text.isEmpty() ? "" : wrong);
            command.commandProperty().set(wrong.isEmpty() ? row.command(Operation.SNAPSHOT, text) : "");
        });
        show(
                Texts.of("domain.keep-title", row.name()),
                box(Words.of(Texts.of("domain.keep-means"), "muted"), label, name, objection, command),
                keep);
        name.requestFocus();
    }

    private static String objection(String name) {
        try {
            Snapshots.check(name);
            return "";
        } catch (RingsideException refusal) {
            return ErrorPane.sentence(refusal.remedy());
        }
    }

    void revert(Row row) {
        model.snapshots(row, all -> revert(row, all), desk.sheets()::show);
    }

    private void revert(Row row, List<String> snapshots) {
        if (snapshots.isEmpty()) {
            desk.notices().note(Texts.of("domain.no-snapshot", row.name()));
            return;
        }
        var list = new ListView<String>();
        list.setId("snapshots");
        list.getItems().setAll(snapshots);
        list.setPrefHeight(150);
        var command = new CommandLine();
        Button back = Buttons.labelled(Texts.of("domain.revert"), Icon.UNDO, () -> {
            String chosen = list.getSelectionModel().getSelectedItem();
            desk.sheets().close();
            if (chosen != null) model.revert(row, chosen, desk.notices()::trouble);
        });
        back.setId("revert-yes");
        back.getStyleClass().add("danger");
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(chosen ->
                        command.commandProperty().set(chosen == null ? "" : row.command(Operation.REVERT, chosen)));
        list.getSelectionModel().selectLast();
        show(
                Texts.of("domain.revert-title", row.name()),
                box(Words.of(Texts.of("domain.revert-means"), "muted"), list, command),
                back);
    }

    private static VBox box(Node... parts) {
        var box = new VBox(10, parts);
        box.setPrefWidth(WIDTH);
        return box;
    }

    private void show(String title, Node content, Button yes) {
        var no = new Button(Texts.of("domain.cancel"));
        no.setCancelButton(true);
        no.setOnAction(pressed -> desk.sheets().close());
        desk.sheets().show(title, content, List.of(no, yes));
    }
}
