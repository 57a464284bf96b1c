package ringside.core.feature.export;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.core.feature.Cell;
import ringside.core.feature.Column;
import ringside.core.feature.Contradiction;
import ringside.core.feature.Era;
import ringside.core.feature.Feature;
import ringside.core.feature.FeatureMatrix;
import ringside.core.feature.Source;

/** A table for each group, and below them every cell with its source. */
final class MatrixMarkdown {
    private final MatrixExcerpt excerpt;
    private final StringBuilder text = new StringBuilder();

    private MatrixMarkdown(MatrixExcerpt excerpt) {
        this.excerpt = excerpt;
    }

    static String of(MatrixExcerpt excerpt) {
        return new MatrixMarkdown(excerpt).write();
    }

    private String write() {
        String when = excerpt.eras().stream().map(Era::title).collect(Collectors.joining(" and "));
        text.append("# Features of the platforms: ").append(when).append("\n");
        excerpt.sections().forEach(this::table);
        List<String> legend = excerpt.legend();
        if (!legend.isEmpty()) text.append('\n');
        for (String line : legend)
            text.append("- ").append(escape(line.replaceFirst(" +", ": "))).append('\n');
        text.append("\n# Every cell with its source\n");
        excerpt.rows().forEach(this::cells);
        return text.toString();
    }

    private void table(FeatureMatrix.Section section) {
        text.append("\n## ").append(escape(section.title())).append("\n\n");
        row(
                "Feature",
                excerpt.columns().stream().map(column -> escape(column.name())).toList());
        row("---", excerpt.columns().stream().map(column -> "---").toList());
        for (Feature feature : section.features())
            row(
                    escape(feature.name()),
                    excerpt.columns().stream()
                            .map(column -> escape(excerpt.brief(feature, column)))
                            .toList());
    }

    private void row(String first, List<String> rest) {
        text.append(Stream.concat(Stream.of(first), rest.stream()).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private void cells(Feature feature) {
        text.append("\n### ").append(escape(feature.name())).append("\n\n");
        text.append(escape(feature.description())).append("\n\n");
        for (Column column : excerpt.columns())
            for (Era era : excerpt.eras())
                text.append("- ").append(cell(feature, column, era)).append('\n');
    }

    private String cell(Feature feature, Column column, Era era) {
        Cell cell = excerpt.cell(feature, column, era);
        String year = excerpt.eras().size() > 1 ? " (" + era.title() + ")" : "";
        Stream<String> parts = Stream.of(
                        "**" + escape(column.name()) + "**" + year + ": "
                                + cell.support().title().toLowerCase(Locale.ROOT),
                        escape(cell.note()),
                        cell.since().isEmpty() ? "" : "Since " + escape(cell.since()),
                        cell.grade().isEmpty() ? "" : "Graded " + escape(cell.grade()),
                        cell.inherited() ? "This is " + escape(cell.whole()) : "",
                        cell.sources().stream().map(MatrixMarkdown::link).collect(Collectors.joining("; ")),
                        cell.conflict().stream()
                                .map(other -> conflict(cell, other))
                                .collect(Collectors.joining("; ")),
                        excerpt.probed(feature, column, era)
                                .map(answer -> "Asked " + escape(answer.host()) + ": "
                                        + answer.verdict().word())
                                .orElse(""))
                .filter(part -> !part.isEmpty());
        return parts.collect(Collectors.joining(". "));
    }

    private static String conflict(Cell cell, Contradiction conflict) {
        return conflict.lead(cell) + escape(conflict.says()) + ", " + link(conflict.source());
    }

    private static String link(Source source) {
        String address = source.link()
                .replace(" ", "%20")
                .replace("(", "%28")
                .replace(")", "%29")
                .replace("<", "%3C")
                .replace(">", "%3E");
        String version = source.version().isEmpty() ? "" : ", " + escape(source.version());
        return "[" + escape(source.title()) + "](" + address + ")" + version;
    }

    /** The text as itself, whatever it holds: no markup, no HTML, no end of a table's cell. */
    static String escape(String text) {
        return text.replaceAll("[\\\\`*_{}\\[\\]<>#|~&]", "\\\\$0");
    }
}
