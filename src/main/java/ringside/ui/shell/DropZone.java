package ringside.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;

/** Takes files and folders dropped anywhere on the window, and says so while they hover over it. */
final class DropZone extends StackPane {
    private final Consumer<List<Path>> dropped;

    DropZone(Consumer<List<Path>> dropped) {
        this.dropped = dropped;
        getStyleClass().add("drop-zone");
        var words = new Label(Texts.of("shell.files.drop"), Icon.of(Icon.IMPORT, 22));
        getChildren().add(words);
        setMouseTransparent(true);
        setVisible(false);
    }

    void listenTo(Scene scene) {
        scene.addEventHandler(DragEvent.DRAG_OVER, drag -> {
            if (!drag.getDragboard().hasFiles()) return;
            drag.acceptTransferModes(TransferMode.COPY);
            setVisible(true);
            drag.consume();
        });
        scene.addEventHandler(DragEvent.DRAG_EXITED, gone -> setVisible(false));
        scene.addEventHandler(DragEvent.DRAG_DROPPED, drop -> {
            setVisible(false);
            List<Path> files =
                    drop.getDragboard().getFiles().stream().map(File::toPath).toList();
            drop.setDropCompleted(!files.isEmpty());
            drop.consume();
            if (!files.isEmpty()) dropped.accept(files);
        });
    }
}
