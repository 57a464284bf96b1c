package ringside.core.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ringside.core.feature.Needs;
import ringside.core.json.Json;
import ringside.core.result.ResultStore;
import ringside.core.stats.Interval;

/** An answer as JSON: the same answer gives the same bytes. */
public final class AnswerJson {
    private AnswerJson() {}

    public static String write(Answer answer) {
        var map = new LinkedHashMap<String, Object>();
        map.put("ringside", "answer");
        map.put("version", 1);
        map.put("need", need(answer.need()));
        map.put("summary", answer.summary());
        map.put("sets", answer.evidence().sets().stream().map(AnswerJson::set).toList());
        map.put("ranking", answer.ranking().stream().map(AnswerJson::ranked).toList());
        map.put("pairs", answer.pairs().stream().map(AnswerJson::pair).toList());
        map.put("map", answer.map().entries().stream().map(AnswerJson::entry).toList());
        map.put("findings", answer.findings().stream().map(AnswerJson::finding).toList());
        map.put("claims", answer.claims().stream().map(AnswerJson::claim).toList());
        map.put(
                "crossings",
                answer.crossovers().stream().map(AnswerJson::crossover).toList());
        map.put(
                "would_change",
                answer.changes().stream().map(AnswerJson::change).toList());
        map.put(
                "cells",
                answer.evidence().cells().stream().map(AnswerJson::cell).toList());
        return Json.pretty(map) + "\n";
    }

    private static Map<String, Object> need(Need need) {
        var map = new LinkedHashMap<String, Object>();
        Needs features = need.features();
        map.put("purpose", need.purpose());
        var weights = new LinkedHashMap<String, Object>();
        need.weights().of().forEach((area, weight) -> weights.put(area.word(), weight));
        map.put("weights", weights);
        map.put("must", List.copyOf(features.must()));
        map.put("nice", List.copyOf(features.nice()));
        map.put("year", features.era().word());
        map.put("difference_percent", Phrases.rounded(100 * need.difference()));
        map.put("sets", List.copyOf(need.sets()));
        map.put("reference", need.reference().orElse(null));
        return map;
    }

    private static Map<String, Object> set(Studied studied) {
        ResultStore.StoredSet stored = studied.stored();
        var map = new LinkedHashMap<String, Object>();
        map.put("name", studied.name());
        map.put("title", stored.set().title());
        map.put("origin", stored.set().origin().word());
        map.put("fingerprint", stored.fingerprint());
        map.put("reference", studied.reference().map(one -> one.label()).orElse(null));
        map.put("has_host", studied.hasHost());
        map.put("cells", studied.cells().size());
        map.put("unmatched", studied.unmatched().size());
        return map;
    }

    private static Map<String, Object> ranked(Ranked ranked) {
        var map = new LinkedHashMap<String, Object>();
        map.put("platform", ranked.platform());
        map.put("name", ranked.candidate().name());
        map.put("rank", ranked.rank());
        map.put("ranks", List.of(ranked.span().first(), ranked.span().last()));
        map.put("fits", ranked.fits().word());
        map.put(
                "share_of_native",
                ranked.share().isPresent() ? Phrases.rounded(ranked.share().getAsDouble()) : null);
        map.put("reasons", ranked.reasons());
        map.put("tied_with", ranked.tiedWith());
        return map;
    }

    private static Map<String, Object> pair(Pairing pair) {
        var map = new LinkedHashMap<String, Object>();
        map.put("platform", pair.first());
        map.put("other", pair.second());
        map.put("verdict", pair.verdict());
        map.put("reason", pair.reason());
        map.put("ratio", Phrases.rounded(pair.ratio()));
        map.put("low", pair.interval().map(Interval::low).map(Phrases::rounded).orElse(null));
        map.put(
                "high",
                pair.interval().map(Interval::high).map(Phrases::rounded).orElse(null));
        map.put("p", Phrases.rounded(pair.p()));
        map.put("covered_percent", Phrases.rounded(100 * pair.covered()));
        map.put("programs", pair.programs());
        map.put("sets", pair.sets());
        map.put(
                "measurements",
                pair.measured().stream().map(AnswerJson::measured).toList());
        return map;
    }

    private static Map<String, Object> measured(Pairing.Measured measured) {
        var map = new LinkedHashMap<String, Object>();
        map.put("set", measured.task().set());
        map.put("measurement", measured.task().text());
        map.put("class", measured.area().word());
        map.put("cells", measured.cells());
        map.put("ratio", Phrases.rounded(measured.ratio()));
        map.put("n", measured.n());
        map.put("n_other", measured.nSecond());
        map.put("p", Phrases.rounded(measured.p()));
        map.put("tells", measured.told());
        return map;
    }

