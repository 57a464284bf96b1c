package ringside.ui.kit;

import java.util.Collection;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import ringside.core.platform.Platforms;

/** A small word in a frame. */
public final class Chip {
    private Chip() {}

    public static Label of(String text) {
        var label = new Label(text);
        label.getStyleClass().add("chip");
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    public static Label platform(String id) {
        Label label = of(Platforms.of(id).name());
        // A tooltip is a window of its own, and a page may have hundreds of chips: made when first pointed at
        label.setOnMouseEntered(pointed -> {
            if (label.getTooltip() == null) label.setTooltip(new Tooltip(Texts.of("kit.chip.platform", id)));
        });
        return label;
    }

    /** All of them, in as many lines as it takes. */
    public static FlowPane platforms(Collection<String> ids) {
        var row = new FlowPane();
        row.getStyleClass().add("chips");
        ids.stream().sorted(Platforms.ORDER).<Node>map(Chip::platform).forEach(row.getChildren()::add);
        return row;
    }
}
