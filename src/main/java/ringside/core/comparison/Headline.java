package ringside.core.comparison;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import ringside.core.comparison.Standing.Basis;
import ringside.core.comparison.Standing.Lead;
import ringside.core.comparison.Standing.Place;
import ringside.core.feature.Fit;

/** Who comes first, in a few sentences, and what decided that: measurements, what is needed, or what is welcome. */
final class Headline {
    private final Standing standing;
    private final List<Place> places;
    private final Map<Area, Double> shares;
    private final Map<Fit.Verdict, Order> orders;
    private final List<Place> first;

    Headline(Standing standing, List<Place> places, Map<Area, Double> shares) {
        this.standing = standing;
        this.places = places;
        this.shares = shares;
        orders = standing.orders(places, shares);
        first = places.stream()
                .filter(place -> place.rank() == 1 && place.candidate().fits() != Fit.Verdict.DOES_NOT)
                .toList();
    }

    List<String> sentences() {
        var sentences = new ArrayList<String>();
        if (first.isEmpty()) sentences.add("No platform has all that is needed.");
        else {
            leaders(sentences);
            decided(sentences);
        }
        List<Place> unfit = places.stream()
                .filter(place -> place.candidate().fits() == Fit.Verdict.DOES_NOT)
                .toList();
        if (!unfit.isEmpty()) sentences.add("Ruled out by what is needed: " + names(unfit) + ".");
        return sentences;
    }

    private void leaders(List<String> sentences) {
        String condition = first.getFirst().candidate().fits() == Fit.Verdict.FITS_IF
                ? ", on conditions that the reasons name"
                : "";
        List<Place> measured = first(basis -> basis == Basis.NATIVE || basis == Basis.OTHERS);
        List<Place> unmeasured = first(basis -> basis == Basis.NONE);
        List<Place> aside = first(basis -> basis == Basis.SET_ASIDE);
        String those = measured.stream().anyMatch(place -> place.basis() == Basis.NATIVE)
                ? "those whose measurements count"
                : "those that were measured, though not beside a bare host";
        if (measured.size() == 1) sentences.add(alone(measured.getFirst(), those) + condition + ".");
        if (measured.size() > 1)
            sentences.add("Of " + those + ", none of these is shown to be ahead of the others: " + names(measured)
                    + condition + ".");
        if (!aside.isEmpty())
            sentences.add("The first rank is" + (measured.isEmpty() ? "" : " also") + " that of " + names(aside)
                    + ": what was measured of " + (aside.size() == 1 ? "it" : "them")
                    + " does not count, as the findings say.");
        if (unmeasured.isEmpty()) return;
        sentences.add(
                !measured.isEmpty() || !aside.isEmpty()
                        ? "The first rank is shared by " + names(unmeasured)
                                + ", of which nothing that counts was measured: their features alone put them there."
                        : unmeasured.size() == 1
                                ? names(unmeasured) + " comes first, by its features alone" + condition + "."
                                : "Nothing tells the first apart: " + names(unmeasured) + condition + ".");
    }

    /** One that comes first is ahead of others only if measurements say so. */
    private String alone(Place only, String those) {
        boolean ahead = places.stream().anyMatch(other -> order(only).isAhead(only.candidate(), other.candidate()));
        if (ahead) return names(List.of(only)) + " comes first of " + those;
        boolean others = places.stream()
                .anyMatch(other ->
                        !other.equals(only) && (other.basis() == Basis.NATIVE || other.basis() == Basis.OTHERS));
        return others
                ? names(List.of(only)) + " comes first of " + those
                        + ", though no measurement shows it to be ahead of another"
                : names(List.of(only)) + " shares the first rank; it is the only one of " + those;
    }

    private List<Place> first(Predicate<Basis> basis) {
        return first.stream().filter(place -> basis.test(place.basis())).toList();
    }

