package ringside.ui.guest;

import ringside.core.guest.Guest;

/** A guest to begin with. */
record Start(String group, String title, String words, Guest guest) {}