    private static Map<String, Object> entry(OverheadMap.Entry entry) {
        var map = new LinkedHashMap<String, Object>();
        map.put("platform", entry.platform());
        map.put("class", entry.area().word());
        map.put("percent_of_native", Phrases.rounded(100 * entry.share()));
        map.put(
                "low",
                entry.interval()
                        .map(Interval::low)
                        .map(low -> Phrases.rounded(100 * low))
                        .orElse(null));
        map.put(
                "high",
                entry.interval()
                        .map(Interval::high)
                        .map(high -> Phrases.rounded(100 * high))
                        .orElse(null));
        map.put("least_program", Phrases.rounded(100 * entry.least()));
        map.put("most_program", Phrases.rounded(100 * entry.most()));
        map.put("programs", entry.programs());
        map.put("metrics", entry.metrics());
        map.put("sets", entry.sets());
        map.put("cells", entry.cells());
        map.put("figures", List.copyOf(entry.figures()));
        return map;
    }

    private static Map<String, Object> finding(Finding finding) {
        var map = new LinkedHashMap<String, Object>();
        map.put("kind", finding.kind().title());
        map.put("set", finding.set());
        map.put("text", finding.text());
        map.put("takes_away", finding.kind().takesAway());
        map.put("subjects", finding.subjects());
        map.put("cells", finding.cells());
        map.put("series", finding.series());
        return map;
    }

    private static Map<String, Object> claim(Claim.Tested tested) {
        var map = new LinkedHashMap<String, Object>();
        map.put("id", tested.claim().id());
        map.put("text", tested.claim().text());
        map.put("source", tested.claim().source());
        map.put("verdict", tested.verdict().word());
        map.put("figures", tested.figures());
        map.put("sets", tested.sets().stream().map(AnswerJson::bySet).toList());
        return map;
    }

    private static Map<String, Object> bySet(Claim.BySet by) {
        var map = new LinkedHashMap<String, Object>();
        map.put("set", by.set());
        map.put("verdict", by.verdict().word());
        map.put("text", by.text());
        map.put("figures", by.figures());
        map.put("cells", by.cells());
        return map;
    }

    private static Map<String, Object> crossover(Crossover crossover) {
        var map = new LinkedHashMap<String, Object>();
        map.put("set", crossover.set());
        map.put("sweep", crossover.sweep());
        map.put("parameter", crossover.parameter());
        map.put("ahead_below", crossover.below().label());
        map.put("ahead_above", crossover.above().label());
        map.put("x", Phrases.rounded(crossover.x()));
        map.put("low", Phrases.rounded(crossover.interval().low()));
        map.put("high", Phrases.rounded(crossover.interval().high()));
        map.put("text", crossover.text());
        return map;
    }

    private static Map<String, Object> change(Change change) {
        var map = new LinkedHashMap<String, Object>();
        map.put("kind", change.kind().word());
        map.put("text", change.text());
        map.put("commands", change.commands());
        return map;
    }

    private static Map<String, Object> cell(Cell cell) {
        var map = new LinkedHashMap<String, Object>();
        map.put("id", cell.id());
        map.put("set", cell.set());
        map.put("class", cell.area().word());
        map.put("benchmark", cell.task().benchmark());
        map.put("metric", cell.task().metric().name());
        map.put("unit", cell.task().metric().unit());
        var parameters = new LinkedHashMap<String, Object>();
        cell.task().point().asMap().forEach((key, value) -> parameters.put(key, Json.typed(value)));
        map.put("parameters", parameters);
        map.put("configuration", cell.configuration().label());
        map.put("platform", cell.configuration().platform());
        map.put("reference", cell.reference().label());
        map.put("n", cell.own().n());
        map.put("n_reference", cell.other().n());
        map.put("ratio", Phrases.rounded(cell.ratio()));
        map.put("low", cell.interval().map(Interval::low).map(Phrases::rounded).orElse(null));
        map.put(
                "high",
                cell.interval().map(Interval::high).map(Phrases::rounded).orElse(null));
        map.put("p", Phrases.rounded(cell.comparison().p()));
        map.put("verdict", cell.verdict().word());
        map.put("reason", cell.reason());
        map.put(
                "wanted_repetitions",
                cell.comparison().wanted().isPresent()
                        ? cell.comparison().wanted().getAsInt()
                        : null);
        return map;
    }
}
