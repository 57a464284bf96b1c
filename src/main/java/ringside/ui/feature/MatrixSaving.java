package ringside.ui.feature;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.IntFunction;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import ringside.core.Progress;
import ringside.core.RingsideException;
import ringside.core.WholeFile;
import ringside.core.feature.export.MatrixExcerpt;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;
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
        Button save =
                Buttons.labelled(Texts.of("feature.matrix-saving.save-ask"), Icon.EXPORT, () -> save(sheet.kind()));
        save.setId("save-matrix");
        save.setDefaultButton(true);
        Button cancel = new Button(Texts.of("feature.matrix-saving.cancel"));
        cancel.setOnAction(pressed -> desk.sheets().close());
        desk.sheets().show(Texts.of("feature.export-the-matrix"), sheet, List.of(cancel, save));
    }

    private void save(MatrixExport.Kind kind) {
        around.save(Texts.of("feature.export-the-matrix"), "platform-features", kind.extension())
                .ifPresent(file -> {
                    desk.sheets().close();
                    if (kind == MatrixExport.Kind.PNG) savePicture(file);
                    else model.excerpt().ifPresent(excerpt -> saveText(kind, excerpt, file));
                });
    }

    private void saveText(MatrixExport.Kind kind, MatrixExcerpt excerpt, Path file) {
        desk.background()
                .run(
                        Texts.of("feature.matrix-saving.writing", file.getFileName()),
                        progress -> {
                            kind.format().orElseThrow().write(excerpt, file);
                            return file;
                        },
                        this::saved,
                        desk.notices()::trouble);
    }

    private void savePicture(Path file) {
        Shown whole = model.unfolded().orElse(null);
        if (whole == null) return;
        var styles = new ArrayList<>(page.getScene().getStylesheets());
        styles.addAll(page.getStylesheets());
        desk.background()
                .run(
                        Texts.of("feature.matrix-saving.writing", file.getFileName()),
                        progress -> {
                            MatrixPicture picture = onFx(() -> new MatrixPicture(whole, styles, PICTURE_SCALE));
                            return write(
                                    picture,
                                    Texts.of("feature.platform-features", MatrixPicture.heading(whole)),
                                    file,
                                    progress);
                        },
                        this::saved,
                        desk.notices()::trouble);
    }

    private Path write(MatrixPicture picture, String title, Path file, Progress progress) {
        var texts = Map.of("Title", title, "Software", "Ringside");
        try {
            WholeFile.write(
                    file,
                    out -> around.png(
                            rows(picture, Texts.of("feature.matrix-saving.writing", file.getFileName()), progress),
                            picture.width(),
                            picture.height(),
                            PICTURE_SCALE,
                            texts,
                            out));
            return file;
        } catch (IOException e) {
            throw new RingsideException(
                    Texts.of("feature.matrix-saving.failed", file, e.getMessage()),
                    Texts.of("feature.matrix-saving.failed-remedy"),
                    e);
        }
    }

    /** Draws a band when the one before has been written, so that the picture is never in memory as a whole. */
    private IntFunction<int[]> rows(MatrixPicture picture, String what, Progress progress) {
        return new IntFunction<>() {
            private int[][] band = {};
            private int top;

            @Override
            public int[] apply(int y) {
                if (y - top >= band.length) {
                    top = y;
                    band = onFx(() -> picture.band(top));
                    progress.at(what, (double) y / picture.height());
                }
                return band[y - top];
            }
        };
    }

    /** Waits for what only the FX thread may do; trouble there is trouble here. */
    private <T> T onFx(Callable<T> part) {
        var task = new FutureTask<>(part);
        desk.background().show(task);
        try {
            return task.get();
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new Progress.Cancelled();
        } catch (ExecutionException e) {
            throw RingsideException.from(e.getCause() == null ? e : e.getCause());
        }
    }

    private void saved(Path file) {
        desk.notices().say(Texts.of("feature.matrix-saving.saved", file));
    }
}
