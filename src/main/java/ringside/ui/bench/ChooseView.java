package ringside.ui.bench;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.core.bench.Plan;
import ringside.core.bench.run.Session;
import ringside.core.host.SavedHost;
import ringside.core.host.Target;
import ringside.ui.kit.Amount;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.CommandLine;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;
import ringside.ui.kit.Words;

/** What to measure and where, with what the hosts have for it, and the button that starts it. */
final class ChooseView extends BorderPane {
    /** What leads away from here. */
    interface Ways {
        void start();

        void resume(Session session);

        void openPlan();

        void hosts();
    }

    private final BenchModel model;
    private final Ways ways;
    private final VBox cutShort = new VBox(6);
    private final VBox hosts = new VBox(6);
    private final VBox plans = new VBox(10);
    private final TextField set = new TextField();
    private final Button start;
    private final Label objection = Words.of("", "muted");
    private final CommandLine command = new CommandLine();
    private final VBox trouble = new VBox();
    private final ExperimentPane experiment;

    ChooseView(BenchModel model, Ways ways) {
        this.model = model;
        this.ways = ways;
        experiment = new ExperimentPane(model.experiment(), model.hosts(), model.planProperty()::get);
        getStyleClass().add("bench-choose");
        start = Buttons.labelled(Texts.of("bench.choose.start"), Icon.PLAY, ways::start);
        start.setId("bench-start");
        start.getStyleClass().add(Styles.ACCENT);
        start.setMinWidth(Region.USE_PREF_SIZE);
        setTop(bar());
        var split = new SplitPane(scroll(choices()), new LookPane(model));
        split.setDividerPositions(0.5);
        setCenter(split);
        model.hosts().addListener((Observable changed) -> showHosts());
        model.plans().addListener((Observable changed) -> showPlans());
        model.unfinished().addListener((Observable changed) -> showCutShort());
        model.chosenProperty().subscribe(chosen -> showHosts());
        model.planProperty().subscribe(plan -> {
            showPlans();
            experiment.tell();
        });
        model.setProperty().subscribe(name -> tell());
        model.experiment().changesProperty().subscribe(now -> {
            tell();
            experiment.tell();
        });
        trouble.managedProperty().bind(trouble.visibleProperty());
        trouble.visibleProperty().bind(model.troubleProperty().map(Optional::isPresent));
        model.troubleProperty()
                .subscribe(fault -> trouble.getChildren()
                        .setAll(fault.map(why -> new ErrorPane(why, model::refresh)).stream()
                                .toList()));
        showCutShort();
    }

    private Node bar() {
        var title = new Label(Texts.of("bench.choose.title"));
        title.getStyleClass().add(Styles.TITLE_3);
        title.setMinWidth(Region.USE_PREF_SIZE);
        var words = new Label(Texts.of("bench.choose.lead"));
        words.getStyleClass().add("muted");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        var bar = new HBox(title, words);
        bar.getStyleClass().add("page-bar");
        bar.setAlignment(Pos.BASELINE_LEFT);
        return bar;
    }

    private static Node scroll(Node content) {
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add(Styles.FLAT);
        return scroll;
    }

    private Node choices() {
        Button open = Buttons.labelled(Texts.of("bench.choose.open"), Icon.FOLDER, ways::openPlan);
        open.getStyleClass().add("compact");
        Button manage = Buttons.labelled(Texts.of("bench.choose.hosts"), Icon.HOSTS, ways::hosts);
        manage.getStyleClass().add("compact");
        set.setId("bench-set");
        set.textProperty().bindBidirectional(model.setProperty());
        var line = new HBox(10, start, objection);
        line.setAlignment(Pos.CENTER_LEFT);
        cutShort.managedProperty().bind(cutShort.visibleProperty());
        var box = new VBox(
                18,
                trouble,
                cutShort,
                section(Texts.of("bench.choose.plan"), guests(), experiment),
                onHosts(manage),
                section(Texts.of("bench.choose.plan-name"), plans, open),
                section(Texts.of("bench.choose.set"), set, Words.of(Texts.of("bench.choose.set-means"), "muted")),
                new VBox(8, line, command));
        box.getStyleClass().add("choices");
        return box;
    }

    /** Hosts as they are, or guests that are started for it. */
    private Node guests() {
        var group = new ToggleGroup();
        var asTheyAre = new RadioButton(Texts.of("bench.choose.as-they-are"));
        var compared = new RadioButton(Texts.of("bench.choose.guests"));
        asTheyAre.setId("bench-hosts");
        compared.setId("bench-guests");
        List.of(asTheyAre, compared).forEach(button -> button.setToggleGroup(group));
        compared.setWrapText(true);
        compared.setSelected(model.experiment().wantedProperty().get());
        asTheyAre.setSelected(!compared.isSelected());
        model.experiment().wantedProperty().bind(compared.selectedProperty());
        return new VBox(6, asTheyAre, compared);
    }

