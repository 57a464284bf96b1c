package ringside.ui.shell;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import ringside.ui.kit.Texts;

/** One place of the workbench, reached from the rail. Making one is cheap; its view is made at the first visit. */
public interface Page {
    /** Names it in {@link Navigator#open} and in the remembered state. */
    String id();

    /** As the rail shows it: one word. */
    default String title() {
        return Texts.of("shell.page." + id());
    }

    /** Path data on a grid of 16 by 16, drawn with a line; see {@link ringside.ui.kit.Icon}. */
    String icon();

    /** Its nodes. Called once, on the FX thread, at the first visit. */
    Node view();

    /** It came into view, by {@link Navigator#open} with these arguments; none from the rail. */
    default void shown(Object... arguments) {}

    /** Takes the focus: it was come to by keys, and the next key is meant for it. */
    default void focus() {}

    /** What it wants to find again at the next start, under names of its own; short texts. */
    default Map<String, String> kept() {
        return Map.of();
    }

    /** Reads its data again: F5. */
    default void refresh() {}

    /** What can be done here; offered by the palette and by their keys while this page is in view. */
    default List<Command> commands() {
        return List.of();
    }
}
