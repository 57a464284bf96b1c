package ringside.core.comparison;

import java.util.ArrayList;
import java.util.List;
import ringside.core.feature.FeatureMatrix;
import ringside.core.feature.Fit;
import ringside.core.figure.Figures;
import ringside.core.result.ResultStore;

/**
 * What a comparison answers, with all that it rests on. The same need, sets and matrix give the same answer.
 *
 * @param summary the answer in a few sentences
 * @param ranking best first
 * @param findings what a reader must know before believing it
 * @param changes what would change it
 */
public record Answer(
        Need need,
        List<String> summary,
        List<Ranked> ranking,
        Evidence evidence,
        List<Finding> findings,
        OverheadMap map,
        List<Claim.Tested> claims,
        List<Change> changes) {
    public Answer {
        summary = List.copyOf(summary);
        ranking = List.copyOf(ranking);
        findings = List.copyOf(findings);
        claims = List.copyOf(claims);
        changes = List.copyOf(changes);
    }

    /** What is asked: the sets of a store, the matrix, the figures that show them, and claims to hold against them. */
    public record Sources(ResultStore store, FeatureMatrix matrix, Figures figures, List<Claim> claims) {
        public Sources {
            claims = List.copyOf(claims);
        }
    }

    /** Takes as long as reading the sets does, and some milliseconds for each cell that has repetitions. */
    public static Answer of(Need need, Sources sources) {
        return of(need, sources, Evidence.read(sources.store(), need));
    }

    /** @param evidence read for this need's sets, reference and difference, of which only these matter */
    public static Answer of(Need need, Sources sources, Evidence evidence) {
        List<Finding> findings = Honesty.findings(evidence);
        var trust = new Trust(evidence, findings);
        OverheadMap map = OverheadMap.of(evidence, trust, sources.figures());
        var standing = new Standing(map, new Duels(evidence, trust), need.difference());
        List<Candidate> candidates = Candidate.of(sources.matrix(), need.features(), evidence);
        List<Standing.Place> places = standing.of(candidates, Standing.shares(need.weights()));
        var claims = new Claims(evidence, trust, sources.figures());
        List<Ranked> ranking = ranking(need, map, standing, places, findings);
        return new Answer(
                need,
                summary(need, evidence, findings, ranking),
                ranking,
                evidence,
                findings,
                map,
                sources.claims().stream().map(claims::test).toList(),
                new Changes(sources.matrix(), need, evidence, standing, places).all());
    }

    private static List<Ranked> ranking(
            Need need, OverheadMap map, Standing standing, List<Standing.Place> places, List<Finding> findings) {
        var reasons = new Reasons(need, map, standing, places, findings);
        return places.stream()
                .map(place -> new Ranked(
                        place.candidate(),
                        place.rank(),
                        place.score(),
                        reasons.of(place),
                        places.stream()
                                .filter(other -> other.rank() == place.rank() && !other.equals(place))
                                .map(other -> other.candidate().platform())
                                .toList()))
                .toList();
    }

    private static List<String> summary(
            Need need, Evidence evidence, List<Finding> findings, List<Ranked> ranking) {
        var summary = new ArrayList<String>();
        summary.add(first(ranking));
        List<String> unfit = ranking.stream()
                .filter(ranked -> ranked.fits() == Fit.Verdict.DOES_NOT)
                .map(ranked -> ranked.candidate().name())
                .toList();
        if (!unfit.isEmpty())
            summary.add("Ruled out by what is needed: " + Texts.all(unfit) + ".");
        List<String> unmeasured = ranking.stream()
                .filter(ranked -> ranked.fits() != Fit.Verdict.DOES_NOT && ranked.share().isEmpty())
                .map(ranked -> ranked.candidate().name())
                .toList();
        if (!unmeasured.isEmpty() && unmeasured.size() < ranking.size())
            summary.add("Placed by their features alone, because nothing that counts was measured of them beside its"
                    + " host: " + Texts.all(unmeasured) + ".");
        summary.add(basis(need, evidence));
        long grave = findings.stream().filter(finding -> finding.kind().takesAway()).count();
        if (grave > 0)
            summary.add(Texts.count((int) grave, "finding takes", "findings take")
                    + " evidence away: what they are about does not count here.");
        return summary;
    }

    private static String first(List<Ranked> ranking) {
        List<Ranked> first = ranking.stream()
                .filter(ranked -> ranked.rank() == 1 && ranked.fits() != Fit.Verdict.DOES_NOT)
                .toList();
        if (first.isEmpty()) return "No platform has all that is needed.";
        List<String> names =
                first.stream().map(ranked -> ranked.candidate().name()).toList();
        String condition = first.getFirst().fits() == Fit.Verdict.FITS_IF ? ", on conditions that the reasons name" : "";
        return first.size() == 1
                ? names.getFirst() + " comes first" + condition + "."
                : "Nothing tells the first apart: " + Texts.all(names) + condition + ".";
    }

    private static String basis(Need need, Evidence evidence) {
        List<Studied> measured =
                evidence.sets().stream().filter(set -> !set.cells().isEmpty()).toList();
        if (measured.isEmpty())
            return "This rests on the matrix of features alone: no measurement of a guest was chosen, so nothing is said of"
                    + " speed.";
        long sure = evidence.cells().stream().filter(Cell::isSure).count();
        return "This rests on the matrix of features and on " + evidence.cells().size() + " cells of "
                + Texts.count(measured.size(), "set", "sets") + ", of which " + sure
                + " have the repetitions that an interval needs; weights: " + need.weights().text()
                + "; differences below " + Texts.plain(100 * need.difference()) + " % are of no interest.";
    }
}
