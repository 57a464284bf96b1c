package ringside.ui.feature;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import ringside.core.feature.export.MatrixFormat;
import ringside.ui.kit.CommandLine;
import ringside.ui.kit.Terminal;
import ringside.ui.kit.Texts;

/** As what the matrix is to be written. */
final class MatrixExport extends VBox {

    /** What a file can be. */
    enum Kind {
        HTML(Texts.of("feature.matrix-export.html")),
        MARKDOWN(Texts.of("feature.matrix-export.markdown")),
        CSV(Texts.of("feature.matrix-export.csv")),
        JSON(Texts.of("feature.matrix-export.json")),
        PNG(Texts.of("feature.matrix-export.png"));

        private final String purpose;

        Kind(String purpose) {
            this.purpose = purpose;
        }

        /** Empty for the picture, which only a window can draw. */
        Optional<MatrixFormat> format() {
            return this == PNG ? Optional.empty() : Optional.of(MatrixFormat.valueOf(name()));
        }

        String extension() {
            return format().map(MatrixFormat::extension).orElse("png");
        }
    }

    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(this, "kind", Kind.HTML);

    MatrixExport(MatrixModel model) {
        getStyleClass().add("matrix-export");
        var purpose = new Label();
        purpose.textProperty().bind(kind.map(chosen -> chosen.purpose));
        purpose.getStyleClass().add("muted");
        var what = CellPane.words(
                model.excerpt()
                        .map(excerpt -> Texts.of(
                                "feature.matrix-export.what",
                                excerpt.rows().size(),
                                excerpt.columns().size(),
                                heading(model)))
                        .orElse(""),
                "");
        var command = new CommandLine();
        command.commandProperty()
                .bind(kind.map(chosen -> chosen.format()
                        .map(format -> Terminal.ringside(model.arguments(format.word())))
                        .orElse("")));
        var only = CellPane.words(Texts.of("feature.matrix-export.only-here"), "muted");
        only.visibleProperty().bind(kind.map(chosen -> chosen == Kind.PNG));
        only.managedProperty().bind(only.visibleProperty());
        getChildren().addAll(what, formats(), purpose, command, only);
    }

    private static String heading(MatrixModel model) {
        return Optional.ofNullable(model.shownProperty().get())
                .map(MatrixPicture::heading)
                .orElse("");
    }

    Kind kind() {
        return kind.get();
    }

    private Node formats() {
        var group = new ToggleGroup();
        var buttons = new ArrayList<Node>();
        for (Kind one : Kind.values()) {
            var button = new ToggleButton(one.name());
            button.setId("format-" + one.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setSelected(one == kind.get());
            button.getStyleClass()
                    .add(
                            buttons.isEmpty()
                                    ? Styles.LEFT_PILL
                                    : one == Kind.PNG ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setOnAction(pressed -> {
                button.setSelected(true);
                kind.set(one);
            });
            buttons.add(button);
        }
        return new HBox(buttons.toArray(Node[]::new));
    }
}
