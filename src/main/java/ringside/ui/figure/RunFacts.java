package ringside.ui.figure;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import ringside.core.figure.Measurement;
import ringside.core.platform.Platforms;
import ringside.core.result.Configuration;
import ringside.core.result.Difference;
import ringside.core.result.ResultSet;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.ui.figure.OriginModel.Against;
import ringside.ui.kit.Amount;
import ringside.ui.kit.CommandLine;
import ringside.ui.kit.Lines;
import ringside.ui.kit.Texts;

/** All that is known of one sample's run: command, time, host, configuration, citation and notes. */
final class RunFacts extends GridPane {
    private final Consumer<String> open;
    private int row;

    /** @param open shows a set in the library */
    RunFacts(Consumer<String> open) {
        this.open = open;
        getStyleClass().add("run-facts");
        var names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setMinWidth(0);
        getColumnConstraints().addAll(names, values);
    }

    void show(Measurement measurement, Optional<ResultSet> set, Optional<Against> against) {
        getChildren().clear();
        row = 0;
        Run run = measurement.run();
        Sample sample = measurement.sample();
        fact(
                Texts.of("figure.run-facts.measured-at"),
                sample.parameters().toString().replace(";", ", "));
        fact(Texts.of("figure.run-facts.note"), run.note());
        set(measurement.set(), set);
        fact(Texts.of("figure.run"), run.id() + " (" + run.outcome().word() + reason(run) + ")");
        command(run);
        fact(
                Texts.of("figure.run-facts.started"),
                run.started().map(Amount::time).orElse(Texts.of("figure.run-facts.not-recorded")));
        against.ifPresent(this::against);
        Configuration configuration = run.configuration();
        fact(Texts.of("figure.run-facts.host"), configuration.environment().name());
        fact("", list(configuration.environment().facts()));
        fact(
                Texts.of("figure.run-facts.platform"),
                Platforms.of(configuration.platform()).name());
        fact(Texts.of("figure.run-facts.versions"), list(configuration.versions()));
        fact(Texts.of("figure.run-facts.settings"), list(configuration.settings()));
        set.ifPresent(known -> fact(Texts.of("figure.run-facts.caveats"), known.notes()));
        if (run.raw().isEmpty()) fact(Texts.of("figure.raw-output"), Texts.of("figure.run-facts.no-raw"));
    }

    private void against(Against other) {
        fact(
                Texts.of("figure.run-facts.unlike", other.name()),
                other.differences().isEmpty()
                        ? Texts.of("figure.run-facts.same")
                        : other.differences().stream().map(RunFacts::words).collect(Collectors.joining("\n")));
    }

    private static String words(Difference one) {
        List<String> here = one.here().lines().toList();
        List<String> there = one.there().lines().toList();
        if (here.size() <= 1 && there.size() <= 1)
            return Texts.of("figure.run-facts.differs", one.fact(), said(one.here()), said(one.there()));
        return one.fact() + ":\n" + only(here, there, Texts.of("figure.run-facts.here")) + "\n"
                + only(there, here, Texts.of("figure.run-facts.there"));
    }

    private static String said(String value) {
        return value.isEmpty() ? Texts.of("figure.run-facts.not-recorded") : value;
    }

    private static String only(List<String> text, List<String> other, String mark) {
        return Lines.notIn(other, text).stream()
                .mapToObj(i -> mark + text.get(i))
                .collect(Collectors.joining("\n"));
    }

    private void set(String name, Optional<ResultSet> set) {
        name(Texts.of("figure.run-facts.set"));
        var link = new Hyperlink(name);
        link.setTooltip(new Tooltip(Texts.of("figure.run-facts.open-set")));
        link.setOnAction(event -> open.accept(name));
        var origin =
                new Label(set.map(known -> "(" + known.origin().word() + ")").orElse(""));
        var line = new HBox(6, link, origin);
        line.setAlignment(Pos.CENTER_LEFT);
        add(line, 1, row++);
        set.ifPresent(known -> {
            fact(Texts.of("figure.run-facts.source"), known.citation().text());
            fact(Texts.of("figure.run-facts.found-at"), known.citation().locator());
        });
    }

    private static String reason(Run run) {
        String reason = run.outcome().reason();
        return reason.isEmpty() ? "" : ": " + reason;
    }

    private static String list(Map<String, String> facts) {
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue())
                .collect(Collectors.joining("\n"));
    }

    private void command(Run run) {
        if (run.command().isEmpty()) {
            fact(Texts.of("figure.run-facts.command"), Texts.of("figure.run-facts.not-recorded"));
            return;
        }
        name(Texts.of("figure.run-facts.command"));
        var line = new CommandLine(String.join(" ", run.command()));
        line.setMinWidth(0);
        add(line, 1, row++);
    }

    private void fact(String name, String value) {
        if (value.isBlank()) return;
        name(name);
        var words = new Label(value);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        add(words, 1, row++);
    }

    private void name(String name) {
        var label = new Label(name);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        GridPane.setValignment(label, VPos.TOP);
        add(label, 0, row);
    }
}
