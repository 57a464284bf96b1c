package ringside.ui.guest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ringside.core.help.Localised;
import ringside.ui.kit.Texts;

/** Every setting of the wizard: on which page, under which words, and why its default is what it is. */
final class Sections {
    private static final String FILE = "/ringside/ui/guest/settings";
    private static final Sections BUNDLED = bundled();

    private final List<Section> all;
    private final Map<String, String> labels = new HashMap<>(); // by path, with [] for any entry of a list
    private final Map<String, String> glosses; // by path, a blank and the word

    private Sections(SectionsText text) {
        all = text.sections();
        glosses = text.glosses();
        for (Section section : all) {
            if (!section.list().isEmpty()) labels.put(section.path(), section.title());
            for (Setting setting : section.usual()) labels.put(section.path(setting), setting.label());
            for (Setting setting : section.more()) labels.put(section.path(setting), setting.label());
        }
    }

    private static Sections bundled() {
        return new Sections(
                new SectionsText(Localised.text(FILE, ".txt", Texts.language()).orElseThrow()));
    }

    static List<Section> all() {
        return BUNDLED.all;
    }

    static List<Section> of(Step step) {
        return BUNDLED.all.stream().filter(section -> section.step() == step).toList();
    }

    /** The one whose settings each entry of a list has. */
    static Section of(String list) {
        return BUNDLED.all.stream()
                .filter(section -> section.list().equals(list))
                .findFirst()
                .orElseThrow();
    }

    /** What a word means; empty where it says so itself. */
    static String gloss(String path, String word) {
        return BUNDLED.glosses.getOrDefault(any(path) + " " + word, "");
    }

    /** As people call what a path is about: {@code Disk 1, Host cache}. */
    static String label(String path) {
        String own = BUNDLED.labels.getOrDefault(any(path), "");
        int bracket = path.lastIndexOf('[');
        if (bracket < 0) return own.isEmpty() ? path : own;
        String list = path.substring(0, bracket);
        String number = path.substring(bracket + 1, path.indexOf(']', bracket));
        String entry = entry(list.substring(list.lastIndexOf('.') + 1), Integer.parseInt(number));
        if (own.isEmpty() && !path.endsWith("]")) own = path.substring(path.indexOf(']', bracket) + 2);
        return own.isEmpty() ? entry : entry + ", " + own;
    }

    /** One entry of a list: {@code Disk 1}. Guests count their NUMA nodes from 0. */
    static String entry(String list, int index) {
        return entry(list) + " " + (list.equals("numa") ? index : index + 1);
    }

    static String entry(String list) {
        return switch (list) {
            case "disks" -> Texts.of("guest.sections.disk");
            case "cdroms" -> Texts.of("guest.sections.cdrom");
            case "nics" -> Texts.of("guest.sections.nic");
            case "forwards" -> Texts.of("guest.sections.forward");
            case "numa" -> Texts.of("guest.sections.numa");
            default -> list;
        };
    }

    private static String any(String path) {
        return path.replaceAll("\\[\\d+]", "[]");
    }
}
