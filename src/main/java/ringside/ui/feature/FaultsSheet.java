package ringside.ui.feature;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import ringside.core.feature.Fault;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;
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
        getChildren().add(CellPane.words(Texts.of("feature.faults.lead", folder), ""));
    }

    void open(Sheets sheets) {
        Button read = Buttons.labelled(Texts.of("feature.faults.again"), Icon.REFRESH, () -> {
            sheets.close();
            again.run();
        });
        read.setDefaultButton(true);
        Button copy = Buttons.labelled(Texts.of("feature.faults.copy"), Icon.COPY, () -> Buttons.copy(text));
        sheets.show(Texts.of("feature.faults.title"), this, List.of(copy, read));
    }
}
