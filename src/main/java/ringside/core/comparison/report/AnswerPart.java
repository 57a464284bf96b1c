package ringside.core.comparison.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.core.HtmlText;
import ringside.core.comparison.Answer;
import ringside.core.comparison.Change;
import ringside.core.comparison.Claim;
import ringside.core.comparison.Finding;
import ringside.core.comparison.Need;
import ringside.core.comparison.OverheadMap;
import ringside.core.comparison.Phrases;
import ringside.core.comparison.Purpose;
import ringside.core.comparison.Ranked;
import ringside.core.figure.Figure;
import ringside.core.platform.Platforms;

/** What was asked, what is answered, and how sure that is. */
final class AnswerPart {
    private final Answer answer;
    private final Pictures pictures;
    private final Html html;

    AnswerPart(Answer answer, Pictures pictures, Html html) {
        this.answer = answer;
        this.pictures = pictures;
        this.html = html;
    }

    void write() {
        answer();
        question();
        changes();
        map();
        findings();
        crossings();
        claims();
    }

    private void answer() {
        html.heading(2, "answer", "Answer");
        html.raw("<div class=\"answer\">\n");
        answer.summary().forEach(html::paragraph);
        html.raw("</div>\n");
        html.table(
                List.of("Rank", "Platform", "Has what is needed", "Of native, weighted"),
                answer.ranking().stream()
                        .map(ranked -> List.of(
                                ranked.span().text(),
                                ranked.candidate().name(),
                                ranked.fits().title(),
                                ranked.share().isPresent()
                                        ? Phrases.percent(ranked.share().getAsDouble())
                                        : "not measured"))
                        .toList());
        html.note(
                "The first and the last rank that a platform can have by what is shown: those that have a rank in common and of"
                        + " which none is said to be ahead of the other are not told apart by anything that was chosen. Percent"
                        + " of native orders nothing by itself: two platforms are ordered only where one set measured both on one machine.");
        html.heading(3, "reasons", "Reasons");
        var alike = new LinkedHashMap<List<Object>, List<String>>();
        for (Ranked ranked : answer.ranking())
            alike.computeIfAbsent(List.of(ranked.span().text(), ranked.reasons()), any -> new ArrayList<>())
                    .add(ranked.candidate().name());
        alike.forEach((place, names) -> html.heading(4, "", place.getFirst() + ". " + Phrases.all(names))
                .list(reasons(place)));
    }

    private List<String> reasons(List<Object> place) {
        return answer.ranking().stream()
                .map(Ranked::reasons)
                .filter(place.getLast()::equals)
                .findFirst()
                .orElseThrow();
    }

