package ringside.core.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import ringside.core.feature.Fit;
import ringside.core.platform.Platforms;
import ringside.core.stats.Interval;

/**
 * Two platforms held against each other in what counts: what the order rests on, or why there is none.
 *
 * @param ratio of the first to the second over the classes that count, above 1 is better
 * @param interval of the ratio; all pairs' intervals hold at once
 * @param p of all measurements together, adjusted for the number of pairs
 * @param covered the part of what counts that was measured on both
 * @param verdict {@code ahead}, {@code behind}, {@code contradicted} or {@code not told apart}
 * @param reason why they are not told apart; empty where they are
 */
public record Pairing(
        String first,
        String second,
        double ratio,
        Optional<Interval> interval,
        double p,
        double covered,
        String verdict,
        String reason,
        List<Measured> measured) {

    /**
     * Both in one measurement.
     *
     * @param cells ids of the cells that show them beside their reference
     * @param p of this measurement among all cells of its metric in its set
     * @param told whether it alone tells the two apart
     */
    public record Measured(
            Task task, Area area, List<String> cells, double ratio, int n, int nSecond, double p, boolean told) {}

    public Pairing {
        measured = List.copyOf(measured);
    }

    public int programs() {
        return (int) measured.stream()
                .map(one -> Program.name(one.task()))
                .distinct()
                .count();
    }

    public List<String> sets() {
        return measured.stream()
                .map(one -> one.task().set())
                .distinct()
                .sorted()
                .toList();
    }

    /** Of all that were repeated often enough on both, in the order of lists. */
    static List<Pairing> all(Standing standing, List<Standing.Place> places, Map<Area, Double> shares) {
        var pairings = new ArrayList<Pairing>();
        List<Candidate> candidates = places.stream()
                .map(Standing.Place::candidate)
                .sorted(Comparator.comparing(Candidate::platform, Platforms.ORDER))
                .toList();
        Map<Fit.Verdict, Order> orders = standing.orders(places, shares);
        for (int i = 0; i < candidates.size(); i++)
            for (int j = i + 1; j < candidates.size(); j++) {
                Candidate one = candidates.get(i);
                Candidate two = candidates.get(j);
                standing.lead(one, two, shares)
                        .ifPresent(lead -> pairings.add(of(
                                one,
                                two,
                                lead,
                                standing,
                                one.fits() == two.fits()
                                        ? Objects.requireNonNull(orders.get(one.fits()))
                                        : new Order(List.of(one, two), standing, shares))));
            }
        return pairings;
    }

    private static Pairing of(Candidate one, Candidate two, Standing.Lead lead, Standing standing, Order order) {
        String verdict = order.isContradicted(one, two)
                ? "contradicted"
                : order.isAhead(one, two) ? "ahead" : order.isAhead(two, one) ? "behind" : "not told apart";
        return new Pairing(
                one.platform(),
                two.platform(),
                lead.level().share(),
                lead.level().interval(),
                lead.p(),
                lead.covered(),
                verdict,
                verdict.equals("not told apart") ? standing.why(lead) : "",
                lead.meetings().stream()
                        .map(meeting -> new Measured(
                                meeting.task(),
                                meeting.area(),
                                meeting.cells(),
                                meeting.ratio(),
                                meeting.n(),
                                meeting.other(),
                                meeting.p(),
                                standing.tells(meeting)))
                        .toList());
    }
}
