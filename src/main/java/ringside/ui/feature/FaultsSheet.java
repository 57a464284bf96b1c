package ringside.ui.feature;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import ringside.core.feature.Fault;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Icon;
import ringside.ui.shell.Sheets;

/** Why files of the user's were left out, and what to do about them. */
final class FaultsSheet extends VBox {
    private static final double WIDTH = 680;

    private final String text;
    private final Runnable again;

    /** @param folder where the files are; @param again reads them once more */
    FaultsSheet(List<Fault> faults, Path folder, Runnable again) {
        super(12);
        this.again = again;
        text = faults.stream().map(Fault::text).collect(Collectors.joining("\n"));
        setPrefWidth(WIDTH);
        faults.forEach(fault -> getChildren().add(CellPane.words(fault.text(), "code")));
        getChildren()
                .add(CellPane.words(
                        "A file is taken as a whole or not at all. Mend it in " + folder
                                + " and read it again; all others are shown meanwhile.",
                        ""));
    }

    void open(Sheets sheets) {
        Button read = Buttons.labelled("_Read them again", Icon.REFRESH, () -> {
            sheets.close();
            again.run();
        });
        read.setDefaultButton(true);
        Button copy = Buttons.labelled("_Copy", Icon.COPY, () -> Buttons.copy(text));
        sheets.show("Files that were left out", this, List.of(copy, read));
    }
}
