package ringside.core.comparison;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ringside.core.feature.Fit;
import ringside.core.stats.Interval;

/** Why a candidate stands where it stands, in sentences. */
final class Reasons {
    private final Need need;
    private final Map<Area, Double> shares;
    private final OverheadMap map;
    private final Standing standing;
    private final List<Standing.Place> places;
    private final Map<Fit.Verdict, Order> orders;
    private final List<Crossover> crossovers;

    Reasons(Need need, OverheadMap map, Standing standing, List<Standing.Place> places, List<Crossover> crossovers) {
        this.crossovers = crossovers;
        this.need = need;
        this.shares = Standing.shares(need.weights());
        this.map = map;
        this.standing = standing;
        this.places = places;
        this.orders = standing.orders(places, shares);
    }

    private Order order(Candidate candidate) {
        return java.util.Objects.requireNonNull(orders.get(candidate.fits()));
    }

    List<String> of(Standing.Place place) {
        var reasons = new ArrayList<String>();
        fit(place.candidate()).ifPresent(reasons::add);
        switch (place.basis()) {
            case NATIVE -> shares.forEach((area, share) -> reasons.add(measured(place.candidate(), area, share)));
            case OTHERS ->
                reasons.add(
                        "Nothing that counts was measured of it beside its host, so there is no percent of native; it"
                                + " was measured beside other platforms.");
            case SET_ASIDE ->
                reasons.add("It was measured, but nothing of that counts here: see the findings. Nothing is said of its"
                        + " speed, and its features alone place it.");
            case NONE ->
                reasons.add(
                        "Nothing that counts was measured of it beside its host: nothing is said of its speed, and its"
                                + " features alone place it.");
        }
        leads(place, reasons);
        circle(place.candidate()).ifPresent(reasons::add);
        cross(place, reasons);
        ties(place, reasons);
        welcome(place.candidate()).ifPresent(reasons::add);
        return reasons;
    }

    private Optional<String> fit(Candidate candidate) {
        if (candidate.fit().isEmpty())
            return Optional.of("It is not in the matrix of features"
                    + (need.features().must().isEmpty()
                            ? need.features().nice().isEmpty()
                                    ? "; nothing of that is needed here."
                                    : ", so how many of the welcome features it has is not known: that puts it"
                                            + " before or behind nothing."
                            : ", so whether it has what is needed is not known."));
        if (need.features().must().isEmpty()) return Optional.empty();
        Fit fit = candidate.fit().get();
        List<String> texts = fit.decisive().stream().map(Fit.Reason::text).toList();
        return Optional.of(
                switch (fit.verdict()) {
                    case FITS ->
                        "Has all that is needed: "
                                + Phrases.all(fit.reasons().stream()
                                        .map(reason -> reason.feature().name())
                                        .toList())
                                + ".";
                    case FITS_IF ->
                        (fit.isUnknown() ? "Whether it fits nobody says: " : "Fits on a condition: ")
                                + String.join("; ", texts) + ".";
                    case DOES_NOT -> "Does not fit: " + String.join("; ", texts) + ".";
                });
    }

    private String measured(Candidate candidate, Area area, double share) {
        String counts = area.title() + " counts " + Weights.percent(share) + ": ";
        Optional<OverheadMap.Entry> at = map.at(candidate.platform(), area);
        if (at.isEmpty())
            return counts
                    + (standing.wasMeasured(candidate, area)
                            ? "measured, but not so that it counts: see the findings."
                            : "not measured beside its host.");
        OverheadMap.Entry entry = at.get();
        return counts + Phrases.percent(entry.share()) + " of native"
                + entry.interval()
                        .map(Reasons::between)
                        .orElse(" (no interval: not all of it was repeated often enough)")
                + " by " + entry.counted() + " of "
                + Phrases.some(entry.sets(), 4)
                + (entry.metrics() > 1
                        ? ", from " + Phrases.percent(entry.least()) + " in one of them to "
                                + Phrases.percent(entry.most()) + " in another"
                        : "")
                + ".";
    }

    private static String between(Interval interval) {
        return " (" + Phrases.percent(interval.low()) + " to " + Phrases.percent(interval.high()) + ")";
    }

    /** Those of the same fit that it was shown to be ahead of, and those that were shown to be ahead of it. */
    private void leads(Standing.Place place, List<String> reasons) {
        for (Standing.Place other : places) {
            Candidate one = place.candidate();
            Candidate two = other.candidate();
            if (one.equals(two) || one.fits() != two.fits()) continue;
            boolean ahead = order(one).isAhead(one, two);
            if (!ahead && !order(one).isAhead(two, one)) continue;
            Standing.Lead lead =
                    standing.lead(ahead ? one : two, ahead ? two : one, shares).orElseThrow();
            reasons.add((ahead ? "Ahead of " : "Behind ") + two.name() + where(lead) + ": " + far(lead) + ", by "
                    + Phrases.programs(lead.programs(), lead.level().programs()) + " of " + Phrases.all(lead.sets())
                    + ", which cover " + Weights.percent(lead.covered()) + " of what counts" + besides(lead) + "."
                    + aside(ahead ? one : two, ahead ? two : one));
        }
    }

