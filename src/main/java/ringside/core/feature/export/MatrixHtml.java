package ringside.core.feature.export;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import ringside.core.HtmlText;
import ringside.core.feature.Cell;
import ringside.core.feature.Column;
import ringside.core.feature.Contradiction;
import ringside.core.feature.Era;
import ringside.core.feature.Evidence;
import ringside.core.feature.Feature;
import ringside.core.feature.FeatureMatrix;
import ringside.core.feature.Source;
import ringside.core.feature.Support;

/** One page without scripts and without anything from elsewhere: the table, and every cell with its source. */
final class MatrixHtml {
    private static final String STYLE = """
            :root { color-scheme: light dark; --line: #8884; --head: #8881; }
            body { font: 14px/1.45 system-ui, sans-serif; margin: 1.5rem; max-width: 120rem; }
            h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
            .wide { overflow: auto; max-height: 92vh; border: 1px solid var(--line); }
            table { border-collapse: separate; border-spacing: 0; }
            th, td { padding: .3rem .6rem; border-bottom: 1px solid var(--line); text-align: left; white-space: nowrap; }
            thead th { position: sticky; top: 0; background: Canvas; z-index: 2; }
            tbody th, thead th:first-child { position: sticky; left: 0; background: Canvas; z-index: 1; font-weight: normal; }
            thead th:first-child { z-index: 3; } .group th { font-weight: 600; background: Canvas; }
            .yes { color: light-dark(#166534, #86efac); } .no { color: light-dark(#991b1b, #fca5a5); }
            .partial { color: light-dark(#92400e, #fcd34d); } .na, .unknown { color: GrayText; }
            a { color: inherit; } td a { text-decoration: none; } dt { font-weight: 600; margin-top: .6rem; }
            dd { margin: 0 0 0 1.5rem; } .weak, .from { opacity: .8; } ul { padding-left: 1.2rem; }
            @media print { .wide { overflow: visible; max-height: none; } }
            """;

    private final MatrixExcerpt excerpt;
    private final StringBuilder page = new StringBuilder();

    private MatrixHtml(MatrixExcerpt excerpt) {
        this.excerpt = excerpt;
    }

    static String of(MatrixExcerpt excerpt) {
        return new MatrixHtml(excerpt).write();
    }

    private String write() {
        String when = excerpt.eras().stream().map(Era::title).collect(Collectors.joining(" and "));
        String title = "Features of the platforms: " + when;
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
                .append("style-src 'unsafe-inline'\">\n<title>")
                .append(title)
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>")
                .append(title)
                .append("</h1>\n");
        table();
        legend();
        excerpt.rows().forEach(this::details);
        return page.append("</body>\n</html>\n").toString();
    }

    private void table() {
        page.append("<div class=\"wide\" tabindex=\"0\"><table>\n<thead><tr><th scope=\"col\">Feature</th>");
        for (Column column : excerpt.columns())
            page.append("<th scope=\"col\">").append(HtmlText.of(column.name())).append("</th>");
        page.append("</tr></thead>\n<tbody>\n");
        excerpt.sections().forEach(this::section);
        page.append("</tbody>\n</table></div>\n");
    }

    private void section(FeatureMatrix.Section section) {
        page.append("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"")
                .append(excerpt.columns().size() + 1)
                .append("\">")
                .append(HtmlText.of(section.title()))
                .append("</th></tr>\n");
        for (Feature feature : section.features()) {
            page.append("<tr><th scope=\"row\"><a href=\"#")
                    .append(HtmlText.of(feature.id()))
                    .append("\">")
                    .append(HtmlText.of(feature.name()))
                    .append("</a></th>");
            for (Column column : excerpt.columns()) cell(feature, column);
            page.append("</tr>\n");
        }
    }

    private void cell(Feature feature, Column column) {
        if (!excerpt.existed(column, excerpt.era())) {
            page.append("<td class=\"na\">")
                    .append(HtmlText.of(excerpt.brief(feature, column)))
                    .append("</td>");
            return;
        }
        Cell cell = excerpt.cell(feature, column, excerpt.era());
        page.append("<td class=\"")
                .append(style(cell))
                .append("\" title=\"")
                .append(HtmlText.of(cell.note()))
                .append("\"><a href=\"#")
                .append(HtmlText.of(feature.id() + "." + column.id()))
                .append("\">")
                .append(HtmlText.of(signed(cell.support(), excerpt.brief(feature, column))))
                .append("</a></td>");
    }

    /** Where the word is the sign already, once is enough. */
    private static String signed(Support support, String brief) {
        return brief.startsWith(support.sign()) ? brief : support.sign() + " " + brief;
    }

    private static String style(Cell cell) {
        return cell.support().word().replace("/", "");
    }

    private void legend() {
        List<String> lines = excerpt.legend();
        if (lines.isEmpty()) return;
        page.append("<ul class=\"weak\">\n");
        for (String line : lines) page.append("<li>").append(HtmlText.of(line)).append("</li>\n");
        page.append("</ul>\n");
    }

    private void details(Feature feature) {
        page.append("<h2 id=\"")
                .append(HtmlText.of(feature.id()))
                .append("\">")
                .append(HtmlText.of(feature.name()))
                .append("</h2>\n<p>")
                .append(HtmlText.of(feature.description()))
                .append("</p>\n<dl>\n");
        for (Column column : excerpt.columns()) {
            page.append("<dt id=\"")
                    .append(HtmlText.of(feature.id() + "." + column.id()))
                    .append("\">")
                    .append(HtmlText.of(column.name()))
                    .append("</dt>\n");
            for (Era era : excerpt.eras()) statement(feature, column, era);
        }
        page.append("</dl>\n");
    }

    private void statement(Feature feature, Column column, Era era) {
        Cell cell = excerpt.cell(feature, column, era);
        page.append("<dd>");
        if (excerpt.eras().size() > 1) page.append(era.title()).append(": ");
        page.append("<span class=\"")
                .append(style(cell))
                .append("\">")
                .append(cell.support().sign())
                .append(' ')
                .append(cell.support().title().toLowerCase(Locale.ROOT))
                .append("</span>");
        sentence(cell.note());
        if (!cell.since().isEmpty()) sentence("Since " + cell.since());
        if (!cell.grade().isEmpty()) sentence("Graded by the project: " + cell.grade());
        if (cell.evidence() == Evidence.ABSENT_FROM_LIST)
            sentence(cell.evidence().title());
        if (cell.inherited()) sentence("This is " + cell.whole());
        for (Source source : cell.sources()) source("Source: ", source);
        for (Contradiction other : cell.conflict()) source(other.lead(cell) + other.says() + ": ", other.source());
        excerpt.probed(feature, column, era)
                .ifPresent(answer -> sentence("Asked " + answer.host() + " at " + answer.time() + ": "
                        + answer.verdict().word() + "; " + answer.command() + " said " + answer.answer()));
        page.append("</dd>\n");
    }

    private void sentence(String text) {
        if (!text.isEmpty()) page.append(". ").append(HtmlText.of(text));
    }

    private void source(String before, Source source) {
        page.append("<br><span class=\"from\">")
                .append(HtmlText.of(before))
                .append("<a rel=\"noreferrer\" href=\"")
                .append(HtmlText.of(source.link()))
                .append("\">")
                .append(HtmlText.of(source.title()))
                .append("</a> ")
                .append(HtmlText.of(source.version()))
                .append("</span>");
    }
}
