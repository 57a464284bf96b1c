package ringside.core.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ringside.core.Progress;
import ringside.core.feature.FeatureMatrix;
import ringside.core.feature.Fit;
import ringside.core.feature.Needs;

/** Looks for what would change the order: a weight, a must-have, a measurement. */
final class Changes {
    private static final int MOST_NAMES = 4;

    private final FeatureMatrix matrix;
    private final Need need;
    private final Evidence evidence;
    private final Standing standing;
    private final List<Standing.Place> places;

    Changes(FeatureMatrix matrix, Need need, Evidence evidence, Standing standing, List<Standing.Place> places) {
        this.matrix = matrix;
        this.need = need;
        this.evidence = evidence;
        this.standing = standing;
        this.places = places;
    }

    List<Change> all() {
        var changes = new ArrayList<Change>();
        changes.add(new Change(Change.Kind.WEIGHT, weight()));
        need.features().must().forEach(id -> changes.add(new Change(Change.Kind.MUST_HAVE, mustHave(id))));
        missing().ifPresent(changes::add);
        return changes;
    }

    /** The smallest change in whole percents, of weights that a need can give, until somebody's rank changes. */
    private String weight() {
        List<Candidate> candidates =
                places.stream().map(Standing.Place::candidate).toList();
        Map<String, Integer> ranks = ranks(places);
        for (int points = 1; points <= 100; points++) {
            Progress.checkCancelled();
            for (Area area : Area.values())
                for (int sign : new int[] {1, -1}) {
                    int percent =
                            Math.toIntExact(Math.round(100 * need.weights().share(area))) + sign * points;
                    Optional<Weights> changed = need.weights().with(area, percent);
                    if (changed.isEmpty()) continue;
                    List<Standing.Place> then = standing.of(candidates, Standing.shares(changed.get()));
                    if (!ranks(then).equals(ranks)) return weightText(area, percent, changed.get(), then);
                }
        }
        return "No change of one weight, the others keeping their proportions, changes the order.";
    }

    private static Map<String, Integer> ranks(List<Standing.Place> places) {
        var ranks = new TreeMap<String, Integer>();
        places.forEach(place -> ranks.put(place.candidate().platform(), place.rank()));
        return ranks;
    }

    private String weightText(Area area, int percent, Weights changed, List<Standing.Place> then) {
        return "If " + area.title() + " counted " + percent + " % instead of "
                + Math.round(100 * need.weights().share(area)) + " % (weights: " + changed.numbers() + "), "
                + moved(then) + ". The order would be: " + order(then) + ".";
    }

    /** {@code KVM would come 2nd instead of 1st}: nobody sees that in a long order. */
    private String moved(List<Standing.Place> then) {
        Map<String, Integer> before = ranks(places);
        List<String> moved = then.stream()
                .filter(place ->
                        place.rank() != before.getOrDefault(place.candidate().platform(), 0))
                .map(place -> place.candidate().name() + " would have rank " + place.rank() + " instead of "
                        + before.get(place.candidate().platform()))
                .toList();
        return Phrases.some(moved, MOST_NAMES);
    }

    /** {@code first KVM and Xen, tied; then QEMU}; those that do not fit are left out. */
    static String order(List<Standing.Place> places) {
        var groups = new LinkedHashMap<Integer, List<String>>();
        for (Standing.Place place : places)
            if (place.candidate().fits() != Fit.Verdict.DOES_NOT)
                groups.computeIfAbsent(place.rank(), any -> new ArrayList<>())
                        .add(place.candidate().name());
        return groups.isEmpty()
                ? "nobody fits"
                : "first "
                        + String.join(
                                "; then ",
                                groups.values().stream()
                                        .map(names -> Phrases.some(names, 6) + (names.size() > 1 ? ", tied" : ""))
                                        .toList());
    }

