package ringside.ui.result;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.core.result.ResultStore.StoredSet;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.CommandLine;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Terminal;
import ringside.ui.kit.Texts;
import ringside.ui.shell.Desk;

/** What can be done to the selected set, each with the command that does it in a terminal. */
final class SetActions extends VBox {
    private final LibraryModel model;
    private final Desk desk;
    private final CommandLine line = new CommandLine();
    private Runnable withdraw = () -> {}; // the offer to undo the last deletion

    SetActions(LibraryModel model, Desk desk, Runnable runs) {
        this.model = model;
        this.desk = desk;
        getStyleClass().add("set-actions");
        Button open = button(Texts.of("result.set-actions.runs"), Icon.FILE, runs, "samples", "--set", "%");
        open.getStyleClass().add(Styles.ACCENT);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var row = new HBox(
                open,
                button(
                        Texts.of("result.set-actions.export-ask"),
                        Icon.EXPORT,
                        this::export,
                        "export",
                        "--set",
                        "%",
                        "--out",
                        "%.ringside"),
                button(Texts.of("result.set-actions.verify"), Icon.VERIFY, this::verify, "sets", "verify", "%"),
                space,
                told(Buttons.icon(Texts.of("result.set-actions.rename-tip"), Icon.RENAME, this::rename)),
                told(
                        Buttons.icon(Texts.of("result.set-actions.delete-tip"), Icon.DELETE, this::delete),
                        "sets",
                        "delete",
                        "%"));
        for (Node button : row.getChildren())
            if (button instanceof Button labelled) labelled.setMinWidth(USE_PREF_SIZE);
        row.getStyleClass().add("buttons");
        getChildren().addAll(row, line);
        model.selectedProperty().subscribe(chosen -> rest());
    }

    /** @param command shown while the button has the pointer or the focus; % stands for the set's name */
    private Button button(String text, String icon, Runnable action, String... command) {
        Button button = Buttons.labelled(text, icon, action);
        button.getStyleClass().add("compact");
        return told(button, command);
    }

    private Button told(Button button, String... command) {
        button.hoverProperty().subscribe(over -> tell(over, command));
        button.focusedProperty().subscribe(over -> tell(over, command));
        return button;
    }

    private void tell(boolean begins, String... command) {
        if (begins) line.commandProperty().set(filled(command));
    }

    private void rest() {
        line.commandProperty().set(filled("sets", "show", "%"));
    }

    private String filled(String... command) {
        StoredSet stored = model.selectedProperty().get();
        if (stored == null || command.length == 0) return "";
        return Terminal.ringside(List.of(command).stream()
                .map(word -> word.replace("%", stored.set().name()))
                .toList());
    }

    private void with(Consumer<StoredSet> action) {
        StoredSet stored = model.selectedProperty().get();
        if (stored != null) action.accept(stored);
    }

    void export() {
        with(stored -> {
            String name = stored.set().name();
            desk.files()
                    .save(Texts.of("result.set-actions.export", name), name, "ringside")
                    .ifPresent(out -> export(name, out));
        });
    }

    private void export(String name, Path out) {
        model.export(
                List.of(name),
                out,
                () -> desk.notices().say(Texts.of("result.set-actions.exported", name, out)),
                desk.sheets()::show);
    }

    void verify() {
        with(stored -> model.verify(
                stored,
                faults -> {
                    if (faults.isEmpty())
                        desk.notices()
                                .say(Texts.of(
                                        "result.set-actions.sound", stored.set().name()));
                    else showFaults(stored, faults);
                },
                desk.sheets()::show));
    }

    private void showFaults(StoredSet stored, List<String> faults) {
        var list = new VBox();
        list.getStyleClass().add("tight");
        for (String fault : faults) {
            var label = new Label(ErrorPane.sentence(fault), Icon.of(Icon.WARNING));
            label.setWrapText(true);
            list.getChildren().add(label);
        }
        list.setPrefWidth(560);
        String title = Texts.of("result.set-actions.faults", stored.set().name(), faults.size());
        desk.sheets().show(title, list, List.of(close(Texts.of("result.set-actions.close"))));
    }

    void rename() {
        with(stored -> {
            var field = new TextField(stored.set().name());
            field.setId("new-name");
            field.setPrefWidth(420);
            var objection = new Label();
            objection.getStyleClass().add("objection");
            Button apply = Buttons.labelled(Texts.of("result.set-actions.rename"), Icon.RENAME, () -> {
                desk.sheets().close();
                model.rename(stored, field.getText(), desk.sheets()::show);
            });
            apply.setDefaultButton(true);
            field.textProperty().subscribe(text -> {
                String wrong = model.objection(stored, text);
                objection.setText(wrong);
                apply.setDisable(!wrong.isEmpty());
            });
            var body = new VBox(field, objection);
            body.getStyleClass().add("tight");
            Node cancel = close(Texts.of("result.cancel"));
            desk.sheets()
                    .show(Texts.of("result.set-actions.rename-set", stored.set().name()), body, List.of(cancel, apply));
            field.requestFocus();
            field.selectAll();
        });
    }

    private Button close(String text) {
        Button close = new Button(text);
        close.setMnemonicParsing(true);
        close.setOnAction(pressed -> desk.sheets().close());
        return close;
    }

    void delete() {
        with(stored -> model.delete(stored, () -> sayDeleted(stored.set().name()), desk.sheets()::show));
    }

    private void sayDeleted(String name) {
        withdraw.run();
        withdraw = desk.notices()
                .say(Texts.of("result.set-actions.deleted", name), Texts.of("result.set-actions.undo"), this::undo);
    }

    void undo() {
        withdraw.run();
        model.undo(
                name -> {
                    model.refresh(() -> model.select(name));
                    desk.notices().say(Texts.of("result.set-actions.back", name));
                },
                desk.sheets()::show);
    }
}
