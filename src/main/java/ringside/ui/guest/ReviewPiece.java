package ringside.ui.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.CommandLine;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;

/** Everything at a glance: what is wrong, every output with what it lacks, the way to save and its equal command. */
final class ReviewPiece extends VBox implements Piece {
    private final WizardModel model;
    private final WizardView.Ways ways;
    private final PreviewView preview;
    private final VBox problems = new VBox();
    private final VBox outputs = new VBox();
    private final FairnessPiece fairness = new FairnessPiece();
    private final ChecksModel checks;
    private List<?> shown = List.of();

    ReviewPiece(WizardModel model, ChecksModel checks, WizardView.Ways ways, PreviewView preview) {
        this.model = model;
        this.checks = checks;
        this.ways = ways;
        this.preview = preview;
        getStyleClass().add("step");
        Button all = Buttons.labelled(Texts.of("guest.review-piece.save-all"), Icon.EXPORT, ways::saveAll);
        all.setId("save-all");
        all.getStyleClass().add("accent");
        Button check = Buttons.labelled(Texts.of("guest.review-piece.check"), Icon.VERIFY, ways::check);
        check.setId("check-outputs");
        check.disableProperty().bind(checks.runningProperty());
        check.setTooltip(new Tooltip(Texts.of("guest.review-piece.check-tip")));
        Button start = Buttons.labelled(Texts.of("guest.review-piece.start"), Icon.FORWARD, ways::start);
        start.setId("start-on");
        start.setTooltip(new Tooltip(Texts.of("guest.review-piece.start-tip")));
        checks.answersProperty().subscribe((before, now) -> show(model.state()));
        problems.getStyleClass().add("fields");
        problems.managedProperty().bind(problems.visibleProperty());
        outputs.getStyleClass().add("cards");
        var buttons = new FlowPane(all, check, start);
        buttons.getStyleClass().add("buttons");
        getChildren()
                .addAll(
                        problems,
                        SectionPane.title(Texts.of("guest.review-piece.outputs")),
                        buttons,
                        outputs,
                        fairness.node());
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(WizardModel.State state) {
        showProblems(state.problems());
        fairness.show(state);
        String spec = model.fileProperty().get().map(String::valueOf).orElse("");
        List<?> now = List.of(
                spec,
                List.copyOf(state.printouts().values()),
                checks.answersProperty().get());
        if (now.equals(shown)) return;
        shown = now;
        var cards = new ArrayList<Node>();
        String description =
                spec.isEmpty() ? state.printout(new Output.Description()).fileName() : spec;
        state.printouts().forEach((output, printout) -> cards.add(card(output, printout, description)));
        outputs.getChildren().setAll(cards);
    }

    private void showProblems(Map<String, String> wrong) {
        problems.setVisible(!wrong.isEmpty());
        problems.getChildren().setAll(SectionPane.title(Texts.of("guest.review-piece.not-yet-right")));
        wrong.forEach((path, reason) -> {
            var link = new Hyperlink(Sections.label(path) + ": " + reason);
            link.getStyleClass().add("objection");
            link.setWrapText(true);
            link.setMinHeight(Region.USE_PREF_SIZE);
            link.setOnAction(pressed -> ways.go(path));
            problems.getChildren().add(link);
        });
        if (!wrong.isEmpty())
            problems.getChildren().add(SectionPane.words(Texts.of("guest.review-piece.not-yet-right-means")));
    }

    private Node card(Output output, Printout printout, String description) {
        var title = new Hyperlink(output.title());
        title.setOnAction(pressed -> preview.open(output));
        title.setAccessibleHelp(Texts.of("guest.review-piece.show-tip"));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(
                title,
                space,
                Buttons.copy(Texts.of("guest.review-piece.copy", output.title()), printout::text),
                Buttons.icon(
                        Texts.of("guest.review-piece.save", output.title()), Icon.EXPORT, () -> ways.save(printout)));
        head.setAlignment(Pos.CENTER_LEFT);
        Label name = SectionPane.words(printout.fileName());
        name.getStyleClass().setAll("label", "code");
        var card = new VBox(head, name);
        card.getStyleClass().add("card");
        if (output instanceof Output.Configuration configuration) {
            card.getChildren().add(SectionPane.words(PlatformsPiece.fit(printout.gaps())));
            checks.of(printout).map(CheckLine::of).ifPresent(card.getChildren()::add);
            card.getChildren().add(new CommandLine(configuration.command(description, printout.fileName())));
        } else card.getChildren().add(SectionPane.words(Texts.of("guest.review-piece.description-means")));
        return card;
    }
}
