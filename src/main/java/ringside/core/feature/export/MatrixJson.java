package ringside.core.feature.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringside.core.feature.Cell;
import ringside.core.feature.Column;
import ringside.core.feature.Contradiction;
import ringside.core.feature.Era;
import ringside.core.feature.Feature;
import ringside.core.feature.Probed;
import ringside.core.feature.Source;
import ringside.core.json.Json;

/** A list of features, each with both times of every platform. */
final class MatrixJson {
    private MatrixJson() {}

    static String of(MatrixExcerpt excerpt) {
        return Json.pretty(excerpt.rows().stream()
                        .map(row -> feature(excerpt, row))
                        .toList())
                + "\n";
    }

    private static Map<String, Object> feature(MatrixExcerpt excerpt, Feature row) {
        var platforms = new LinkedHashMap<String, Object>();
        for (Column column : excerpt.columns()) {
            var eras = new LinkedHashMap<String, @Nullable Object>();
            for (Era era : Era.values())
                eras.put(era.key(), cell(era, excerpt.cell(row, column, era), excerpt.probed(row, column, era)));
            platforms.put(column.id(), eras);
        }
        var map = new LinkedHashMap<String, Object>();
        map.put("id", row.id());
        map.put("group", row.group());
        map.put("name", row.name());
        map.put("description", row.description());
        map.put("basic", row.basic());
        map.put("platforms", platforms);
        return map;
    }

    /** Of 2013 nothing is said where no source was found; of today it is said that it is unknown. */
    private static @Nullable Map<String, @Nullable Object> cell(Era era, Cell cell, Optional<Probed> probed) {
        if (era == Era.SPRING_2013 && cell == Cell.NONE && probed.isEmpty()) return null;
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("support", cell.support().word());
        map.put("note", cell.note());
        map.put("since", orNull(cell.since()));
        map.put("grade", orNull(cell.grade()));
        map.put("evidence", cell.evidence().word());
        map.put("stated_for", orNull(cell.statedFor()));
        List<Map<String, Object>> sources =
                cell.sources().stream().map(MatrixJson::source).toList();
        map.put("source", sources.isEmpty() ? null : sources.getFirst());
        map.put("sources", sources);
        map.put("conflict", cell.conflict().stream().map(MatrixJson::conflict).toList());
        map.put("probed", probed.map(MatrixJson::probed).orElse(null));
        return map;
    }

    private static Map<String, Object> source(Source source) {
        var map = new LinkedHashMap<String, Object>();
        map.put("title", source.title());
        map.put("repo_or_url", source.repoOrUrl());
        map.put("path", source.path());
        map.put("version_or_commit", source.version());
        map.put("link", source.link());
        return map;
    }

    private static Map<String, Object> conflict(Contradiction conflict) {
        return Map.of("says", conflict.says(), "source", source(conflict.source()));
    }

    private static Map<String, Object> probed(Probed probed) {
        var map = new LinkedHashMap<String, Object>();
        map.put("verdict", probed.verdict().word());
        map.put("command", probed.command());
        map.put("answer", probed.answer());
        map.put("host", probed.host());
        map.put("time", probed.time().toString());
        return map;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
