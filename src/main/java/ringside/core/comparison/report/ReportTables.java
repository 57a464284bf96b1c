package ringside.core.comparison.report;

import java.util.ArrayList;
import java.util.List;
import ringside.core.comparison.Answer;
import ringside.core.comparison.Cell;
import ringside.core.comparison.Claim;
import ringside.core.comparison.Pairing;
import ringside.core.comparison.Phrases;
import ringside.core.feature.FeatureMatrix;
import ringside.core.feature.Source;
import ringside.core.stats.Interval;

/** An answer as flat tables: what stands in a report's files, and what its own tables are made of. */
final class ReportTables {
    static final List<String> SUBJECT = List.of("set", "configuration", "class");

    static final List<String> PROGRAM = List.of("set", "configuration", "class", "benchmark", "metric");

    private ReportTables() {}

    static Table cells(Answer answer) {
        var rows = new ArrayList<List<String>>();
        for (Cell cell : answer.evidence().cells())
            rows.add(List.of(
                    cell.id(),
                    cell.set(),
                    cell.area().word(),
                    cell.task().benchmark(),
                    cell.task().metric().name(),
                    cell.task().metric().unit(),
                    cell.task().metric().better().word(),
                    cell.task().point().toString(),
                    cell.configuration().platform(),
                    cell.configuration().label(),
                    cell.reference().label(),
                    Integer.toString(cell.own().n()),
                    Integer.toString(cell.other().n()),
                    Phrases.plain(cell.own().median()),
                    Phrases.plain(cell.other().median()),
                    cell.hasRatio() ? Phrases.plain(cell.ratio()) : "",
                    cell.interval().map(Interval::low).map(Phrases::plain).orElse(""),
                    cell.interval().map(Interval::high).map(Phrases::plain).orElse(""),
                    Phrases.plain(cell.comparison().p()),
                    cell.verdict().word(),
                    cell.reason(),
                    cell.comparison().wanted().isPresent()
                            ? Integer.toString(cell.comparison().wanted().getAsInt())
                            : ""));
        return new Table(
                "cells",
                List.of(
                        "id",
                        "set",
                        "class",
                        "benchmark",
                        "metric",
                        "unit",
                        "better",
                        "parameters",
                        "platform",
                        "configuration",
                        "reference",
                        "n",
                        "n_reference",
                        "median",
                        "median_reference",
                        "ratio",
                        "low",
                        "high",
                        "p",
                        "verdict",
                        "reason",
                        "wanted_repetitions"),
                rows);
    }

    static Table ranking(Answer answer) {
        return new Table(
                "ranking",
                List.of(
                        "rank",
                        "first_rank",
                        "last_rank",
                        "platform",
                        "name",
                        "fits",
                        "share_of_native",
                        "tied_with",
                        "reasons"),
                answer.ranking().stream()
                        .map(ranked -> List.of(
                                Integer.toString(ranked.rank()),
                                Integer.toString(ranked.span().first()),
                                Integer.toString(ranked.span().last()),
                                ranked.platform(),
                                ranked.candidate().name(),
                                ranked.fits().word(),
                                ranked.share().isPresent()
                                        ? Phrases.plain(ranked.share().getAsDouble())
                                        : "",
                                String.join(" ", ranked.tiedWith()),
                                String.join(" ", ranked.reasons())))
                        .toList());
    }

    /** Every two platforms that were held against each other, measurement by measurement. */
    static Table pairs(Answer answer) {
        var rows = new ArrayList<List<String>>();
        for (Pairing pair : answer.pairs())
            for (Pairing.Measured one : pair.measured())
                rows.add(List.of(
                        pair.first(),
                        pair.second(),
                        pair.verdict(),
                        pair.reason(),
                        Phrases.plain(pair.ratio()),
                        pair.interval().map(Interval::low).map(Phrases::plain).orElse(""),
                        pair.interval().map(Interval::high).map(Phrases::plain).orElse(""),
                        Phrases.plain(pair.p()),
                        Phrases.plain(100 * pair.covered()),
                        one.task().set(),
                        one.task().text(),
                        one.area().word(),
                        String.join(" ", one.cells()),
                        Phrases.plain(one.ratio()),
                        Integer.toString(one.n()),
                        Integer.toString(one.nSecond()),
                        Phrases.plain(one.p()),
                        one.told() ? "yes" : "no"));
        return new Table(
                "pairs",
                List.of(
                        "platform",
                        "other",
                        "verdict",
                        "reason",
                        "ratio",
                        "low",
                        "high",
                        "p",
                        "covered_percent",
                        "set",
                        "measurement",
                        "class",
                        "cells",
                        "ratio_there",
                        "n",
                        "n_other",
                        "p_there",
                        "tells"),
                rows);
    }

