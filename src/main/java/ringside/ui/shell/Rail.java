package ringside.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import ringside.ui.kit.Icon;

/** The pages, one under another at the window's left edge. */
final class Rail extends VBox {
    private static final double ICON = 18;

    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");
    private static final double ROW = 62; // of a page with the room it likes
    private static final double TIGHT_ROW = 45;

    private final ToggleGroup group = new ToggleGroup();
    private final ObservableList<ToggleButton> buttons = FXCollections.observableArrayList();
    private final Consumer<Page> chosen;

    Rail(Consumer<Page> chosen) {
        this.chosen = chosen;
        getStyleClass().add("rail");
        setAlignment(Pos.TOP_CENTER);
        addEventFilter(KeyEvent.KEY_PRESSED, this::step);
        setMinHeight(0); // else a low window, or a large scale, would push the page out of sight
        heightProperty().subscribe(height -> fit());
    }

    /** Moves the pages together where there is little room, and leaves their names to the tooltips where there is less. */
    private void fit() {
        double room = getHeight() / Math.max(1, buttons.size());
        pseudoClassStateChanged(TIGHT, room < ROW);
        var display = room < TIGHT_ROW ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TOP;
        for (ToggleButton button : buttons) button.setContentDisplay(display);
    }

    void add(Page page, KeyCombination keys) {
        var button = new ToggleButton(page.title(), Icon.of(page.icon(), ICON)) {
            @Override
            public void fire() {
                if (!isSelected()) super.fire(); // pressing the page in view must not take its mark away
            }
        };
        button.setContentDisplay(ContentDisplay.TOP);
        button.setAccessibleText(page.title());
        button.setMaxWidth(Double.MAX_VALUE);
        button.setId("rail-" + page.id());
        button.setUserData(page);
        button.setToggleGroup(group);
        button.setTooltip(new Tooltip(page.title() + "  " + keys.getDisplayText()));
        button.setOnAction(pressed -> chosen.accept(page));
        buttons.add(button);
        getChildren().add(button);
    }

    void mark(Page page) {
        for (ToggleButton button : buttons) button.setSelected(button.getUserData() == page);
    }

    private void step(KeyEvent event) {
        int way = switch (event.getCode()) {
            case UP -> -1;
            case DOWN -> 1;
            default -> 0;
        };
        List<? extends Node> all = buttons;
        int at = getScene() == null ? -1 : all.indexOf(getScene().getFocusOwner());
        if (way == 0 || at < 0) return;
        all.get(Math.clamp(at + way, 0, all.size() - 1)).requestFocus();
        event.consume();
    }
}
