package ringside.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.core.feature.Cell;
import ringside.core.feature.Column;
import ringside.core.feature.Era;
import ringside.core.feature.Feature;
import ringside.core.feature.Source;
import ringside.core.feature.export.MatrixExcerpt;

/** The matrix for a terminal. One platform or one feature leaves room for conditions and sources. */
final class MatrixTable {
    private final MatrixExcerpt excerpt;

    MatrixTable(MatrixExcerpt excerpt) {
        this.excerpt = excerpt;
    }

    @Override
    public String toString() {
        if (excerpt.rows().isEmpty()) return "no feature is like that\n";
        boolean narrow = excerpt.columns().size() == 1 || excerpt.rows().size() == 1;
        String legend = excerpt.legend().stream().map(line -> line + "\n").collect(Collectors.joining());
        return (narrow ? cells() + remarks() : matrix()) + (legend.isEmpty() ? "" : "\n" + legend);
    }

    private String matrix() {
        var table = new TextTable();
        // "libvirt-virtualbox" stands in two lines, so that all columns fit a terminal
        if (excerpt.columns().stream().anyMatch(column -> !upper(column).isEmpty()))
            table.row(line("", MatrixTable::upper));
        table.row(line("FEATURE", MatrixTable::lower));
        for (var section : excerpt.sections()) {
            table.row(section.title());
            for (Feature row : section.features()) table.row(line(row.id(), column -> excerpt.brief(row, column)));
        }
        return table.toString();
    }

    private String[] line(String first, Function<Column, String> cell) {
        return Stream.concat(Stream.of(first), excerpt.columns().stream().map(cell))
                .toArray(String[]::new);
    }

    private static String upper(Column column) {
        int hyphen = column.id().indexOf('-');
        return hyphen < 0 ? "" : column.id().substring(0, hyphen + 1);
    }

    private static String lower(Column column) {
        return column.id().substring(column.id().indexOf('-') + 1);
    }

    private String cells() {
        boolean years = excerpt.eras().size() > 1;
        var table =
                new TextTable(present(years, "FEATURE", "PLATFORM", "YEAR", "SUPPORT", "SINCE", "CONDITION", "SOURCE"));
        for (Feature row : excerpt.rows())
            for (Column column : excerpt.columns())
                for (Era era : excerpt.eras()) table.row(statement(years, row, column, era));
        return table.toString();
    }

    private String[] statement(boolean years, Feature row, Column column, Era era) {
        Cell cell = excerpt.cell(row, column, era);
        String grade = cell.grade().isEmpty() ? "" : " [" + cell.grade() + "]";
        return present(
                years,
                row.id(),
                column.id(),
                era.word(),
                MatrixExcerpt.brief(cell, excerpt.probed(row, column, era)),
                cell.since(),
                cell.note() + grade,
                cell.sources().stream().map(Source::link).collect(Collectors.joining(" ")));
    }

    /** What is too long for a column: sources that contradict each other, and what a host answered. */
    private String remarks() {
        var text = new StringBuilder();
        for (Feature row : excerpt.rows())
            for (Column column : excerpt.columns())
                for (Era era : excerpt.eras())
                    remarks(row, column, era)
                            .forEach(remark -> text.append("\n%s, %s: %s".formatted(row.id(), column.id(), remark)));
        return text.isEmpty() ? "" : text.append('\n').toString();
    }

    private Stream<String> remarks(Feature row, Column column, Era era) {
        return Stream.concat(
                excerpt.cell(row, column, era).conflict().stream()
                        .map(other -> other.says() + ": " + other.source().link()),
                excerpt.probed(row, column, era).stream()
                        .map(answer -> "%s on %s at %s: %s"
                                .formatted(
                                        answer.verdict().word().replace('-', ' '),
                                        answer.host(),
                                        answer.time(),
                                        answer.answer())));
    }

    /** Only the names that differ from line to line. */
    private String[] present(boolean years, String feature, String platform, String year, String... rest) {
        var fields = new ArrayList<String>();
        if (excerpt.rows().size() > 1 || excerpt.columns().size() == 1) fields.add(feature);
        if (excerpt.columns().size() > 1) fields.add(platform);
        if (years) fields.add(year);
        fields.addAll(List.of(rest));
        return fields.toArray(String[]::new);
    }
}
