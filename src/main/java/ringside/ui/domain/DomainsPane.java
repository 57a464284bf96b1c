package ringside.ui.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ringside.core.hypervisor.Ability;
import ringside.core.hypervisor.Domain;
import ringside.core.hypervisor.DomainState;
import ringside.core.hypervisor.Operation;
import ringside.ui.domain.DomainsModel.Row;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Chip;
import ringside.ui.kit.CommandLine;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;
import ringside.ui.kit.Words;
import ringside.ui.shell.Desk;

/** The guests that were started on this machine, and what can be done with each. Not there while there are none. */
public final class DomainsPane extends VBox {
    private static final String STYLES = "/ringside/ui/domain.css";

    private final DomainsModel model;
    private final Desk desk;
    private final DomainSheets sheets;
    private String opened = ""; // the guest whose console is shown

    public DomainsPane(DomainsModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        sheets = new DomainSheets(model, desk);
        getStyleClass().add("domains");
        getStylesheets()
                .add(Objects.requireNonNull(DomainsPane.class.getResource(STYLES), STYLES)
                        .toExternalForm());
        managedProperty().bind(visibleProperty());
        model.listedProperty().subscribe(this::show);
    }

    private void show(DomainsModel.Listed listed) {
        setVisible(!listed.rows().isEmpty() || !listed.troubles().isEmpty());
        var title = new Label(Texts.of("domain.title"));
        title.getStyleClass().add("section-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        var head = new HBox(title, Buttons.icon(Texts.of("domain.look-again"), Icon.REFRESH, model::refresh));
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(head);
        listed.troubles().forEach(trouble -> getChildren().add(new ErrorPane(trouble, model::refresh)));
        listed.rows().forEach(row -> getChildren().add(card(row)));
        if (!listed.rows().isEmpty()) getChildren().add(new CommandLine("ringside guest list"));
    }

    private Node card(Row row) {
        Domain domain = row.domain();
        var name = new Label(domain.name());
        name.getStyleClass().add("name");
        var state = new Label(words(domain.state()));
        state.getStyleClass().addAll("state", domain.state().word());
        var line = new HBox(Icon.of(Icon.GUESTS), name, Chip.platform(domain.platform()), state);
        line.getStyleClass().add("line");
        line.setAlignment(Pos.CENTER_LEFT);
        domain.address()
                .ifPresent(address -> line.getChildren().add(Words.of(Texts.of("domain.ssh", address), "muted")));
        var card = new VBox(line);
        card.getStyleClass().add("domain");
        domain.leftover()
                .ifPresent(why -> card.getChildren().add(Words.of(Texts.of("domain.leftover", why), "leftover")));
        card.getChildren().add(buttons(row));
        if (opened.equals(domain.name())) card.getChildren().add(console(row));
        return card;
    }

    static String words(DomainState state) {
        return switch (state) {
            case STARTING -> Texts.of("domain.state.starting");
            case RUNNING -> Texts.of("domain.state.running");
            case PAUSED -> Texts.of("domain.state.paused");
            case STOPPING -> Texts.of("domain.state.stopping");
            case OFF -> Texts.of("domain.state.off");
            case SAVED -> Texts.of("domain.state.saved");
            case CRASHED -> Texts.of("domain.state.crashed");
            case BROKEN -> Texts.of("domain.state.broken");
            case UNKNOWN -> Texts.of("domain.state.unknown");
        };
    }

    /** Those that make sense now; one that cannot be had for another reason says which. */
    private Node buttons(Row row) {
        var buttons = new ArrayList<Node>();
        DomainState state = row.domain().state();
        if (state == DomainState.OFF || state == DomainState.CRASHED)
            add(buttons, Texts.of("domain.start"), Operation.START, row);
        if (state == DomainState.SAVED) add(buttons, Texts.of("domain.restore"), Operation.RESTORE, row);
        if (state == DomainState.PAUSED) buttons.add(resume(row));
        if (state == DomainState.RUNNING) {
            add(buttons, Texts.of("domain.stop"), Operation.STOP, row);
            add(buttons, Texts.of("domain.pause"), Operation.PAUSE, row);
        }
        if (state.isAlive()) add(buttons, Texts.of("domain.save"), Operation.SAVE, row);
        if (state != DomainState.BROKEN) {
            add(buttons, Texts.of("domain.snapshot-ask"), Operation.SNAPSHOT, row);
            add(buttons, Texts.of("domain.revert-ask"), Operation.REVERT, row);
        }
        add(
                buttons,
                opened.equals(row.name()) ? Texts.of("domain.hide-console") : Texts.of("domain.show-console"),
                Operation.CONSOLE,
                row);
        add(buttons, Texts.of("domain.remove-ask"), Operation.DESTROY, row);
        var flow = new FlowPane(buttons.toArray(Node[]::new));
        flow.getStyleClass().add("buttons");
        return flow;
    }

    private void add(List<Node> buttons, String text, Operation operation, Row row) {
        var button = new Button(text);
        button.setMnemonicParsing(true);
        button.setId(operation.word() + "-" + row.name());
        button.setAccessibleText(text.replace("_", "").replace("…", "") + " " + row.name());
        button.setOnAction(pressed -> act(operation, row));
        Ability able = row.domain().state() == DomainState.CRASHED && operation == Operation.START
                ? Ability.Able.YES
                : row.domain().can(operation);
        button.setDisable(!able.isAble());
        // A disabled button shows no tooltip of its own
        var holder = new HBox(button);
        Tooltip.install(
                holder,
                new Tooltip(
                        able.isAble()
                                ? Texts.of("domain.in-a-terminal", row.command(operation))
                                : ErrorPane.sentence(able.why())));
        buttons.add(holder);
    }

    private Node resume(Row row) {
        var button = new Button(Texts.of("domain.resume"));
        button.setMnemonicParsing(true);
        button.setId("resume-" + row.name());
        button.setTooltip(new Tooltip(Texts.of("domain.in-a-terminal", "ringside guest resume " + row.name())));
        button.setOnAction(pressed -> model.resume(row, desk.notices()::trouble));
        return button;
    }

    private void act(Operation operation, Row row) {
        switch (operation) {
            case DESTROY -> sheets.remove(row);
            case SNAPSHOT -> sheets.snapshot(row);
            case REVERT -> sheets.revert(row);
            case CONSOLE -> {
                opened = opened.equals(row.name()) ? "" : row.name();
                show(model.listedProperty().get());
            }
            default -> model.act(operation, row, desk.notices()::trouble);
        }
    }

    private Node console(Row row) {
        var area = new TextArea();
        area.setEditable(false);
        area.setPrefRowCount(14);
        area.getStyleClass().add("code");
        area.setId("console-text");
        area.setPromptText(Texts.of("domain.console-empty"));
        area.setAccessibleText(Texts.of("domain.console-of", row.name()));
        readInto(area, row);
        Button again = Buttons.icon(Texts.of("domain.console-again"), Icon.REFRESH, () -> readInto(area, row));
        var command = new CommandLine(row.command(Operation.CONSOLE));
        HBox.setHgrow(command, Priority.ALWAYS);
        var foot = new HBox(command, again);
        foot.setAlignment(Pos.CENTER_LEFT);
        return new VBox(6, area, foot);
    }

    private void readInto(TextArea area, Row row) {
        model.console(
                row,
                text -> {
                    // What moves a terminal's cursor is no text
                    area.setText(text.replaceAll("\\x1b\\[[0-9;?]*[A-Za-z]|[\\p{Cntrl}&&[^\\n\\t]]", ""));
                    area.positionCaret(area.getLength());
                },
                desk.notices()::trouble);
    }
}
