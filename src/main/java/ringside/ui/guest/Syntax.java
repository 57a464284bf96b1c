package ringside.ui.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which parts of a line stand out, in each of the languages that are shown. */
enum Syntax {
    SHELL("(?<comment>(?<!\\S)#.*)|(?<text>'[^']*'?)|(?<name>(?<=^|\\s)--?[A-Za-z][\\w-]*)|(?<mark>\\\\$)"),
    XML("(?<comment><!--.*?(-->|$)|^\\s*[^<]*-->)|(?<name></?[\\w:-]+|/?>)|(?<text>'[^']*'|\"[^\"]*\")"
            + "|(?<key>[\\w:-]+(?==))"),
    CONFIG(
            "(?<comment>#.*)|(?<text>\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"?|'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'?)|(?<name>^\\s*\\w+(?=\\s*=))|(?<number>\\b\\d+\\b)"),
    YAML(
            "(?<comment>(?<!\\S)#.*)|(?<text>\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"?)|(?<name>^[\\s-]*[\\w-]+(?=:))|(?<number>\\b\\d+\\b)");

    /** What a part is; its word is its style class. */
    enum Ink {
        PLAIN,
        COMMENT,
        TEXT,
        NAME,
        KEY,
        NUMBER,
        MARK;

        String group() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    record Part(String text, Ink ink) {}

    /** Colours end where a line gets longer than anybody reads: hostile ones are 4 KB. */
    private static final int LONGEST = 2000;

    private final Pattern pattern;
    private final List<Ink> inks;

    Syntax(String pattern) {
        this.pattern = Pattern.compile(pattern);
        inks = List.of(Ink.values()).stream()
                .filter(ink -> pattern.contains("(?<" + ink.group() + ">"))
                .toList();
    }

    /** The whole line, in parts. */
    List<Part> parts(String line) {
        if (line.length() > LONGEST) return List.of(new Part(line, Ink.PLAIN));
        var parts = new ArrayList<Part>();
        Matcher found = pattern.matcher(line);
        int end = 0;
        while (found.find()) {
            if (found.end() == found.start()) continue;
            if (found.start() > end) parts.add(new Part(line.substring(end, found.start()), Ink.PLAIN));
            parts.add(new Part(found.group(), ink(found)));
            end = found.end();
        }
        if (end < line.length() || parts.isEmpty()) parts.add(new Part(line.substring(end), Ink.PLAIN));
        return parts;
    }

    private Ink ink(Matcher found) {
        for (Ink ink : inks) if (found.group(ink.group()) != null) return ink;
        return Ink.PLAIN;
    }
}
