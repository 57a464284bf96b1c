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
        fact("Measured at", sample.parameters().toString().replace(";", ", "));
        fact("Note", run.note());
        set(measurement.set(), set);
        fact("Run", run.id() + " (" + run.outcome().word() + reason(run) + ")");
        command(run);
        fact("Started", run.started().map(Amount::time).orElse("not recorded"));
        against.ifPresent(this::against);
        Configuration configuration = run.configuration();
        fact("Host", configuration.environment().name());
        fact("", list(configuration.environment().facts()));
        fact("Platform", Platforms.of(configuration.platform()).name());
        fact("Versions", list(configuration.versions()));
        fact("Settings", list(configuration.settings()));
        set.ifPresent(known -> fact("Caveats", known.notes()));
        if (run.raw().isEmpty()) fact("Raw output", "none is kept: the value was not read from a tool's output");
    }

    private void against(Against other) {
        fact(
                "Unlike " + other.name(),
                other.differences().isEmpty()
                        ? "nothing that was recorded differs"
                        : other.differences().stream().map(RunFacts::words).collect(Collectors.joining("\n")));
    }

    private static String words(Difference one) {
        List<String> here = one.here().lines().toList();
        List<String> there = one.there().lines().toList();
        if (here.size() <= 1 && there.size() <= 1)
            return one.fact() + ": " + said(one.here()) + " (there " + said(one.there()) + ")";
        return one.fact() + ":\n" + only(here, there, Texts.of("figure.run-facts.here")) + "\n"
                + only(there, here, Texts.of("figure.run-facts.there"));
    }

    private static String said(String value) {
        return value.isEmpty() ? "not recorded" : value;
    }

    private static String only(List<String> text, List<String> other, String mark) {
        return Lines.notIn(other, text).stream()
                .mapToObj(i -> mark + text.get(i))
                .collect(Collectors.joining("\n"));
    }

    private void set(String name, Optional<ResultSet> set) {
        name("Set");
        var link = new Hyperlink(name);
        link.setTooltip(new Tooltip("Open this set in the library"));
        link.setOnAction(event -> open.accept(name));
        var origin =
                new Label(set.map(known -> "(" + known.origin().word() + ")").orElse(""));
        var line = new HBox(6, link, origin);
        line.setAlignment(Pos.CENTER_LEFT);
        add(line, 1, row++);
        set.ifPresent(known -> {
            fact("Source", known.citation().text());
            fact("Found at", known.citation().locator());
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
            fact("Command", "not recorded");
            return;
        }
        name("Command");
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
