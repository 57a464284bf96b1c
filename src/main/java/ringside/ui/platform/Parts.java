package ringside.ui.platform;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ringside.core.platform.Drawing;
import ringside.core.platform.Profile;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.Texts;

/** Pieces that the pages of this package are made of. */
final class Parts {
    private Parts() {}

    static VBox section(String title, Node... content) {
        var heading = new Label(title);
        heading.getStyleClass().add(Styles.TITLE_4);
        var box = new VBox(heading);
        box.getChildren().addAll(content);
        box.getStyleClass().add("handbook-section");
        return box;
    }

    static Label words(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static ScrollPane scrolling(Node content) {
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll(Styles.FLAT, "handbook");
        return scroll;
    }

    /** One of the drawings at a time, chosen by its title. */
    static Node drawings(List<Drawing> drawings, Sources sources) {
        List<VBox> exhibits =
                drawings.stream().map(drawing -> exhibit(drawing, sources)).toList();
        if (exhibits.size() == 1) return exhibits.getFirst();
        var place = new StackPane(exhibits.getFirst());
        var group = new ToggleGroup();
        var buttons = new ArrayList<Node>();
        for (int i = 0; i < drawings.size(); i++) {
            VBox exhibit = exhibits.get(i);
            var button = new ToggleButton(drawings.get(i).shortTitle());
            button.setId("drawing-" + drawings.get(i).id());
            button.setToggleGroup(group);
            button.setSelected(i == 0);
            button.getStyleClass()
                    .add(i == 0 ? Styles.LEFT_PILL : i == drawings.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setOnAction(pressed -> {
                button.setSelected(true);
                place.getChildren().setAll(exhibit);
            });
            buttons.add(button);
        }
        var box = new VBox(10, new HBox(buttons.toArray(Node[]::new)), place);
        return box;
    }

    private static VBox exhibit(Drawing drawing, Sources sources) {
        var view = new DrawingView(drawing);
        view.setId("view-" + drawing.id());
        var title = words(drawing.title(), "section-title");
        var box = new VBox(8, title, view, sources.flow(drawing.caption(), drawing.sources()), new Legend(drawing));
        box.getStyleClass().add("exhibit");
        return box;
    }

    /** What it does, and the line itself with a button that copies it. */
    static Node command(Profile.Command command) {
        var line = new Label(command.line());
        line.getStyleClass().add("code");
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(line, Priority.ALWAYS);
        var row = new HBox(line, Buttons.copy(Texts.of("platform.parts.copy", command.does()), command::line));
        row.getStyleClass().add("command-block");
        return new VBox(2, words(command.does(), "muted"), row);
    }
}
