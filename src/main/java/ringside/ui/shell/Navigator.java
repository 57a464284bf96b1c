package ringside.ui.shell;

/** Goes from one page to another. */
@FunctionalInterface
public interface Navigator {
    /**
     * Brings a page into view.
     *
     * @param arguments what to show there: a figure's id for {@code figures}, a set's name for {@code library}
     */
    void open(String pageId, Object... arguments);
}
