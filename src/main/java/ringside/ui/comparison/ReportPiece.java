package ringside.ui.comparison;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import ringside.core.comparison.Need;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.CommandLine;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Terminal;
import ringside.ui.kit.Texts;

/** The answer as files to hand on. */
final class ReportPiece implements Piece {
    /** What a person asks for there. */
    interface Ways {
        void report();

        void save();
    }

    private final CompareModel model;
    private final Button write;
    private final VBox written = new VBox();
    private final CommandLine command = new CommandLine();
    private final VBox node;
    private String folder = "report";
    private Optional<Need> told = Optional.empty();

    ReportPiece(CompareModel model, Ways ways) {
        this.model = model;
        write = Buttons.labelled(Texts.of("comparison.report-piece.write"), Icon.EXPORT, ways::report);
        write.setId("write-report");
        write.getStyleClass().add(Styles.ACCENT);
        Button save = Buttons.labelled(Texts.of("comparison.report-piece.save-need"), Icon.FILE, ways::save);
        save.setId("save-need");
        var buttons = new HBox(write, save);
        buttons.getStyleClass().add("buttons");
        written.getStyleClass().add("section");
        node = new VBox(
                Prose.section(
                        Texts.of("comparison.report-piece.files"),
                        Prose.text(Texts.of("comparison.report-piece.html")),
                        Prose.text(Texts.of("comparison.report-piece.pdf")),
                        Prose.text(Texts.of("comparison.report-piece.figures")),
                        Prose.text(Texts.of("comparison.report-piece.data")),
                        Prose.text(Texts.of("comparison.report-piece.json"))),
                Prose.section(
                        Texts.of("comparison.report-piece.kept"),
                        Prose.text(Texts.of("comparison.report-piece.kept-means"), "muted")),
                buttons,
                written,
                Prose.section(Texts.of("comparison.report-piece.command"), command));
        node.getStyleClass().add("guide-step");
    }

    @Override
    public Node node() {
        return node;
    }

    void written(Path place) {
        folder = place.toString();
        Path page = place.resolve("report.html");
        var line = new HBox(
                Prose.text(Texts.of("comparison.report-piece.written", page)),
                Buttons.copy(Texts.of("comparison.report-piece.copy"), page::toString));
        line.getStyleClass().add("fields-row");
        written.getChildren().setAll(line);
        told = Optional.of(model.state().need());
        show(model.state());
    }

    @Override
    public void show(CompareModel.State state) {
        write.setDisable(!state.current());
        // What was written answers another need now
        if (told.filter(state.need()::equals).isEmpty()) written.getChildren().clear();
        Optional<Path> file = model.fileProperty().get();
        command.commandProperty().set(Terminal.ringside(CompareCommand.arguments(state.need(), file, folder)));
    }
}
