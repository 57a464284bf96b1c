package ringside.ui.platform;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import ringside.core.platform.Drawing;
import ringside.core.platform.Drawing.Arrow;
import ringside.core.platform.Drawing.Kind;
import ringside.core.platform.Drawing.Role;

/** What boxes and arrows of a drawing stand for; only those it has. */
final class Legend extends FlowPane {
    private static final double SAMPLE = 34;

    Legend(Drawing drawing) {
        getStyleClass().add("drawing-legend");
        for (Role role : Role.values())
            if (role != Role.FRAME && drawing.boxes().stream().anyMatch(box -> box.role() == role))
                getChildren().add(entry(swatch(role), role.title()));
        for (Kind kind : Kind.values())
            if (drawing.arrows().stream().anyMatch(arrow -> arrow.kind() == kind))
                getChildren().add(entry(sample(kind), kind.title()));
    }

    private static Node entry(Node mark, String words) {
        var label = new Label(words);
        label.getStyleClass().add("muted");
        var entry = new HBox(6, mark, label);
        entry.setAlignment(Pos.CENTER_LEFT);
        return entry;
    }

    private static Node swatch(Role role) {
        var swatch = new Region();
        swatch.getStyleClass().addAll("box", "swatch", role.name().toLowerCase(Locale.ROOT));
        return swatch;
    }

    private static Node sample(Kind kind) {
        var arrow = new ArrowShape(new Arrow("", "", kind, "", 0));
        arrow.draw(0, 6.5, SAMPLE, 6.5);
        var box = new Pane(arrow);
        List.of(box).forEach(pane -> pane.setMinSize(SAMPLE, 13));
        box.setMaxSize(SAMPLE, 13);
        return box;
    }
}
