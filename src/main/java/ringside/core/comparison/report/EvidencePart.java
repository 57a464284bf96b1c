package ringside.core.comparison.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import ringside.core.HtmlText;
import ringside.core.comparison.Answer;
import ringside.core.comparison.Phrases;
import ringside.core.comparison.Studied;
import ringside.core.feature.FeatureMatrix;
import ringside.core.result.Configuration;
import ringside.core.result.Environment;
import ringside.core.result.ResultSet;

/** What the answer rests on: matrix cells, tables, figures, machines, sets. */
final class EvidencePart {
    private final Answer answer;
    private final FeatureMatrix matrix;
    private final Pictures pictures;
    private final Tabulation tables;
    private final Html html;

    EvidencePart(Answer answer, FeatureMatrix matrix, Pictures pictures, Tabulation tables, Html html) {
        this.answer = answer;
        this.matrix = matrix;
        this.pictures = pictures;
        this.tables = tables;
        this.html = html;
    }

    void write(boolean paper) {
        features();
        tables();
        figures(paper);
        environment();
        sets();
    }

    private void features() {
        Table features = ReportTables.features(answer, matrix);
        if (features.isEmpty()) return;
        html.heading(2, "features", "Features that were asked for");
        html.table(
                List.of("Feature", "Wanted", "Platform", "Support", "Condition or limit", "Stated for", "Source"),
                features.rows());
    }

    private void tables() {
        Table cells = ReportTables.cells(answer);
        if (cells.isEmpty()) return;
        html.heading(2, "tables", "Cells");
        html.paragraph(
                "A cell is one configuration held against its set's reference in one metric at one point of a sweep:"
                        + " the ratio of the medians, above 1 where the configuration is better. All "
                        + cells.rows().size()
                        + " of them are in data/cells.csv.");
        html.heading(3, "", "Verdicts");
        Table verdicts = tables.counts(cells, "verdicts", ReportTables.SUBJECT, "verdict");
        html.table(titles(verdicts.header()), verdicts.rows());
        html.note(wanted());
        html.heading(3, "ratios", "Ratios by program");
        html.note("Geometric means of the cells of each program, also of those that do not count in the answer.");
        html.table(
                List.of("Set", "Configuration", "Class", "Benchmark", "Metric", "Cells", "Ratio"),
                tables.geometricMeans(cells, "ratios", ReportTables.PROGRAM, "ratio")
                        .rows());
    }

    /** How much measuring would settle what is open. */
    private String wanted() {
        int[] wanted = answer.evidence().cells().stream()
                .flatMapToInt(cell -> cell.comparison().wanted().stream())
                .sorted()
                .toArray();
        return wanted.length == 0
                ? "No cell is open for want of a few repetitions: those that cannot tell rest on single runs or means, or"
                        + " drift, which more repetitions do not mend, or nobody can say how many would tell."
                : "Of the cells that cannot tell, " + wanted.length
                        + (wanted.length == 1 ? " says" : " say")
                        + " how many repetitions of each side, in all, would tell in about four of five cases if the"
                        + " ratio is what it seems: "
                        + (wanted[0] == wanted[wanted.length - 1]
                                ? wanted[0]
                                : "from " + wanted[0] + " to " + wanted[wanted.length - 1] + ", half of them at most "
                                        + wanted[(wanted.length - 1) / 2])
                        + " (data/cells.csv, wanted_repetitions).";
    }

    private static List<String> titles(List<String> names) {
        return names.stream()
                .map(name -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1))
                .toList();
    }

    private void figures(boolean paper) {
        if (pictures.drawn().isEmpty()) return;
        html.heading(2, "figures", "Figures");
        for (Pictures.Drawn drawn : pictures.drawn()) {
            html.raw("<div class=\"figure\" id=\"figure-" + HtmlText.of(drawn.id()) + "\">\n");
            html.raw(
                    paper
                            ? "<img src=\"" + HtmlText.of(drawn.id()) + ".pdf\" alt=\"" + HtmlText.of(drawn.title())
                                    + "\"/>\n"
                            : Pictures.inline(drawn));
            html.raw("</div>\n");
            html.note("Data: data/figure-" + drawn.id() + ".csv; files: figures/" + drawn.id() + ".svg and .pdf.");
        }
    }

    private void environment() {
        html.heading(2, "environment", "Machines and configurations");
        for (Studied set : answer.evidence().sets()) {
            html.heading(3, "", set.name());
            for (Environment machine : set.configurations().stream()
                    .map(Configuration::environment)
                    .distinct()
                    .toList())
                html.paragraph(machine.name() + (machine.facts().isEmpty() ? "" : ": " + pairs(machine.facts())));
            html.table(
                    List.of("Configuration", "Platform", "Versions", "Settings"),
                    set.configurations().stream()
                            .map(one -> List.of(
                                    one.label()
                                            + (set.reference()
                                                            .filter(one::equals)
                                                            .isPresent()
                                                    ? " (reference)"
                                                    : ""),
                                    one.platform(),
                                    pairs(one.versions()),
                                    pairs(one.settings())))
                            .toList());
        }
    }

    private static String pairs(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("; "));
    }

    private void sets() {
        html.heading(2, "sets", "Result sets and their sources");
        var rows = new ArrayList<List<String>>();
        for (Studied studied : answer.evidence().sets()) {
            ResultSet set = studied.stored().set();
            rows.add(List.of(
                    set.name(),
                    set.origin().word(),
                    Phrases.count((int) studied.stored().samples(), "sample", "samples") + ", "
                            + Phrases.count(studied.cells().size(), "cell", "cells"),
                    set.title() + ". " + set.citation().text()
                            + (set.citation().locator().isEmpty()
                                    ? ""
                                    : ". " + set.citation().locator()),
                    set.licence()));
        }
        html.table(List.of("Set", "Origin", "Size", "What it is, and its source", "Licence"), rows);
        for (Studied studied : answer.evidence().sets())
            html.note(studied.name() + ": " + studied.stored().set().notes() + " Fingerprint "
                    + studied.stored().fingerprint() + ".");
    }
}
