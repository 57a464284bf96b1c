package ringside.ui.shell;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.beans.value.ObservableValue;
import javafx.event.EventTarget;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ringside.core.RingsideException;
import ringside.ui.kit.Buttons;
import ringside.ui.kit.ErrorPane;
import ringside.ui.kit.Icon;
import ringside.ui.kit.Texts;

/** Dialogs inside the window: one at a time, over the pages, closed by Escape; the keyboard cannot leave them. */
public final class Sheets extends StackPane {
    private final Region scrim = new Region();
    private @Nullable Node panel;
    private @Nullable Node before; // had the focus when the panel came
    private Runnable closed = () -> {};
    private BooleanSupplier held = () -> false;

    public Sheets() {
        getStyleClass().add("sheets");
        scrim.getStyleClass().add("scrim");
        scrim.setOnMousePressed(outside -> leave());
        getChildren().add(scrim);
        setVisible(false);
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() != KeyCode.ESCAPE) return;
            leave();
            key.consume();
        });
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() != KeyCode.ESCAPE || !swallows(key.getTarget())) return;
            leave();
            key.consume();
        });
        sceneProperty().flatMap(scene -> scene.focusOwnerProperty()).subscribe(this::holdFocus);
    }

    /** A dialog with a title, its content and buttons from left to right. */
    public void show(String title, Node content, List<? extends Node> buttons) {
        show(title, content, buttons, () -> {});
    }

    /** @param whenClosed follows however it is closed */
    public void show(String title, Node content, List<? extends Node> buttons, Runnable whenClosed) {
        var heading = new Label(title);
        heading.getStyleClass().add(Styles.TITLE_4);
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        var head = new HBox(heading, Buttons.icon(Texts.of("shell.sheet.close"), Icon.CLOSE, this::leave));
        head.getStyleClass().add("head");
        head.setAlignment(Pos.CENTER_LEFT);
        var box = new VBox(head, content);
        VBox.setVgrow(content, Priority.ALWAYS);
        if (!buttons.isEmpty()) {
            var foot = new HBox();
            foot.getChildren().addAll(buttons);
            foot.getStyleClass().add("foot");
            foot.setAlignment(Pos.CENTER_RIGHT);
            box.getChildren().add(foot);
        }
        box.getStyleClass().add("dialog-sheet");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        showBare(box, Pos.CENTER, whenClosed);
    }

    /** Trouble that has no place of its own on a page. */
    public void show(RingsideException trouble) {
        var pane = new ErrorPane(trouble);
        pane.setPrefWidth(560);
        show(
                Texts.of("shell.sheet.trouble"),
                pane,
                List.of(Buttons.labelled(Texts.of("shell.sheet.dismiss"), Icon.CLOSE, this::close)));
    }

    /** A panel without frame of its own making, such as the palette. */
    void showBare(Region content, Pos place, Runnable whenClosed) {
        if (panel == null && getScene() != null) before = getScene().getFocusOwner();
        closePanel();
        panel = content;
        closed = whenClosed;
        scrim.setVisible(true);
        setAlignment(content, place);
        getChildren().add(content);
        setVisible(true);
        focusInside();
    }

    /** Something that fills the window and leaves what is behind it to be seen; closed by Escape, as a dialog is. */
    public void cover(Region content, Runnable whenClosed) {
        showBare(content, Pos.CENTER, whenClosed);
        scrim.setVisible(false);
    }

    /**
     * Keeps the dialog that is shown open when the user would leave it.
     *
     * @param asked at every such wish; true if the dialog has still something to say
     */
    public void hold(BooleanSupplier asked) {
        held = asked;
    }

    /** Lists and tables take Escape for the end of an editing that was never begun. */
    private static boolean swallows(EventTarget target) {
        return switch (target) {
            case ListView<?> list -> list.getEditingIndex() < 0;
            case TableView<?> table -> table.getEditingCell() == null;
            default -> false;
        };
    }

    private void leave() {
        if (!held.getAsBoolean()) close();
    }

    public boolean isOpen() {
        return panel != null;
    }

    public void close() {
        if (panel == null) return;
        closePanel();
        setVisible(false);
        if (before != null) before.requestFocus();
        before = null;
    }

    private void closePanel() {
        if (panel == null) return;
        getChildren().remove(panel);
        panel = null;
        held = () -> false;
        Runnable ending = closed;
        closed = () -> {};
        ending.run();
    }

    private void holdFocus(@Nullable Node owner) {
        if (panel == null || owner == null || within(owner)) return;
        focusInside();
    }

    private boolean within(Node node) {
        for (Node at = node; at != null; at = at.getParent()) if (at == panel) return true;
        return false;
    }

    private void focusInside() {
        if (panel == null) return;
        Node first = firstInput(panel);
        if (first != null) first.requestFocus();
    }

    /** The first control that is not the head's closing cross, which nobody wants to start at. */
    private static @Nullable Node firstInput(Node node) {
        if (node.isFocusTraversable() && node.isVisible() && !node.isDisabled()) return node;
        if (!(node instanceof Parent parent) || node.getStyleClass().contains("head")) return null;
        for (Node child : parent.getChildrenUnmodifiable()) {
            Node found = firstInput(child);
            if (found != null) return found;
        }
        return null;
    }

    /** Keeps a region from growing over the window's edge, leaving a margin. */
    public void fit(Region content, double width, double height) {
        bind(content.prefWidthProperty(), widthProperty().map(all -> Math.min(width, all.doubleValue() - 80)));
        bind(content.prefHeightProperty(), heightProperty().map(all -> Math.min(height, all.doubleValue() - 160)));
    }

    private static void bind(javafx.beans.property.DoubleProperty size, ObservableValue<Double> bound) {
        size.bind(bound);
    }
}
