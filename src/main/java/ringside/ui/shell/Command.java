package ringside.ui.shell;

/**
 * Something the user can ask for by name or by keys.
 *
 * @param keys as {@link javafx.scene.input.KeyCombination#valueOf} reads them ({@code Shortcut+O}); empty for none
 */
public record Command(String title, String keys, Runnable action) {}
