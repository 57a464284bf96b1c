package ringside.ui.shell;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * A panel at the right of the page, which can be worked on beside it. A wide window makes room for it; in a narrow one it
 * covers a part of the page.
 */
public final class Drawer extends StackPane {
    private static final double WIDTH = 440;
    private static final double SHARE = 0.55; // of a narrow window at most
    private static final double WIDE = 1400;

    private final Region page;
    private Optional<Region> content = Optional.empty();
    private Optional<Node> before = Optional.empty(); // had the focus when the drawer opened

    Drawer(Region page) {
        this.page = page;
        getChildren().add(page);
        widthProperty().subscribe(any -> fit());
    }

    /** Shows a panel, which Escape closes while the focus is in it. */
    public void open(Region content) {
        if (this.content.isPresent()) close();
        before = Optional.ofNullable(getScene()).map(scene -> scene.getFocusOwner());
        this.content = Optional.of(content);
        content.getStyleClass().add("drawer");
        content.setOnKeyPressed(this::key);
        setAlignment(content, Pos.CENTER_RIGHT);
        getChildren().add(content);
        fit();
    }

    public void close() {
        content.ifPresent(getChildren()::remove);
        content = Optional.empty();
        fit();
        before.filter(node -> node.getScene() != null).ifPresent(Node::requestFocus);
        before = Optional.empty();
    }

    public boolean isOpen() {
        return content.isPresent();
    }

    private void key(KeyEvent key) {
        if (key.getCode() != KeyCode.ESCAPE) return;
        close();
        key.consume();
    }

    private void fit() {
        double width = Math.min(WIDTH, getWidth() * SHARE);
        content.ifPresent(region -> region.setMaxWidth(width));
        setMargin(page, content.isPresent() && getWidth() >= WIDE ? new Insets(0, width, 0, 0) : Insets.EMPTY);
    }
}