    /** What would weaken a lead, had it counted. */
    private String aside(Candidate ahead, Candidate behind) {
        Set<Area> against = standing.against(ahead, behind, shares);
        return against.isEmpty()
                ? ""
                : " Measurements that do not count say otherwise in "
                        + Phrases.all(against.stream().map(Area::title).toList()) + ": " + behind.name()
                        + " is faster there.";
    }

    private static String where(Standing.Lead lead) {
        return lead.besides().oneMachine() ? " on one machine" : ", if it was one machine, which is not stated";
    }

    private String far(Standing.Lead lead) {
        String far = Phrases.times(lead.level().share())
                + lead.level()
                        .interval()
                        .map(interval -> between(interval, lead.level().share()))
                        .orElse("");
        boolean perhapsLess = lead.level()
                .interval()
                .filter(interval -> interval.low() < 1 + need.difference())
                .isPresent();
        return far
                + (perhapsLess
                        ? ", surely ahead, but perhaps by less than the " + Phrases.plain(100 * need.difference())
                                + " % that are cared about"
                        : "");
    }

    private static String besides(Standing.Lead lead) {
        if (!lead.besides().isAny()) return "";
        List<String> topics = lead.besides().topics().stream().map(Topic::title).toList();
        return "; not only the platform differs there"
                + (topics.isEmpty() ? ", or not all is stated" : ", but also " + Phrases.some(topics, 6))
                + ": see the findings";
    }

    /** Sets that contradict each other. */
    private Optional<String> circle(Candidate candidate) {
        List<Candidate> circle = order(candidate).circle(candidate);
        if (circle.isEmpty()) return Optional.empty();
        var each = new ArrayList<String>();
        for (Candidate one : circle)
            for (Candidate beaten : order(one).beaten(one))
                each.add(one.name() + " ahead of " + beaten.name() + " in "
                        + Phrases.all(
                                standing.lead(one, beaten, shares).orElseThrow().sets()));
        return Optional.of(
                "The measurements contradict each other: " + Phrases.some(each, 6) + ". So they order none of these.");
    }

    /** A mean that puts one ahead hides where the other is. */
    private void cross(Standing.Place place, List<String> reasons) {
        for (Standing.Place other : places) {
            List<Crossover> both = crossovers.stream()
                    .filter(one -> !other.equals(place)
                            && shares.containsKey(one.area())
                            && one.isOf(
                                    place.candidate().platform(),
                                    other.candidate().platform()))
                    .toList();
            if (both.isEmpty()) continue;
            String more = both.size() == 1
                    ? ""
                    : " So they do " + (both.size() == 2 ? "once" : both.size() - 1 + " times")
                            + " more: see the crossing points.";
            reasons.add("It and " + other.candidate().name() + " change places along a sweep: "
                    + both.getFirst().text() + more);
        }
    }

    private static String between(Interval interval, double ratio) {
        return " (" + Phrases.times(interval.low(), ratio) + " to " + Phrases.times(interval.high(), ratio) + ")";
    }

    private void ties(Standing.Place place, List<String> reasons) {
        if (place.basis() == Standing.Basis.NONE) return;
        var why = new LinkedHashMap<String, Set<String>>();
        int unmeasured = 0;
        for (Standing.Place other : places) {
            if (other.rank() != place.rank() || other.candidate().equals(place.candidate())) continue;
            if (order(place.candidate()).isContradicted(place.candidate(), other.candidate())) continue;
            if (other.basis() == Standing.Basis.NONE) unmeasured++;
            else
                why.computeIfAbsent(why(place.candidate(), other.candidate()), any -> new LinkedHashSet<>())
                        .add(other.candidate().name());
        }
        why.forEach((reason, names) ->
                reasons.add("Not told apart from " + Phrases.all(List.copyOf(names)) + ": " + reason));
        if (unmeasured > 0)
            reasons.add("Not told apart from " + Phrases.count(unmeasured, "platform", "platforms")
                    + " of which nothing that counts was measured.");
    }

    private String why(Candidate one, Candidate other) {
        Optional<Duels.Duel> duel = standing.duel(one, other);
        if (duel.isEmpty()) return "no chosen set measured both on one machine.";
        Optional<Standing.Lead> lead = standing.lead(one, other, shares);
        if (lead.isEmpty()) {
            List<String> counts = duel.get().sets(shares.keySet());
            return counts.isEmpty()
                    ? "in " + Phrases.all(duel.get().sets(EnumSet.allOf(Area.class)))
                            + " only classes that do not count were measured of both."
                    : "in " + Phrases.all(counts) + " nothing of both was repeated often enough to know how it varies.";
        }
        return standing.why(lead.get());
    }

    private Optional<String> welcome(Candidate candidate) {
        if (candidate.fit().isEmpty() || need.features().nice().isEmpty()) return Optional.empty();
        Fit fit = candidate.fit().get();
        int all = fit.nice().size();
        return Optional.of("Of the " + Phrases.count(all, "feature that is", "features that are") + " welcome it has "
                + fit.niceMet() + (fit.nicePartly() > 0 ? ", and " + fit.nicePartly() + " in part or perhaps" : "")
                + ".");
    }
}
