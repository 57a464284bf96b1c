package ringside.core.comparison.report;

import java.util.List;

/** Builds a page that is HTML and well-formed XML at once. */
final class Html {
    private final StringBuilder out = new StringBuilder();

    static String escape(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isAllowed(c) ? c : '?');
            }
        });
        return escaped.toString();
    }

    /** XML cannot say the others at all. */
    private static boolean isAllowed(int c) {
        return c == '\n' || c == '\t' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }

    Html raw(String html) {
        out.append(html);
        return this;
    }

    /** @param id to be linked to; empty for none */
    Html heading(int level, String id, String text) {
        out.append("<h").append(level);
        if (!id.isEmpty()) out.append(" id=\"").append(escape(id)).append('"');
        out.append('>').append(escape(text)).append("</h").append(level).append(">\n");
        return this;
    }

    Html paragraph(String text) {
        out.append("<p>").append(escape(text)).append("</p>\n");
        return this;
    }

    Html note(String text) {
        out.append("<p class=\"note\">").append(escape(text)).append("</p>\n");
        return this;
    }

    Html list(List<String> items) {
        if (items.isEmpty()) return this;
        out.append("<ul>\n");
        items.forEach(item -> out.append("<li>").append(escape(item)).append("</li>\n"));
        out.append("</ul>\n");
        return this;
    }

    /** Columns whose cells are all numbers stand at the right. */
    Html table(List<String> header, List<List<String>> rows) {
        out.append("<table>\n<thead><tr>");
        header.forEach(name -> out.append("<th>").append(escape(name)).append("</th>"));
        out.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            out.append("<tr>");
            for (String cell : row)
                out.append(isNumber(cell) ? "<td class=\"number\">" : "<td>")
                        .append(escape(cell))
                        .append("</td>");
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table>\n");
        return this;
    }

    private static boolean isNumber(String text) {
        return text.matches("[-+]?[\\d,.]+(e-?\\d+)?( ?%)?");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
