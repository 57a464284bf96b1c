package ringside.ui.guest;

/**
 * One thing that can be set, as people are told of it.
 *
 * @param path in the guest's file; inside an entry of a list, from that entry
 * @param why the reason for its default, in one line
 */
record Setting(String path, String label, String why) {}
