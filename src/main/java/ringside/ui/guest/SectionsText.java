package ringside.ui.guest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file of the wizard's settings, read; its own comment says how it is written. */
final class SectionsText {
    private static final Pattern HEAD = Pattern.compile("\\[(?:(\\w+): )?([^]]+)] ?(.*)");
    private static final Pattern SETTING = Pattern.compile("([\\w.-]+) \\| ([^|]+) \\| (.+)");
    private static final Pattern GLOSS = Pattern.compile("    (.*) = (.+)");

    private final List<Section> sections = new ArrayList<>();
    private final Map<String, String> glosses = new HashMap<>();
    private final List<Setting> usual = new ArrayList<>();
    private final List<Setting> more = new ArrayList<>();
    private Step step = Step.PURPOSE;
    private String list = "";
    private String title = "";
    private String words = "";
    private boolean inMore;

    SectionsText(String text) {
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::line);
        end();
    }

    List<Section> sections() {
        return List.copyOf(sections);
    }

    /** By the setting's path with {@code []} for any entry, a blank and the word. */
    Map<String, String> glosses() {
        return Map.copyOf(glosses);
    }

    private void line(String line) {
        Matcher head = HEAD.matcher(line);
        Matcher setting = SETTING.matcher(line);
        Matcher gloss = GLOSS.matcher(line);
        if (line.startsWith("page = ")) {
            end();
            step = Step.valueOf(line.substring("page = ".length()));
        } else if (head.matches()) {
            end();
            list = head.group(1) == null ? "" : head.group(1);
            title = head.group(2);
            words = head.group(3);
        } else if (line.equals("more")) inMore = true;
        else if (setting.matches())
            (inMore ? more : usual).add(new Setting(setting.group(1), setting.group(2), setting.group(3)));
        else if (gloss.matches())
            glosses.put(section().path((inMore ? more : usual).getLast()) + " " + gloss.group(1), gloss.group(2));
        else throw new IllegalStateException("neither a section nor a setting: " + line);
    }

    private void end() {
        if (!usual.isEmpty() || !more.isEmpty()) sections.add(section());
        usual.clear();
        more.clear();
        inMore = false;
    }

    private Section section() {
        return new Section(step, title, words, list, usual, more);
    }
}
