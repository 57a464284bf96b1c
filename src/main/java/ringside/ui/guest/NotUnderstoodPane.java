package ringside.ui.guest;

import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ringside.ui.kit.Texts;

/** What is in a file that was read and not in the guest. */
final class NotUnderstoodPane {
    private NotUnderstoodPane() {}

    static VBox of(GuestsModel.Opened opened) {
        var list = new ListView<String>();
        list.getItems().setAll(opened.notUnderstood());
        list.setId("not-understood");
        list.setPrefSize(680, 260);
        VBox.setVgrow(list, Priority.ALWAYS);
        var pane = new VBox(
                SectionPane.words(
                        Texts.of("guest.not-understood.lead", opened.file().getFileName())),
                list);
        pane.getStyleClass().add("fields");
        return pane;
    }
}
