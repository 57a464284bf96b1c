package ringside.ui.bench;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.core.bench.Benchmark;
import ringside.core.bench.plan.Sweep;
import ringside.core.bench.preflight.Finding;
import ringside.core.host.Target;
import ringside.ui.access.Ask;
import ringside.ui.access.AskPane;
import ringside.ui.bench.BenchModel.Look;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.CommandLine;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;
import ringside.ui.kit.Words;

/** What the chosen hosts have for the plan, how long it takes there, and what would bend its results. */
final class LookPane extends ScrollPane {
    private final BenchModel model;
    private final VBox content = new VBox(16);

    LookPane(BenchModel model) {
        this.model = model;
        content.getStyleClass().add("look");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add(Styles.FLAT);
        model.lookProperty().subscribe(look -> show());
        model.targetsProperty().subscribe(targets -> show());
        model.planProperty().subscribe(plan -> show());
        model.asking().askProperty().subscribe(ask -> show());
    }

    private void show() {
        var heading = new Label(Texts.of("bench.look.title"));
        heading.getStyleClass().add("section-title");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Look look = model.lookProperty().get();
        boolean under = look instanceof Look.Under;
        Button button = under
                ? Buttons.labelled(Texts.of("bench.look.cancel"), Icon.CLOSE, model::cancelLook)
                : Buttons.labelled(Texts.of("bench.look.look"), Icon.VERIFY, model::look);
        button.setId("bench-look");
        button.setDisable(!under
                && (model.planProperty().get().isEmpty()
                        || model.targetsProperty().get().isEmpty()));
        heading.setWrapText(true);
        button.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(heading, space, button);
        head.setAlignment(Pos.CENTER_LEFT);
        content.getChildren().setAll(head);
        content.getChildren().addAll(nodes(look));
        var command = new CommandLine(model.lookCommand());
        content.getChildren().add(command);
    }

    private List<? extends Node> nodes(Look look) {
        return switch (look) {
            case Look.Nothing nothing -> List.of(Words.of(Texts.of("bench.look.look-means"), "muted"));
            case Look.Under under -> {
                Optional<Ask> ask = model.asking().askProperty().get();
                yield List.of(
                        ask.<Node>map(AskPane::new).orElseGet(() -> Words.of(Texts.of("bench.look.looking"), "muted")));
            }
            case Look.Done(List<Bench.Readiness> hosts) ->
                hosts.stream().map(LookPane::host).toList();
            case Look.Failed(var trouble) -> List.of(new ErrorPane(trouble, model::look));
        };
    }

    private static Node host(Bench.Readiness host) {
        var name = new Label(host.target() instanceof Target.Local ? Texts.of("bench.this-machine") : host.name());
        name.getStyleClass().add(Styles.TEXT_BOLD);
        var duration = new Label(host.duration()
                .map(time -> Texts.of("bench.look.takes-about", Times.words(time)))
                .orElse(Texts.of("bench.look.nothing")));
        duration.getStyleClass().add("muted");
        var head = new HBox(10, name, duration);
        head.setAlignment(Pos.BASELINE_LEFT);
        var box = new VBox(8, head);
        for (Benchmark benchmark : Sweep.benchmarks(host.plan()))
            if (host.measures(benchmark))
                box.getChildren().add(row(icon(Icon.CHECK, "good"), benchmark.title(), benchmark.summary(), ""));
        host.preflight().findings().forEach(finding -> box.getChildren().add(finding(finding)));
        if (host.preflight().findings().isEmpty())
            box.getChildren().add(row(icon(Icon.CHECK, "good"), Texts.of("bench.look.sound"), "", ""));
        return box;
    }

    private static Node finding(Finding finding) {
        Region icon = switch (finding.weight()) {
            case STOPS -> icon(Icon.CLOSE, "bad");
            case DISTORTS -> icon(Icon.WARNING, "doubtful");
            case NOTE -> icon(Icon.NOTE, "plain");
        };
        String more = (ErrorPane.sentence(finding.effect()) + " "
                        + ErrorPane.sentence(finding.remedy().words()))
                .strip();
        return row(
                icon, ErrorPane.sentence(finding.seen()), more, finding.remedy().command());
    }

    private static Region icon(String path, String style) {
        Region icon = Icon.of(path);
        icon.getStyleClass().add(style);
        return icon;
    }

    private static Node row(Region icon, String says, String more, String command) {
        var text = new VBox(2, Words.of(says));
        if (!more.isEmpty()) text.getChildren().add(Words.of(more, "muted"));
        if (!command.isEmpty()) text.getChildren().add(command(command));
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        return new HBox(8, icon, text);
    }

    private static Node command(String command) {
        Label code = Words.of(command, "code");
        HBox.setHgrow(code, Priority.ALWAYS);
        code.setMaxWidth(Double.MAX_VALUE);
        var row = new HBox(code, Buttons.copy(Texts.of("bench.look.copy"), () -> command));
        row.getStyleClass().add("command-block");
        return row;
    }
}