    static Table overhead(Answer answer) {
        return new Table(
                "overhead",
                List.of(
                        "platform",
                        "class",
                        "percent_of_native",
                        "low",
                        "high",
                        "programs",
                        "sets",
                        "figures",
                        "cells"),
                answer.map().entries().stream()
                        .map(entry -> List.of(
                                entry.platform(),
                                entry.area().word(),
                                Phrases.plain(100 * entry.share()),
                                entry.interval()
                                        .map(one -> Phrases.plain(100 * one.low()))
                                        .orElse(""),
                                entry.interval()
                                        .map(one -> Phrases.plain(100 * one.high()))
                                        .orElse(""),
                                Integer.toString(entry.programs()),
                                String.join(" ", entry.sets()),
                                String.join(" ", entry.figures()),
                                String.join(" ", entry.cells())))
                        .toList());
    }

    static Table findings(Answer answer) {
        return new Table(
                "findings",
                List.of("kind", "takes_evidence_away", "set", "subjects", "text", "cells", "series"),
                answer.findings().stream()
                        .map(finding -> List.of(
                                finding.kind().title(),
                                finding.kind().takesAway() ? "yes" : "no",
                                finding.set(),
                                String.join("; ", finding.subjects()),
                                finding.text(),
                                String.join(" ", finding.cells()),
                                String.join("; ", finding.series())))
                        .toList());
    }

    static Table claims(Answer answer) {
        var rows = new ArrayList<List<String>>();
        for (Claim.Tested tested : answer.claims())
            for (Claim.BySet by : tested.sets())
                rows.add(List.of(
                        tested.claim().id(),
                        tested.claim().text(),
                        tested.verdict().word(),
                        by.set(),
                        by.verdict().word(),
                        by.text(),
                        String.join(" ", by.figures()),
                        String.join(" ", by.cells())));
        return new Table(
                "claims", List.of("id", "claim", "verdict", "set", "verdict_of_set", "text", "figures", "cells"), rows);
    }

    static Table crossings(Answer answer) {
        return new Table(
                "crossings",
                List.of("set", "sweep", "parameter", "ahead_below", "x", "low", "high", "ahead_above"),
                answer.crossovers().stream()
                        .map(crossover -> List.of(
                                crossover.set(),
                                crossover.sweep(),
                                crossover.parameter(),
                                crossover.below().label(),
                                Phrases.plain(crossover.x()),
                                Phrases.plain(crossover.interval().low()),
                                Phrases.plain(crossover.interval().high()),
                                crossover.above().label()))
                        .toList());
    }

    /** The cells of the matrix that must-haves and welcome features rest on. */
    static Table features(Answer answer, FeatureMatrix matrix) {
        var rows = new ArrayList<List<String>>();
        var needs = answer.need().features();
        var asked = new ArrayList<>(needs.must());
        asked.addAll(needs.nice());
        for (String id : asked)
            for (var ranked : answer.ranking()) {
                if (ranked.candidate().fit().isEmpty()) continue;
                var cell = matrix.cell(id, ranked.platform(), needs.era());
                rows.add(List.of(
                        id,
                        needs.must().contains(id) ? "must" : "welcome",
                        ranked.platform(),
                        cell.support().word(),
                        cell.note(),
                        cell.whole(),
                        cell.sources().stream()
                                .findFirst()
                                .map(Source::citation)
                                .orElse("")));
            }
        return new Table(
                "features", List.of("feature", "wanted", "platform", "support", "note", "stated_for", "source"), rows);
    }
}