    private String mustHave(String id) {
        var rest = new LinkedHashSet<>(need.features().must());
        rest.remove(id);
        var without = new Needs(rest, need.features().nice(), need.features().era());
        List<Standing.Place> then =
                standing.of(Candidate.of(matrix, without, evidence), Standing.shares(need.weights()));
        String name = matrix.feature(id).map(feature -> feature.name()).orElse(id);
        String start = "Without the must-have \"" + name + "\" ";
        if (first(then).equals(first(places))) return start + "the first would be the same.";
        return start + "the order would be: " + order(then) + ".";
    }

    private static List<String> first(List<Standing.Place> places) {
        return places.stream()
                .filter(place -> place.rank() == 1)
                .map(place -> place.candidate().platform())
                .sorted()
                .toList();
    }

    /** The class whose measurement would tell most of the first apart, weighed by how much it counts. */
    private Optional<Change> missing() {
        List<Candidate> open = rivals();
        if (open.size() < 2) return Optional.empty();
        Area most = null;
        double importance = 0;
        Map<Area, Double> shares = Standing.shares(need.weights());
        for (var share : shares.entrySet()) {
            double own = share.getValue() * unmeasured(open, share.getKey());
            if (own > importance) {
                importance = own;
                most = share.getKey();
            }
        }
        if (most == null) return Optional.empty();
        String text = "The measurement that is missed most: " + most.title() + ", "
                + Weights.percent(shares.getOrDefault(most, 0.0)) + " of what counts, of "
                + Phrases.some(open.stream().map(Candidate::name).toList(), MOST_NAMES)
                + " on one machine and on its bare host, in guests that differ in nothing else, with at least "
                + FillingPlan.ENOUGH + " repetitions.";
        return Optional.of(filled(text, most, open));
    }

    private static Change filled(String text, Area area, List<Candidate> open) {
        Optional<FillingPlan> found = FillingPlan.of(area);
        if (found.isEmpty())
            return new Change(
                    Change.Kind.MEASUREMENT,
                    text + " No bundled plan measures it: measure " + programs(area) + ", and import what it prints.");
        FillingPlan plan = found.get();
        String often = plan.times() == 1 ? "" : ", run " + plan.times() + " times into the same set";
        String filling = " The plan " + plan.plan().id() + " measures it by " + Phrases.all(plan.programs()) + often
                + ": in about " + Phrases.about(plan.enough()) + " for each of them where the machine has "
                + FillingPlan.MACHINE.cores() + " cores and " + (FillingPlan.MACHINE.memory() >> 30) + " GiB.";
        return new Change(
                Change.Kind.MEASUREMENT,
                text + filling,
                plan.commands(
                        "compare-" + area.word(),
                        open.stream().map(Candidate::platform).limit(MOST_NAMES).toList()));
    }

    /** The first, or the first and the second where one alone is first. */
    private List<Candidate> rivals() {
        List<Standing.Place> fitting = places.stream()
                .filter(place -> place.candidate().fits() != Fit.Verdict.DOES_NOT)
                .filter(place -> place.candidate().fit().isPresent())
                .toList();
        var open = new ArrayList<Candidate>();
        int last = 0;
        for (Standing.Place place : fitting) {
            if (open.size() >= 2 && place.rank() != last) break;
            open.add(place.candidate());
            last = place.rank();
        }
        return open;
    }

    private int unmeasured(List<Candidate> open, Area area) {
        int pairs = 0;
        for (int i = 0; i < open.size(); i++)
            for (int j = i + 1; j < open.size(); j++) {
                var duel = standing.duel(open.get(i), open.get(j));
                if (duel.isEmpty() || !duel.get().sure().containsKey(area)) pairs++;
            }
        return pairs;
    }

    private static String programs(Area area) {
        return switch (area) {
            case CPU -> "HPL, for example";
            case MEMORY -> "LMBench's memory bandwidth, for example";
            case DISK -> "fio on the same kind of disk, for example";
            case NETWORK -> "iperf3 or a web server under load, for example";
            case START -> "the time from the start to a login, for example with hyperfine";
            case OTHER -> "your own program";
        };
    }
}
