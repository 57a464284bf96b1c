package ringside.core.comparison;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ringside.core.RingsideException;
import ringside.core.feature.FeatureMatrix;
import ringside.core.figure.Figures;
import ringside.core.result.ResultStore;
import ringside.core.yaml.Document;

/**
 * What a comparison answers, with all that it rests on. The same need, sets and matrix give the same answer.
 *
 * @param summary the answer in a few sentences
 * @param ranking best first
 * @param pairs of platforms that were held against each other: what the ranking rests on where it is one of measurements
 * @param findings what a reader must know before believing it
 * @param crossovers sweeps along which two platforms change places
 * @param changes what would change it
 */
public record Answer(
        Need need,
        List<String> summary,
        List<Ranked> ranking,
        List<Pairing> pairs,
        Evidence evidence,
        List<Finding> findings,
        OverheadMap map,
        List<Claim.Tested> claims,
        List<Crossover> crossovers,
        List<Change> changes) {
    public Answer {
        summary = List.copyOf(summary);
        ranking = List.copyOf(ranking);
        pairs = List.copyOf(pairs);
        findings = List.copyOf(findings);
        claims = List.copyOf(claims);
        crossovers = List.copyOf(crossovers);
        changes = List.copyOf(changes);
    }

    /** What is asked: the sets of a store, the matrix, the figures that show them, and claims to hold against them. */
    public record Sources(ResultStore store, FeatureMatrix matrix, Figures figures, List<Claim> claims) {
        /** @throws RingsideException if two claims have one id: what is said of one could be taken for the other */
        public Sources {
            claims = List.copyOf(claims);
            var ids = new HashSet<String>();
            for (Claim claim : claims)
                if (!ids.add(claim.id()))
                    throw new RingsideException(
                            "Two claims have the id \"" + Document.shown(claim.id()) + "\"",
                            "give the claim of your own another id; nothing was changed");
        }
    }

    /** Takes as long as reading the sets does, and some milliseconds for each cell that has repetitions. */
    public static Answer of(Need need, Sources sources) {
        return of(need, sources, Evidence.read(sources.store(), need));
    }

    /**
     * From what was read already: weights and must-haves can change without reading again.
     *
     * @param evidence read for this need's sets, reference and difference, of which only these matter
     */
    public static Answer of(Need need, Sources sources, Evidence evidence) {
        var findings = new ArrayList<Finding>(Honesty.findings(evidence));
        var trust = new Trust(evidence, findings);
        OverheadMap map = OverheadMap.of(evidence, trust, sources.figures());
        findings.addAll(SameCells.findings(evidence, map));
        var standing = new Standing(evidence, map, new Duels(evidence, trust), new SetAside(evidence, trust));
        List<Candidate> candidates = Candidate.of(sources.matrix(), need.features(), evidence);
        List<Standing.Place> places = standing.of(candidates, Standing.shares(need.weights()));
        var claims = new Claims(evidence, trust, sources.figures());
        List<Crossover> crossovers = evidence.sets().stream()
                .flatMap(set -> set.crossovers().stream())
                .filter(trust::counts)
                .toList();
        var reasons = new Reasons(need, map, standing, places, crossovers);
        List<Ranked> ranking = ranking(reasons, places);
        return new Answer(
                need,
                summary(need, evidence, findings, standing, places),
                ranking,
                Pairing.all(standing, places, Standing.shares(need.weights())),
                evidence,
                findings,
                map,
                sources.claims().stream().map(claims::test).toList(),
                crossovers,
                new Changes(sources.matrix(), need, evidence, standing, places).all());
    }

    private static List<Ranked> ranking(Reasons reasons, List<Standing.Place> places) {
        return places.stream()
                .map(place -> new Ranked(
                        place.candidate(),
                        place.rank(),
                        place.span(),
                        place.score(),
                        reasons.of(place),
                        places.stream()
                                .filter(other -> other.rank() == place.rank() && !other.equals(place))
                                .map(other -> other.candidate().platform())
                                .toList()))
                .toList();
    }

    private static List<String> summary(
            Need need, Evidence evidence, List<Finding> findings, Standing standing, List<Standing.Place> places) {
        var summary = new ArrayList<>(new Headline(standing, places, Standing.shares(need.weights())).sentences());
        summary.add(basis(need, evidence));
        Set<Area> unlike = SameCells.areas(evidence, findings);
        unlike.retainAll(need.weights().of().keySet());
        if (!unlike.isEmpty())
            summary.add(
                    "Shares of native are means over different measurements here, so they are not to be read against"
                            + " each other: see the findings.");
        long grave =
                findings.stream().filter(finding -> finding.kind().takesAway()).count();
        if (grave > 0)
            summary.add(Phrases.count((int) grave, "finding takes", "findings take")
                    + " evidence away: what " + (grave == 1 ? "it is" : "they are")
                    + " about does not count here.");
        return summary;
    }

    private static String basis(Need need, Evidence evidence) {
        List<Studied> measured =
                evidence.sets().stream().filter(set -> !set.cells().isEmpty()).toList();
        if (measured.isEmpty())
            return "This rests on the matrix of features alone: no measurement of a guest was chosen, so nothing is said of"
                    + " speed.";
        long sure = evidence.cells().stream().filter(Cell::isSure).count();
        return "This rests on the matrix of features and on "
                + Phrases.count(evidence.cells().size(), "cell", "cells") + " of "
                + Phrases.count(measured.size(), "set", "sets") + ", of which " + sure
                + " with the repetitions that an interval needs. Weights: "
                + need.weights().text()
                + ". Differences below " + Phrases.plain(100 * need.difference()) + " % are of no interest.";
    }
}