    private Node onHosts(Node manage) {
        Node section = section(Texts.of("bench.choose.on-which-hosts"), hosts, manage);
        section.managedProperty().bind(section.visibleProperty());
        section.visibleProperty().bind(model.experiment().wantedProperty().not());
        return section;
    }

    private static Node section(String title, Node... content) {
        var heading = new Label(title);
        heading.getStyleClass().add("section-title");
        var box = new VBox(8, heading);
        box.getChildren().addAll(content);
        return box;
    }

    private void showHosts() {
        hosts.getChildren().setAll(model.hosts().stream().map(this::host).toList());
        tell();
    }

    private Node host(SavedHost saved) {
        boolean here = saved.target().equals(Target.LOCAL);
        var box = new CheckBox(
                here ? Texts.of("bench.this-machine") : saved.target().words());
        box.setSelected(model.chosenProperty().get().contains(saved.target()));
        box.setOnAction(pressed -> model.choose(saved.target(), box.isSelected()));
        box.setId("bench-host-" + model.hosts().indexOf(saved));
        if (saved.note().isEmpty()) return box;
        var note = new Label(saved.note());
        note.getStyleClass().add("muted");
        return new HBox(10, box, note);
    }

    private void showPlans() {
        var group = new ToggleGroup();
        plans.getChildren()
                .setAll(model.plans().stream().map(plan -> plan(plan, group)).toList());
        tell();
    }

    private Node plan(Plan plan, ToggleGroup group) {
        var button = new RadioButton(plan.title());
        button.setToggleGroup(group);
        button.setSelected(model.planProperty().get().equals(Optional.of(plan)));
        button.setId("bench-plan-" + plan.id());
        button.setOnAction(pressed -> model.choose(plan));
        Label words = Words.of(plan.description().strip(), "muted");
        Plan.Repetitions times = plan.repetitions();
        Label often = Words.of(often(times), "muted");
        var text = new VBox(2, words, often);
        text.getStyleClass().add("under-choice");
        return new VBox(2, button, text);
    }

    static String often(Plan.Repetitions times) {
        if (times.atMost() == 1) return Texts.of("bench.choose.once");
        return times.atLeast() == times.atMost()
                ? Texts.of("bench.choose.exactly", times.atLeast(), times.warmUp())
                : Texts.of(
                        "bench.choose.between",
                        times.atLeast(),
                        times.atMost(),
                        percent(times.target()),
                        times.warmUp());
    }

    private static String percent(double share) {
        return java.math.BigDecimal.valueOf(share * 100)
                .setScale(1, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private void showCutShort() {
        List<Session.State> states = model.unfinished();
        cutShort.getChildren().clear();
        cutShort.setVisible(!states.isEmpty());
        if (states.isEmpty()) return;
        var heading = new Label(Texts.of("bench.choose.cut-short"));
        heading.getStyleClass().add("section-title");
        cutShort.getChildren().add(heading);
        states.stream().limit(5).map(this::cutShort).forEach(cutShort.getChildren()::add);
    }

    private Node cutShort(Session.State state) {
        Session session = state.session();
        var title = new Label(Texts.of("bench.choose.begun", session.plan().title(), Amount.time(session.created())));
        title.getStyleClass().add(Styles.TEXT_BOLD);
        String where = String.join(
                ", ",
                session.subjects().stream()
                        .map(subject -> subject.configuration().label())
                        .toList());
        Label words = Words.of(
                Texts.of(
                        "bench.choose.cut-short-state",
                        where,
                        session.set(),
                        state.runs(),
                        Amount.count(state.missing())),
                "muted");
        var text = new VBox(2, title, words);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        Button on = Buttons.labelled(Texts.of("bench.choose.go-on"), Icon.PLAY, () -> ways.resume(session));
        on.setAccessibleText(Texts.of("bench.choose.go-on-with", title.getText()));
        on.getStyleClass().add("resume");
        on.setMinWidth(Region.USE_PREF_SIZE);
        var row = new HBox(10, text, on);
        row.getStyleClass().add("aside");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void tell() {
        Optional<String> wrong = model.objection();
        start.setDisable(wrong.isPresent());
        objection.setText(wrong.orElse(""));
        command.commandProperty().set(model.command());
    }

    void focusStart() {
        start.requestFocus();
    }
}
