package ringside.ui.shell;

import java.util.function.Consumer;
import ringside.ui.kit.Background;
import ringside.ui.kit.Texts;

/**
 * What a page needs of the window it is in.
 *
 * @param browser shows an address of the web
 */
public record Desk(
        Background background,
        Navigator navigator,
        Sheets sheets,
        Notices notices,
        FileDialogs files,
        Consumer<String> browser) {

    /** Shows an address of the web, and nothing that is no such address. */
    public void browse(String address) {
        if (address.startsWith("https://") || address.startsWith("http://")) browser.accept(address);
        else notices.note(Texts.of("shell.window.nowhere", address));
    }
}
