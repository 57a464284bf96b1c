package ringside.ui.guest;

import java.util.List;

/**
 * Settings that belong together.
 *
 * @param words below the title; for a list, what holds while it has no entry
 * @param list the name of the list whose entries have them; empty for settings that are there once
 * @param usual those most guests need
 * @param more those few need, folded away at first
 */
record Section(Step step, String title, String words, String list, List<Setting> usual, List<Setting> more) {
    Section {
        usual = List.copyOf(usual);
        more = List.copyOf(more);
    }

    /** The list's path, with {@code []} for any entry of a list around it. */
    String path() {
        return list.equals("forwards") ? "nics[].network.forwards" : list;
    }

    /** A setting's path in the guest's file. */
    String path(Setting setting) {
        return list.isEmpty() ? setting.path() : path() + "[]." + setting.path();
    }
}
