package ringside.ui.result;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.core.platform.Platforms;
import ringside.core.result.Citation;
import ringside.core.result.Configuration;
import ringside.core.result.Environment;
import ringside.core.result.Origin;
import ringside.core.result.ResultSet;
import ringside.core.result.ResultStore.StoredSet;
import ringside.ui.kit.Amount;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Chip;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;

/** A set in full: where its numbers come from, what to beware of, and the machines they were measured on. */
final class SetPane extends VBox {
    private final VBox body = new VBox();

    /** @param actions what can be done to the set, above everything that is known of it */
    SetPane(Node actions, Runnable close) {
        getStyleClass().add("set-pane");
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add(Styles.FLAT);
        body.getStyleClass().add("body");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        heading.getStyleClass().add(Styles.TITLE_4);
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        var head = new HBox(heading, Buttons.icon(Texts.of("result.set.close"), Icon.CLOSE, close));
        head.getStyleClass().add("head");
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, actions, scroll);
    }

    private final Label heading = new Label();

    /** The set as the table knows it; the rest follows with {@link #show(SetDetail)}. */
    void show(StoredSet stored) {
        heading.setText(stored.set().name());
        body.getChildren().setAll(overview(stored));
    }

    void show(SetDetail detail) {
        show(detail.stored());
        detail.byEnvironment().forEach((machine, subjects) -> body.getChildren().add(environment(machine, subjects)));
    }

    void show(Node instead) {
        body.getChildren().setAll(instead);
    }

    private static Node overview(StoredSet stored) {
        ResultSet set = stored.set();
        var box = new VBox();
        box.getStyleClass().add("sections");
        if (!set.title().isBlank()) box.getChildren().add(words(set.title(), "lead"));
        box.getChildren().add(chips(stored));
        box.getChildren().add(words(counts(stored), "muted"));
        if (!set.notes().isBlank())
            box.getChildren().add(section(Texts.of("result.set.caveats"), words(set.notes(), "caveat")));
        box.getChildren().add(section(Texts.of("result.set.source"), origin(set)));
        return box;
    }

    private static Node chips(StoredSet stored) {
        FlowPane row = Chip.platforms(stored.platforms());
        Label origin = Chip.of(stored.set().origin().word());
        origin.getStyleClass().add("origin");
        row.getChildren().addFirst(origin);
        return row;
    }

    private static String counts(StoredSet stored) {
        String words = Texts.of(
                "result.set.counts",
                stored.samples(),
                stored.runs(),
                String.join(", ", stored.benchmarks()),
                Amount.date(stored.set().created()));
        if (stored.missing() == 0) return words;
        return Texts.of("result.set.counts-missing", words, stored.missing());
    }

    private static Node origin(ResultSet set) {
        var box = new VBox();
        box.getStyleClass().add("tight");
        box.getChildren().add(words(means(set.origin()), ""));
        Citation citation = set.citation();
        if (!citation.text().isBlank())
            box.getChildren().add(copyable(citation.text(), Texts.of("result.set.copy-the-citation"), whole(citation)));
        if (!citation.locator().isBlank())
            box.getChildren()
                    .add(copyable(citation.locator(), Texts.of("result.set.copy-the-address"), citation.locator()));
        String licence = set.licence().isBlank()
                ? Texts.of("result.set.no-licence")
                : Texts.of("result.set.licence", set.licence());
        box.getChildren().add(words(licence, "muted"));
        return box;
    }

    private static String means(Origin origin) {
        return switch (origin) {
            case MEASURED -> Texts.of("result.set.measured");
            case IMPORTED -> Texts.of("result.set.imported");
            case PUBLISHED -> Texts.of("result.set.transcribed");
            case DIGITISED -> Texts.of("result.set.digitised");
        };
    }

    private static String whole(Citation citation) {
        return citation.locator().isBlank() ? citation.text() : citation.text() + " " + citation.locator();
    }

    private static Node environment(Environment machine, List<Configuration> subjects) {
        boolean unknown = machine.equals(Environment.UNKNOWN);
        var box = new VBox();
        box.getStyleClass().add("tight");
        if (unknown) box.getChildren().add(words(Texts.of("result.set.no-machine"), "muted"));
        else if (!machine.facts().isEmpty()) box.getChildren().add(facts(machine.facts()));
        for (Configuration subject : subjects) box.getChildren().add(configuration(subject));
        return section(
                unknown ? Texts.of("result.set.configurations") : Texts.of("result.set.measured-on", machine.name()),
                box);
    }

    private static Node configuration(Configuration subject) {
        var label = new Label(subject.label());
        label.getStyleClass().add(Styles.TEXT_BOLD);
        label.setMinWidth(0);
        var head = new HBox(label);
        head.getStyleClass().add("chips");
        head.setAlignment(Pos.CENTER_LEFT);
        if (!subject.label().equalsIgnoreCase(Platforms.of(subject.platform()).name()))
            head.getChildren().add(Chip.platform(subject.platform()));
        var box = new VBox(head);
        box.getStyleClass().add("configuration");
        var known = new LinkedHashMap<>(subject.versions());
        known.putAll(subject.settings());
        if (!known.isEmpty()) box.getChildren().add(facts(known));
        return box;
    }

    private static GridPane facts(Map<String, String> facts) {
        var grid = new GridPane();
        grid.getStyleClass().add("facts");
        var names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        names.setHalignment(javafx.geometry.HPos.LEFT);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setFillWidth(true);
        grid.getColumnConstraints().setAll(names, values);
        facts.forEach((name, value) -> {
            Label key = new Label(name);
            key.getStyleClass().add("muted");
            GridPane.setValignment(key, javafx.geometry.VPos.TOP);
            Label told = words(value, "");
            told.setMaxWidth(Double.MAX_VALUE);
            grid.addRow(grid.getRowCount(), key, told);
        });
        return grid;
    }

    private static Node section(String title, Node content) {
        var heading = new Label(title);
        heading.getStyleClass().add("section-title");
        var box = new VBox(heading, content);
        box.getStyleClass().add("section");
        return box;
    }

    private static Node copyable(String text, String action, String copied) {
        Label label = words(text, "");
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        var row = new HBox(label, Buttons.copy(action, () -> copied));
        row.getStyleClass().add("copyable");
        return row;
    }

    private static Label words(String text, String styleClass) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE); // else the last lines of a long text are cut
        if (!styleClass.isEmpty()) label.getStyleClass().add(styleClass);
        return label;
    }
}
