package ringside.ui.shell;

import ringside.ui.kit.Background;

/** What a page needs of the window it is in. */
public record Desk(Background background, Navigator navigator, Sheets sheets, Notices notices, FileDialogs files) {}
