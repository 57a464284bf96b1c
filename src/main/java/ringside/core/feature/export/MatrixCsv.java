package ringside.core.feature.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import ringside.core.feature.Cell;
import ringside.core.feature.Column;
import ringside.core.feature.Era;
import ringside.core.feature.Feature;
import ringside.core.feature.Source;
import ringside.core.format.SheetText;

/** One line for each cell, RFC 4180; several sources stand in one field, separated by "; ". */
final class MatrixCsv {
    private static final List<String> HEADER = List.of(
            "feature",
            "group",
            "name",
            "platform",
            "year",
            "support",
            "note",
            "since",
            "grade",
            "evidence",
            "stated_for",
            "sources",
            "links",
            "conflict",
            "probed",
            "probed_host");

    private MatrixCsv() {}

    static String of(MatrixExcerpt excerpt) {
        var text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(HEADER);
            for (Feature row : excerpt.rows())
                for (Column column : excerpt.columns())
                    for (Era era : excerpt.eras())
                        csv.writeRecord(fields(excerpt, row, column, era).stream()
                                .map(SheetText::safe)
                                .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> fields(MatrixExcerpt excerpt, Feature row, Column column, Era era) {
        Cell cell = excerpt.cell(row, column, era);
        var probed = excerpt.probed(row, column, era);
        return List.of(
                row.id(),
                row.group(),
                row.name(),
                column.id(),
                era.word(),
                cell.support().word(),
                cell.note(),
                cell.since(),
                cell.grade(),
                cell.evidence().word(),
                cell.statedFor(),
                cell.sources().stream()
                        .map(source -> source.title() + ", " + source.version())
                        .collect(Collectors.joining("; ")),
                cell.sources().stream().map(Source::link).collect(Collectors.joining("; ")),
                cell.conflict().stream()
                        .map(other -> other.says() + " (" + other.source().title() + ", "
                                + other.source().version() + ")")
                        .collect(Collectors.joining("; ")),
                probed.map(answer -> answer.verdict().word()).orElse(""),
                probed.map(answer -> answer.host()).orElse(""));
    }
}
