package ringside.core.comparison.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import ringside.core.HtmlText;

/** Builds a page that is HTML and well-formed XML at once. */
final class Html {
    private static final Pattern NUMBER =
            Pattern.compile("|not measured|[-+]?[\\d,.]+(e-?\\d+)?( ?%)?( \\([\\d,.]+ to [\\d,.]+\\))?");

    private static final Pattern PERCENT = Pattern.compile("(?<=\\d) (?=%)");

    private final StringBuilder out = new StringBuilder();
    private final Map<String, String> sections = new LinkedHashMap<>();

    /** A percent sign does not leave its number. */
    private static String words(String text) {
        return PERCENT.matcher(HtmlText.of(text)).replaceAll("\u00a0");
    }

    private static final Pattern LINK = Pattern.compile("\u0001([^\u0001]*)\u0001([^\u0001]*)\u0001");

    /** Text for a table that leads to a place in the page. */
    static String link(String id, String text) {
        return "\u0001" + id.replace('\u0001', ' ') + '\u0001' + text.replace('\u0001', ' ') + '\u0001';
    }

    private static String linked(String text) {
        var out = new StringBuilder();
        Matcher link = LINK.matcher(text);
        int done = 0;
        while (link.find()) {
            out.append(HtmlText.of(text.substring(done, link.start())))
                    .append("<a href=\"#" + HtmlText.of(link.group(1)) + "\">")
                    .append(HtmlText.of(link.group(2)))
                    .append("</a>");
            done = link.end();
        }
        return out.append(HtmlText.of(text.substring(done))).toString();
    }

    /** Links to the sections so far. */
    String contents() {
        var links = new StringBuilder("<nav>");
        sections.forEach((id, title) -> links.append("<a href=\"#")
                .append(HtmlText.of(id))
                .append("\">")
                .append(HtmlText.of(title))
                .append("</a> "));
        return links.append("</nav>\n").toString();
    }

    Html raw(String html) {
        out.append(html);
        return this;
    }

    /** @param id to be linked to; empty for none */
    Html heading(int level, String id, String text) {
        if (level == 2) sections.put(id, text);
        out.append("<h").append(level);
        if (!id.isEmpty()) out.append(" id=\"").append(HtmlText.of(id)).append('"');
        out.append('>').append(HtmlText.of(text)).append("</h").append(level).append(">\n");
        return this;
    }

    Html paragraph(String text) {
        out.append("<p>").append(words(text)).append("</p>\n");
        return this;
    }

    Html note(String text) {
        out.append("<p class=\"note\">").append(words(text)).append("</p>\n");
        return this;
    }

    Html list(List<String> items) {
        if (items.isEmpty()) return this;
        out.append("<ul>\n");
        items.forEach(item -> out.append("<li>").append(words(item)).append("</li>\n"));
        out.append("</ul>\n");
        return this;
    }

    /** What words mean. */
    Html terms(Map<String, String> terms) {
        out.append("<dl>\n");
        terms.forEach((word, says) -> out.append("<dt>")
                .append(words(word))
                .append("</dt><dd>")
                .append(words(says))
                .append("</dd>\n"));
        out.append("</dl>\n");
        return this;
    }

    /** Lines for a terminal. */
    Html code(List<String> lines) {
        out.append("<pre>").append(HtmlText.of(String.join("\n", lines))).append("</pre>\n");
        return this;
    }

    /** Columns that have only numbers stand at the right. */
    Html table(List<String> header, List<List<String>> rows) {
        List<String> kinds = IntStream.range(0, header.size())
                .mapToObj(i -> isNumbers(rows, i) ? " class=\"number\"" : "")
                .toList();
        out.append("<table>\n");
        if (!header.stream().allMatch(String::isEmpty))
            out.append("<thead>").append(row("th", kinds, header)).append("</thead>\n");
        out.append("<tbody>\n");
        rows.forEach(row -> out.append(row("td", kinds, row)).append('\n'));
        out.append("</tbody>\n</table>\n");
        return this;
    }

    private static String row(String tag, List<String> kinds, List<String> cells) {
        var row = new StringBuilder("<tr>");
        for (int i = 0; i < cells.size(); i++)
            row.append('<' + tag + kinds.get(i) + '>')
                    .append(linked(cells.get(i)))
                    .append("</" + tag + '>');
        return row.append("</tr>").toString();
    }

    private static boolean isNumbers(List<List<String>> rows, int column) {
        return rows.stream().anyMatch(row -> !row.get(column).isEmpty())
                && rows.stream()
                        .allMatch(row -> NUMBER.matcher(
                                        LINK.matcher(row.get(column)).replaceAll("$2"))
                                .matches());
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