    private void question() {
        Need need = answer.need();
        html.heading(2, "need", "What was asked");
        String purpose = Purpose.of(need.purpose())
                .map(known -> need.isOwn()
                        ? "Weights of one's own, begun with: " + known.title() + "."
                        : known.title() + ". " + known.says())
                .orElse("Weights of one's own.");
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("Purpose", purpose));
        rows.add(List.of("Weights", need.weights().text()));
        rows.add(List.of("Must have", features(need.features().must())));
        rows.add(List.of("Welcome", features(need.features().nice())));
        rows.add(List.of("Time", need.features().era().title()));
        rows.add(List.of("Difference that is cared about", Phrases.plain(100 * need.difference()) + " %"));
        rows.add(List.of("Result sets", need.sets().isEmpty() ? "all" : String.join(", ", need.sets())));
        rows.add(List.of("Reference", need.reference().orElse("each set's host, else its first configuration")));
        html.table(List.of("", ""), rows);
        html.note(
                "The need stands beside this page as data/need.yaml; \"ringside compare --need need.yaml --out DIR\" gives"
                        + " the same answer to the byte from the same result sets.");
    }

    private static String features(java.util.SequencedSet<String> ids) {
        return ids.isEmpty() ? "nothing" : String.join(", ", ids);
    }

    private void changes() {
        html.heading(2, "changes", "What would change the answer");
        html.list(answer.changes().stream().map(Change::text).toList());
        List<String> commands = answer.changes().stream()
                .flatMap(change -> change.commands().stream())
                .toList();
        if (commands.isEmpty()) return;
        html.paragraph(
                "These commands fill the measurement that is missed most, the first on the bare host; each other with"
                        + " the user and address of a guest of that platform.");
        html.code(commands);
    }

    private void map() {
        OverheadMap map = answer.map();
        html.heading(2, "map", "Percent of native");
        if (map.entries().isEmpty()) {
            html.paragraph(
                    "Nothing that counts was measured beside its own bare host, so there is no percent of native.");
            return;
        }
        var header = new ArrayList<>(List.of("Platform"));
        map.areas().forEach(area -> header.add(area.title()));
        html.table(
                header,
                map.platforms().stream()
                        .map(platform -> Stream.concat(
                                        Stream.of(Platforms.of(platform).name()),
                                        map.areas().stream()
                                                .map(area -> map.at(platform, area)
                                                        .map(entry -> Html.link(behind(entry), text(entry)))
                                                        .orElse("")))
                                .toList())
                        .toList());
        html.note(
                "Geometric means over programs, each as percent of its own set's host, with a 95 % interval where every"
                        + " ratio behind it has one. Blank: nothing that counts was measured. An entry rests on its own programs;"
                        + " read along the rows, not down the columns.");
        html.raw(picture(OverheadPlot.ID));
        html.table(
                List.of("Platform", "Class", "Programs", "Least", "Most", "Sets", "Figures"),
                map.entries().stream()
                        .map(entry -> List.of(
                                Platforms.of(entry.platform()).name(),
                                entry.area().title(),
                                entry.counted(),
                                Phrases.percent(entry.least()),
                                Phrases.percent(entry.most()),
                                String.join(", ", entry.sets()),
                                linked(entry)))
                        .toList());
    }

    private static String text(OverheadMap.Entry entry) {
        return Phrases.percent(entry.share())
                + entry.interval()
                        .map(interval -> (" (" + Phrases.percent(interval.low()) + " to "
                                        + Phrases.percent(interval.high()) + ")")
                                .replace(" %", ""))
                        .orElse("");
    }

    /** Where in the page the first figure of it stands; else the table of its ratios. */
    private String behind(OverheadMap.Entry entry) {
        return drawn(entry).findFirst().map(id -> "figure-" + id).orElse("ratios");
    }

    private Stream<String> drawn(OverheadMap.Entry entry) {
        return Stream.concat(entry.figures().stream(), entry.charts().stream().map(Figure::id))
                .filter(pictures::has);
    }

    private String linked(OverheadMap.Entry entry) {
        String links = drawn(entry).map(id -> Html.link("figure-" + id, id)).collect(Collectors.joining(", "));
        return links.isEmpty() ? Html.link("ratios", "table of ratios") : links;
    }

    private String figures(List<String> ids) {
        return ids.stream().filter(pictures::has).collect(Collectors.joining(", "));
    }

    private String picture(String id) {
        return pictures.has(id) ? "<p class=\"note\">See <a href=\"#figure-" + id + "\">the figure</a>.</p>\n" : "";
    }

    private void findings() {
        html.heading(2, "findings", "Findings");
        html.paragraph(
                "What has to be known before a number is believed. Marked ones take evidence away: what they are about"
                        + " counts neither in the ranking nor in the map nor for a claim. The cells and series of each are"
                        + " in data/findings.csv, the cells themselves in data/cells.csv.");
        var kinds = new TreeMap<Finding.Kind, List<Finding>>();
        answer.findings()
                .forEach(finding -> kinds.computeIfAbsent(finding.kind(), any -> new ArrayList<>())
                        .add(finding));
        if (kinds.isEmpty()) html.paragraph("None.");
        kinds.forEach((kind, findings) -> {
            String title = kind.title().substring(0, 1).toUpperCase(Locale.ROOT)
                    + kind.title().substring(1);
            html.heading(3, "", title + (kind.takesAway() ? " (takes evidence away)" : ""));
            html.note(kind.says());
            html.list(findings.stream()
                    .map(finding -> (finding.set().isEmpty() ? "" : finding.set() + ": ")
                            + finding.text()
                            + (finding.where().isEmpty() ? "" : " " + finding.where()))
                    .toList());
        });
    }

    private void crossings() {
        html.heading(2, "crossings", "Crossing points");
        if (answer.crossovers().isEmpty()) {
            html.paragraph("Along no sweep that counts do two platforms change places for sure.");
            return;
        }
        html.paragraph(
                "Along these sweeps two platforms change places: each is ahead of the other at some points, by the"
                        + " rule that judges cells. A mean over the points hides that.");
        html.table(
                List.of("Set", "Sweep", "Ahead below", "Crossing at", "Ahead above"),
                answer.crossovers().stream()
                        .map(crossover -> List.of(
                                crossover.set(),
                                crossover.sweep(),
                                crossover.below().label(),
                                crossover.place(),
                                crossover.above().label()))
                        .toList());
        html.note("In brackets the 95 % interval by resampling all points; numbers in data/crossings.csv.");
    }

    private void claims() {
        html.heading(2, "claims", "Claims");
        html.paragraph(
                "Published statements, held against the chosen sets. A set that lacks the platforms, or the bare host"
                        + " beside them, does not test a claim; what tests nothing confirms nothing.");
        for (Claim.Tested tested : answer.claims()) {
            html.heading(3, "", tested.claim().id() + ": " + tested.verdict().word());
            html.raw("<blockquote>" + HtmlText.of(tested.claim().text()) + "</blockquote>\n");
            html.note(tested.claim().source());
            List<Claim.BySet> told = tested.sets().stream()
                    .filter(by -> by.verdict() != Claim.Verdict.NOT_TESTED)
                    .toList();
            html.list(told.stream()
                    .map(by -> by.set() + ": " + by.verdict().word() + ". " + by.text()
                            + (figures(by.figures()).isEmpty() ? "" : " Figures: " + figures(by.figures()) + "."))
                    .toList());
            html.list(untested(tested));
        }
    }

    /** Why sets do not test it: sets of one reason together. */
    private static List<String> untested(Claim.Tested tested) {
        var reasons = new TreeMap<String, List<String>>();
        for (Claim.BySet by : tested.sets())
            if (by.verdict() == Claim.Verdict.NOT_TESTED)
                reasons.computeIfAbsent(by.text(), any -> new ArrayList<>()).add(by.set());
        return reasons.entrySet().stream()
                .map(reason -> "Not tested by " + Phrases.all(reason.getValue()) + ". " + reason.getKey())
                .toList();
    }
}
