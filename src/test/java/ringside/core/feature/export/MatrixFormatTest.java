package ringside.core.feature.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.core.HtmlText;
import ringside.core.feature.Catalogue;
import ringside.core.feature.Cell;
import ringside.core.feature.Column;
import ringside.core.feature.Era;
import ringside.core.feature.Feature;
import ringside.core.feature.FeatureMatrix;
import ringside.core.feature.Filter;
import ringside.core.feature.Names;
import ringside.core.feature.Probed;
import ringside.core.format.SheetText;
import ringside.core.json.Json;

/** The real matrix written and read back, and one that wants to break out of its format. */
class MatrixFormatTest {
    private static final FeatureMatrix MATRIX = Catalogue.bundled().matrix();
    private static final Probed PROBED = new Probed(
            "nested-paging",
            "kvm",
            Probed.Verdict.VERIFIED,
            "cat /sys/module/kvm_intel/parameters/ept",
            "Y",
            "lab",
            Instant.parse("2026-11-25T12:00:00Z"));

    private static MatrixExcerpt everything() {
        return new MatrixExcerpt(MATRIX, Filter.all(Names.columns(MATRIX), Era.NOW), List.of(PROBED));
    }

    @Test
    void jsonSaysUnknownTodayWhereAFileAddsAPlatformAndNoCell(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("bare.json"), "{\"platforms\": [{\"id\": \"bare\", \"name\": \"Bare\"}]}");
        FeatureMatrix matrix = Catalogue.load(List.of(folder)).matrix();
        var excerpt = new MatrixExcerpt(matrix, Filter.all(List.of("bare"), Era.NOW), List.of());
        for (Object row : Json.list(MatrixFormat.JSON.text(excerpt))) {
            Map<?, ?> eras = map(map(map(row).get("platforms")).get("bare"));
            assertEquals("unknown", map(eras.get("now")).get("support"));
            assertNull(eras.get("y2013"));
        }
    }

    @Test
    void jsonHasEveryCellOfBothTimes() {
        List<Object> list = Json.list(MatrixFormat.JSON.text(everything()));
        assertEquals(MATRIX.features().size(), list.size());
        for (Object one : list) {
            Map<?, ?> row = (Map<?, ?>) one;
            Map<?, ?> platforms = map(row.get("platforms"));
            assertEquals(Names.columns(MATRIX), List.copyOf(platforms.keySet()));
            for (Column column : MATRIX.columns())
                for (Era era : Era.values())
                    same(MATRIX.cell(String.valueOf(row.get("id")), column.id(), era), (Map<?, ?>)
                            map(platforms.get(column.id())).get(era.key()));
        }
    }

    private static void same(Cell cell, @Nullable Map<?, ?> json) {
        if (cell == Cell.NONE) {
            assertNull(json);
            return;
        }
        assertNotNull(json);
        assertEquals(cell.support().word(), json.get("support"));
        assertEquals(cell.note(), json.get("note"));
        assertEquals(cell.since().isEmpty() ? null : cell.since(), json.get("since"));
        assertTrue(json.containsKey("probed"));
        if (cell.sources().isEmpty()) assertNull(json.get("source"));
        else {
            Map<?, ?> source = map(json.get("source"));
            assertEquals(cell.sources().getFirst().repoOrUrl(), source.get("repo_or_url"));
            assertEquals(cell.sources().getFirst().path(), source.get("path"));
            assertEquals(cell.sources().getFirst().version(), source.get("version_or_commit"));
            assertEquals(cell.sources().getFirst().title(), source.get("title"));
        }
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }

    @Test
    void whatAHostSaidStandsBesideItsCellAndNowhereElse() {
        for (Object one : Json.list(MatrixFormat.JSON.text(everything()))) {
            Map<?, ?> row = (Map<?, ?>) one;
            map(row.get("platforms"))
                    .forEach((platform, eras) -> map(eras).forEach((era, cell) -> {
                        if (cell == null) return;
                        boolean asked =
                                "nested-paging".equals(row.get("id")) && platform.equals("kvm") && era.equals("now");
                        assertEquals(
                                asked
                                        ? Map.of(
                                                "verdict",
                                                "verified",
                                                "command",
                                                PROBED.command(),
                                                "answer",
                                                "Y",
                                                "host",
                                                "lab",
                                                "time",
                                                "2026-11-25T12:00:00Z")
                                        : null,
                                map(cell).get("probed"));
                    }));
        }
    }

    @Test
    void theNewestAnswerCounts() {
        var older = new Probed(
                "nested-paging",
                "kvm",
                Probed.Verdict.NOT_HERE,
                "",
                "N",
                "old",
                PROBED.time().minusSeconds(1));
        for (List<Probed> order : List.of(List.of(PROBED, older), List.of(older, PROBED))) {
            var excerpt = new MatrixExcerpt(MATRIX, Filter.all(List.of("kvm"), Era.NOW), order);
            Feature paging = MATRIX.feature("nested-paging").orElseThrow();
            Column kvm = MATRIX.column("kvm").orElseThrow();
            assertEquals(
                    "lab", excerpt.probed(paging, kvm, Era.NOW).orElseThrow().host());
            assertTrue(excerpt.probed(paging, kvm, Era.SPRING_2013).isEmpty(), "hosts are of today");
        }
    }

    @Test
    void csvReadsBackAsTheSameCells() {
        for (Era era : Era.values()) {
            var excerpt = new MatrixExcerpt(MATRIX, Filter.all(Names.columns(MATRIX), era), List.of());
            int cells = 0;
            for (NamedCsvRecord line : CsvReader.builder().ofNamedCsvRecord(MatrixFormat.CSV.text(excerpt)).stream()
                    .toList()) {
                Cell cell = MATRIX.cell(line.getField("feature"), line.getField("platform"), era);
                assertEquals(era.word(), line.getField("year"));
                assertEquals(cell.support().word(), line.getField("support"));
                assertEquals(cell.note(), SheetText.plain(line.getField("note")));
                assertEquals(cell.since(), SheetText.plain(line.getField("since")));
                assertEquals(cell.grade(), line.getField("grade"));
                assertEquals(cell.statedFor(), line.getField("stated_for"));
                if (!cell.sources().isEmpty())
                    assertTrue(line.getField("links")
                            .contains(cell.sources().getFirst().link()));
                cells++;
            }
            assertEquals(MATRIX.features().size() * MATRIX.columns().size(), cells);
        }
    }

    @Test
    void markdownHasARowForEachFeatureAndALineForEachCell() {
        List<String> lines = MatrixFormat.MARKDOWN.text(everything()).lines().toList();
        for (Feature feature : MATRIX.features()) {
            List<String> rows = lines.stream()
                    .filter(line -> line.startsWith("| " + MatrixMarkdown.escape(feature.name()) + " |"))
                    .toList();
            assertEquals(1, rows.size(), feature.id());
            assertEquals(MATRIX.columns().size() + 2, bars(rows.getFirst()), feature.id());
        }
        assertEquals(
                (long) MATRIX.features().size() * MATRIX.columns().size(),
                lines.stream().filter(line -> line.startsWith("- **")).count());
    }

    private static int bars(String row) {
        return (int) Pattern.compile("(?<!\\\\)\\|").matcher(row).results().count();
    }

    @Test
    void htmlIsOnePageThatNeedsNothingElseAndEachLinkInItLeadsSomewhere() {
        String page = MatrixFormat.HTML.text(everything());
        assertFalse(page.contains("<script")
                || page.contains("<img")
                || page.contains("<link")
                || page.contains("@import"));
        var ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(hit -> hit.group(1))
                .toList();
        assertEquals(Set.copyOf(ids).size(), ids.size());
        Pattern.compile("href=\"#([^\"]+)\"")
                .matcher(page)
                .results()
                .forEach(hit -> assertTrue(ids.contains(hit.group(1)), hit.group(1)));
        for (Feature feature : MATRIX.features())
            for (Column column : MATRIX.columns())
                assertTrue(page.contains(HtmlText.of(
                        MATRIX.cell(feature.id(), column.id(), Era.NOW).note())));
        for (String tag : List.of("table", "tr", "th", "td", "dl", "dt", "dd", "span", "a", "p", "h2", "ul", "li"))
            assertEquals(
                    Pattern.compile("<" + tag + "[ >]").matcher(page).results().count(),
                    Pattern.compile("</" + tag + ">").matcher(page).results().count(),
                    tag);
    }

    @TempDir
    Path folder;

    @Test
    void aSignThatIsTheWordAlreadyStandsOnce() {
        assertFalse(MatrixFormat.HTML.text(everything()).contains(">? ?"));
    }

    @Test
    void nothingInAUsersFileBreaksOutOfItsPlace() throws IOException {
        String evil = "<script>alert(1)</script>\\\" onload=\\\"x | `b` [c](javascript:d) *e* =1+1, \\\"q\\\"";
        Path file = Files.writeString(
                folder.resolve("evil.json"), """
                {"platforms": [{"id": "evil", "name": "<b>|evil"}],
                 "features": [{"id": "trap", "group": "<i>|*", "name": "<u>|`", "description": "<s>|"}],
                 "cells": {"evil": {"trap": {"now": {"support": "yes", "note": "%s", "grade": "<em>", "source":
                  {"title": "<a>](x)", "repo_or_url": "https://a.org/(x)<y>\\"'", "path": "\\"><q>"}}}}}}
                """.formatted(evil).replace("(x)<y>\\\"'", "(x)"));
        Catalogue catalogue = Catalogue.load(List.of(file));
        assertEquals(List.of(), catalogue.faults());
        var excerpt = new MatrixExcerpt(catalogue.matrix(), Filter.all(List.of("evil", "kvm"), Era.NOW), List.of());
        String page = MatrixFormat.HTML.text(excerpt);
        for (String raw : List.of("<script", "<b>", "<i>", "<u>", "<s>", "<em>", "<q>", "\" onload"))
            assertFalse(page.contains(raw), raw);
        String markdown = MatrixFormat.MARKDOWN.text(excerpt);
        assertFalse(Pattern.compile("(?<!\\\\)<[a-z]").matcher(markdown).find());
        assertFalse(
                Pattern.compile("(?<!\\\\)\\]\\(javascript").matcher(markdown).find());
        String row = markdown.lines()
                .filter(line -> line.startsWith("| \\<u\\>"))
                .findFirst()
                .orElseThrow();
        assertEquals(4, bars(row));
        Cell cell = catalogue.matrix().cell("trap", "evil", Era.NOW);
        NamedCsvRecord line = CsvReader.builder().ofNamedCsvRecord(MatrixFormat.CSV.text(excerpt)).stream()
                .filter(record -> record.getField("feature").equals("trap"))
                .findFirst()
                .orElseThrow();
        assertEquals(cell.note(), SheetText.plain(line.getField("note")));
    }

    @Test
    void aFileIsWrittenWhole() throws IOException {
        for (MatrixFormat format : MatrixFormat.values()) {
            Path file = folder.resolve("out/matrix." + format.extension());
            format.write(everything(), file);
            assertEquals(format.text(everything()), Files.readString(file));
            assertTrue(Files.readString(file).endsWith("\n"));
        }
    }
}