    /** What puts a measured one behind the first. */
    private enum Decision {
        MEASUREMENTS("Behind by measurements on one machine: "),
        SOMEWHERE("Behind by measurements, if these were made on one machine, which is not stated: "),
        NEEDED("Behind by what is needed, which is had only on conditions, not by measurements: "),
        UNSAID("Behind because it is not known whether they have what is needed, not by measurements: "),
        WELCOME("Behind by welcome features, not by measurements: ");

        private final String says;

        Decision(String says) {
            this.says = says;
        }
    }

    private void decided(List<String> sentences) {
        var decisions = new EnumMap<Decision, List<Place>>(Decision.class);
        for (Place place : places)
            if (place.rank() > 1
                    && place.basis() != Basis.NONE
                    && place.candidate().fits() != Fit.Verdict.DOES_NOT)
                decisions
                        .computeIfAbsent(decision(place), any -> new ArrayList<>())
                        .add(place);
        decisions.forEach((decision, behind) -> sentences.add(decision.says + names(behind) + "."));
        besides(sentences);
        circles(sentences);
    }

    /** Of the same fit something is ahead of it, or of what it is tied with: else its features decided. */
    private Decision decision(Place place) {
        if (place.candidate().fits() != first.getFirst().candidate().fits())
            return place.candidate().isUnsaid() ? Decision.UNSAID : Decision.NEEDED;
        List<Lead> leads = leads(place);
        if (leads.isEmpty()) return Decision.WELCOME;
        return leads.stream().anyMatch(lead -> lead.besides().oneMachine())
                ? Decision.MEASUREMENTS
                : Decision.SOMEWHERE;
    }

    private Order order(Place place) {
        return Objects.requireNonNull(orders.get(place.candidate().fits()));
    }

    /** Of those that are ahead of it. */
    private List<Lead> leads(Place place) {
        return places.stream()
                .map(Place::candidate)
                .filter(other -> order(place).isAhead(other, place.candidate()))
                .flatMap(other -> standing.lead(other, place.candidate(), shares).stream())
                .toList();
    }

    /** What else may have decided. */
    private void besides(List<String> sentences) {
        var topics = EnumSet.noneOf(Topic.class);
        boolean unstated = false;
        for (Place place : places)
            for (Lead lead : leads(place)) {
                topics.addAll(lead.besides().topics());
                unstated |= lead.besides().unstated();
            }
        if (!topics.isEmpty())
            sentences.add(
                    "What these measurements show need not be the platforms' doing: the guests are stated to differ in "
                            + Phrases.some(topics.stream().map(Topic::title).toList(), 6) + " as well.");
        else if (unstated)
            sentences.add(
                    "Whether the guests that are ordered by measurements differ in more than their platforms is not"
                            + " stated of all.");
        otherwise(sentences);
    }

    /** Measurements that do not count, and would weaken the order. */
    private void otherwise(List<String> sentences) {
        var areas = EnumSet.noneOf(Area.class);
        for (Place place : places)
            for (Place other : places)
                if (order(place).isAhead(other.candidate(), place.candidate()))
                    areas.addAll(standing.against(other.candidate(), place.candidate(), shares));
        if (!areas.isEmpty())
            sentences.add("Measurements that do not count say otherwise in "
                    + Phrases.all(areas.stream().map(Area::title).toList()) + ": see the reasons.");
    }

    private void circles(List<String> sentences) {
        var told = new LinkedHashSet<List<Candidate>>();
        for (Place place : places) told.add(order(place).circle(place.candidate()));
        told.stream()
                .filter(circle -> !circle.isEmpty())
                .forEach(circle -> sentences.add("The measurements contradict each other about "
                        + Phrases.all(circle.stream().map(Candidate::name).toList())
                        + ", each of which is ahead of one and behind another of them: they are not ordered."));
    }

    private static String names(List<Place> places) {
        return Phrases.all(
                places.stream().map(place -> place.candidate().name()).toList());
    }
}
