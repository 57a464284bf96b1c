package ringside.ui.guest;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;

/** Fields of a part of the window: the one that a person who comes there most likely wants to be in, or one by its id. */
final class FirstField {
    private FirstField() {}

    /** Ids here hold dots and brackets, which a selector would take for its own. */
    static Optional<Node> byId(Node part, String id) {
        if (id.equals(part.getId())) return Optional.of(part);
        Node inside = part instanceof ScrollPane scroll ? scroll.getContent() : null;
        if (inside != null) return byId(inside, id);
        if (!(part instanceof Parent parent)) return Optional.empty();
        return parent.getChildrenUnmodifiable().stream()
                .flatMap(child -> byId(child, id).stream())
                .findFirst();
    }

    static void focus(Node part) {
        in(part).ifPresent(Node::requestFocus);
    }

    private static Optional<Node> in(Node part) {
        if (!part.isVisible() || part.isDisabled()) return Optional.empty();
        boolean field = part instanceof Control && !(part instanceof Hyperlink) && !(part instanceof ScrollPane);
        if (field && part.isFocusTraversable()) return Optional.of(part);
        // What is inside a control, such as a box's editor, belongs to it
        if (part instanceof Control && !(part instanceof ScrollPane) || !(part instanceof Parent parent))
            return Optional.empty();
        return parent.getChildrenUnmodifiable().stream()
                .flatMap(child -> in(child).stream())
                .findFirst();
    }
}
