package ringside.core.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the person who ran the Phoronix Test Suite wrote about its results.
 *
 * @param title empty if there is none
 * @param description may be empty
 */
record PtsAbout(Optional<String> title, String description) {
    private static final Pattern GENERATED = Pattern.compile("<Generated>([\\s\\S]{0,20000}?)</Generated>");

    static PtsAbout of(Head head) {
        Matcher generated = GENERATED.matcher(head.text());
        if (!generated.find()) return new PtsAbout(Optional.empty(), "");
        String all = generated.group(1);
        return new PtsAbout(Optional.of(text(all, "Title")).filter(text -> !text.isBlank()), text(all, "Description"));
    }

    private static String text(String all, String name) {
        int begin = all.indexOf("<" + name + ">");
        int end = all.indexOf("</" + name + ">");
        if (begin < 0 || end < begin) return "";
        String written = all.substring(begin + name.length() + 2, end)
                .replaceFirst("^\\s*<!\\[CDATA\\[([\\s\\S]*)]]>\\s*$", "$1")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&#039;", "'")
                .replace("&amp;", "&");
        return SoundText.name(PtsResult.plain(written));
    }
}
