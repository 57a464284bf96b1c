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
        write = Buttons.labelled("_Write the report …", Icon.EXPORT, ways::report);
        write.setId("write-report");
        write.getStyleClass().add(Styles.ACCENT);
        Button save = Buttons.labelled("_Save the need …", Icon.FILE, ways::save);
        save.setId("save-need");
        var buttons = new HBox(write, save);
        buttons.getStyleClass().add("buttons");
        written.getStyleClass().add("section");
        node = new VBox(
                Prose.section(
                        "What is written",
                        Prose.text("report.html: one file that opens without a network, in any browser."),
                        Prose.text("report.pdf: the same, to print."),
                        Prose.text("figures/: the figures behind the answer, as vectors (SVG and PDF)."),
                        Prose.text("data/: every table and every sample behind the answer as CSV, with checksums."),
                        Prose.text("answer.json: the whole answer, for scripts.")),
                Prose.section(
                        "What is asked can be kept",
                        Prose.text(
                                "The need is a YAML file of some twenty lines. Whoever has it and the same result sets"
                                        + " gets the same answer, to the byte.",
                                "muted")),
                buttons,
                written,
                Prose.section("The same in a terminal", command));
        node.getStyleClass().add("guide-step");
    }

    @Override
    public Node node() {
        return node;
    }

    void written(Path place) {
        folder = place.toString();
        Path page = place.resolve("report.html");
        var line =
                new HBox(Prose.text("Written: " + page), Buttons.copy("Copy the path of the report", page::toString));
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
