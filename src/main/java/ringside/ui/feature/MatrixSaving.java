package ringside.ui.feature;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import ringside.core.RingsideException;
import ringside.core.WholeFile;
import ringside.core.feature.export.MatrixExcerpt;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Icon;
import ringside.ui.shell.Desk;

/** Writes the matrix to a file: asks as what and where, and says when it is there. */
final class MatrixSaving {
    private static final double PICTURE_SCALE = 2;

    private final MatrixModel model;
    private final FeaturesPage.Surroundings around;
    private final Desk desk;
    private final Parent page;

    /** @param page in whose looks a picture is made */
    MatrixSaving(MatrixModel model, FeaturesPage.Surroundings around, Desk desk, Parent page) {
        this.model = model;
        this.around = around;
        this.desk = desk;
        this.page = page;
    }

    void open() {
        if (model.excerpt().isEmpty()) return;
        var sheet = new MatrixExport(model);
        FeaturesPage.style(sheet);
        Button save = Buttons.labelled("_Save …", Icon.EXPORT, () -> save(sheet.kind()));
        save.setId("save-matrix");
        save.setDefaultButton(true);
        Button cancel = new Button("Cancel");
        cancel.setOnAction(pressed -> desk.sheets().close());
        desk.sheets().show("Export the matrix", sheet, List.of(cancel, save));
    }

    private void save(MatrixExport.Kind kind) {
        around.save("Export the matrix", "platform-features", kind.extension()).ifPresent(file -> {
            desk.sheets().close();
            if (kind == MatrixExport.Kind.PNG) savePicture(file);
            else model.excerpt().ifPresent(excerpt -> saveText(kind, excerpt, file));
        });
    }

    private void saveText(MatrixExport.Kind kind, MatrixExcerpt excerpt, Path file) {
        desk.background()
                .run(
                        "Writing " + file.getFileName(),
                        progress -> {
                            kind.format().orElseThrow().write(excerpt, file);
                            return file;
                        },
                        this::saved,
                        desk.notices()::trouble);
    }

    private void savePicture(Path file) {
        Shown shown = model.shownProperty().get();
        if (shown == null) return;
        var styles = new ArrayList<>(page.getScene().getStylesheets());
        styles.addAll(page.getStylesheets());
        MatrixPicture.Pixels pixels = MatrixPicture.of(shown, styles, PICTURE_SCALE);
        var texts = Map.of("Title", "Platform features, " + MatrixPicture.heading(shown), "Software", "Ringside");
        desk.background()
                .run(
                        "Writing " + file.getFileName(),
                        progress -> write(pixels, texts, file),
                        this::saved,
                        desk.notices()::trouble);
    }

    private Path write(MatrixPicture.Pixels pixels, Map<String, String> texts, Path file) {
        try {
            WholeFile.write(
                    file, out -> around.png(pixels.argb(), pixels.width(), pixels.height(), PICTURE_SCALE, texts, out));
            return file;
        } catch (IOException e) {
            throw new RingsideException(
                    "The picture could not be written to " + file + " (" + e.getMessage() + ")",
                    "check that the folder has room and may be written",
                    e);
        }
    }

    private void saved(Path file) {
        desk.notices().say("The matrix was exported to " + file);
    }
}
