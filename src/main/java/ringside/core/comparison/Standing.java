package ringside.core.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ringside.core.feature.Fit;
import ringside.core.platform.Platforms;
import ringside.core.result.Configuration;

/**
 * The order of candidates, as far as it can be told: first whether they have what is needed; then what measurements on
 * one machine show, layer by layer, so that the first layer holds all that nothing was shown to be ahead of; then, where
 * they do not tell, how many of the welcome features there are: among those that were measured, and among those that
 * were not.
 */
final class Standing {
    /** What was measured must be at least this part of what counts before it orders two platforms. */
    static final double LEAST_COVERED = 0.5;

    private final OverheadMap map;
    private final Duels duels;
    private final SetAside aside;
    private final double margin;
    private final ringside.core.stats.Comparison.Rule rule;

    /** Of one rank those come first that can be least far down; then lists keep their order. */
    private static final Comparator<Place> BY_RANK = Comparator.comparingInt(Place::rank)
            .thenComparingInt(place -> place.span().last())
            .thenComparingInt(place -> place.span().first());

    /** By platform, the classes in which it was measured beside something, whether that counts or not. */
    private final Map<String, Set<Area>> measured = new HashMap<>();

    private final Map<String, Set<Area>> besideHost = new HashMap<>();

    Standing(Evidence evidence, OverheadMap map, Duels duels, SetAside aside) {
        this.map = map;
        this.duels = duels;
        this.aside = aside;
        this.rule = evidence.rule();
        this.margin = Math.log(1 + evidence.rule().difference());
        for (Cell cell : evidence.cells()) {
            if (!cell.hasRatio()) continue;
            put(measured, cell.configuration(), cell.area());
            put(measured, cell.reference(), cell.area());
            if (cell.isOfHost()) put(besideHost, cell.configuration(), cell.area());
        }
    }

    private static void put(Map<String, Set<Area>> measured, Configuration configuration, Area area) {
        measured.computeIfAbsent(configuration.platform(), any -> EnumSet.noneOf(Area.class))
                .add(area);
    }

    /** What is known of a candidate's speed. */
    enum Basis {
        /** A share of native. */
        NATIVE,
        /** None, but it was held against another platform. */
        OTHERS,
        /** Nothing of what was measured of it counts. */
        SET_ASIDE,
        /** Nothing was measured of it in what counts. */
        NONE
    }

    /**
     * A candidate's place.
     *
     * @param rank that of the layer it is in
     * @param span the ranks it can have
     * @param score its weighted share of native, where it was measured
     */
    record Place(Candidate candidate, int rank, RankSpan span, OptionalDouble score, Basis basis) {}

    static Map<Area, Double> shares(Weights weights) {
        var shares = new EnumMap<Area, Double>(Area.class);
        weights.of().keySet().forEach(area -> shares.put(area, weights.share(area)));
        return shares;
    }

    /** Best first; ties by how far down they can be, then in the order of lists. */
    List<Place> of(List<Candidate> candidates, Map<Area, Double> shares) {
        var places = new ArrayList<Place>();
        var byFit = new TreeMap<Fit.Verdict, List<Candidate>>();
        for (Candidate candidate : candidates)
            byFit.computeIfAbsent(candidate.fits(), any -> new ArrayList<>()).add(candidate);
        byFit.values().forEach(equals -> places.addAll(ofOneFit(equals, places.size(), shares)));
        return places;
    }

    /** @param before how many fit better */
    private List<Place> ofOneFit(List<Candidate> equals, int before, Map<Area, Double> shares) {
        var places = new ArrayList<Place>();
        var order = new Order(equals, this, shares);
        for (List<Candidate> layer : order.layers()) {
            List<List<Candidate>> groups = byWelcome(layer, shares);
            for (int i = 0; i < groups.size(); i++) {
                List<List<Candidate>> better = groups.subList(0, i);
                List<List<Candidate>> worse = groups.subList(i + 1, groups.size());
                int rank = before + places.size() + 1;
                for (Candidate one : groups.get(i)) {
                    var span = new RankSpan(
                            before + 1 + order.above(one) + orderedByFeatures(one, better, shares),
                            before + equals.size() - order.below(one) - orderedByFeatures(one, worse, shares));
                    places.add(new Place(one, rank, span, score(one, shares), basis(one, shares)));
                }
            }
        }
        places.sort(BY_RANK);
        return places;
    }

    /** How many of these, which have other welcome features, they set apart from it: both are measured, or neither is. */
    private int orderedByFeatures(Candidate one, List<List<Candidate>> others, Map<Area, Double> shares) {
        boolean measured = basis(one, shares) != Basis.NONE;
        return (int) others.stream()
                .flatMap(List::stream)
                .filter(other -> (basis(other, shares) != Basis.NONE) == measured)
                .count();
    }

    /**
     * Welcome features order those that were measured among themselves, and those that were not; features alone put
     * nothing of unknown speed before what was measured.
     */
    private List<List<Candidate>> byWelcome(List<Candidate> layer, Map<Area, Double> shares) {
        var measured = groups(
                layer.stream().filter(one -> basis(one, shares) != Basis.NONE).toList());
        var unmeasured = groups(
                layer.stream().filter(one -> basis(one, shares) == Basis.NONE).toList());
        var ranks = new ArrayList<List<Candidate>>();
        for (int i = 0; i < Math.max(measured.size(), unmeasured.size()); i++) {
            var rank = new ArrayList<Candidate>();
            if (i < measured.size()) rank.addAll(measured.get(i));
            if (i < unmeasured.size()) rank.addAll(unmeasured.get(i));
            ranks.add(rank);
        }
        return ranks;
    }

    /**
     * Those that have as many of the welcome features, most first. Of what the matrix does not know nobody can say that it
     * has fewer than the first.
     */
    private static List<List<Candidate>> groups(List<Candidate> candidates) {
        var groups = new LinkedHashMap<List<Long>, List<Candidate>>();
        candidates.stream()
                .filter(candidate -> candidate.fit().isPresent())
                .sorted(Comparator.comparingLong(Candidate::niceMet)
                        .thenComparingLong(Candidate::nicePartly)
                        .reversed())
                .forEach(candidate -> groups.computeIfAbsent(
                                List.of(candidate.niceMet(), candidate.nicePartly()), any -> new ArrayList<>())
                        .add(candidate));
        List<Candidate> unknown = candidates.stream()
                .filter(candidate -> candidate.fit().isEmpty())
                .toList();
        if (groups.isEmpty()) return unknown.isEmpty() ? List.of() : List.of(unknown);
        groups.firstEntry().getValue().addAll(unknown);
        return List.copyOf(groups.values());
    }

    /** Whether measurements of both on one machine show the first ahead, in what counts: by its test, and by how far. */
    boolean isShown(Candidate one, Candidate other, Map<Area, Double> shares) {
        return lead(one, other, shares)
                .filter(lead -> lead.covered() >= LEAST_COVERED && lead.level().isAhead(margin) && lead.isTested())
                .isPresent();
    }

    /**
     * How far one is ahead of another.
     *
     * @param level with an interval that holds for all pairs at once
     * @param covered the part of what counts that was measured on both, with intervals
     * @param p of all measurements together, adjusted for the number of pairs
     * @param isTested whether by that, and by a single one of them, the first is ahead
     * @param meetings that it rests on
     */
    record Lead(
            Level level, double covered, double p, boolean isTested, List<Meeting> meetings, Duels.Besides besides) {
        /** The sets that it rests on. */
        List<String> sets() {
            return meetings.stream()
                    .map(meeting -> meeting.task().set())
                    .distinct()
                    .sorted()
                    .toList();
        }

        int programs() {
            return (int) meetings.stream()
                    .map(meeting -> Program.name(meeting.task()))
                    .distinct()
                    .count();
        }
    }

    /** The weighted mean over the classes in which both have sure ratios. */
    Optional<Lead> lead(Candidate one, Candidate other, Map<Area, Double> shares) {
        return duels.of(one.platform(), other.platform()).flatMap(duel -> {
            double covered = 0;
            double log = 0;
            double squares = 0;
            int programs = 0;
            int ratios = 0;
            Set<Area> areas = shares.keySet();
            Duels.Tested tested = duels.tested(one.platform(), other.platform(), areas);
            for (var entry : tested.levels().entrySet()) {
                double share = shares.getOrDefault(entry.getKey(), 0.0);
                if (share <= 0) continue;
                covered += share;
                log += share * entry.getValue().log();
                squares += Math.pow(share * entry.getValue().error(), 2);
                programs += entry.getValue().programs();
                ratios += entry.getValue().ratios();
            }
            if (covered <= 0) return Optional.empty();
            var level = new Level(log / covered, Math.sqrt(squares) / covered, programs, ratios);
            return Optional.of(
                    new Lead(level, covered, tested.p(), tested.isAhead(), duel.meetings(areas), duel.besides()));
        });
    }

    /** The classes in which what does not count says that the one that is behind is faster. */
    Set<Area> against(Candidate ahead, Candidate behind, Map<Area, Double> shares) {
        return aside.against(ahead.platform(), behind.platform(), shares.keySet());
    }

    /** By fit, the order of those that have it. */
    Map<Fit.Verdict, Order> orders(List<Place> places, Map<Area, Double> shares) {
        Map<Fit.Verdict, List<Candidate>> byFit = places.stream()
                .map(Place::candidate)
                .sorted(Comparator.comparing(Candidate::platform, Platforms.ORDER))
                .collect(Collectors.groupingBy(
                        Candidate::fits, () -> new EnumMap<>(Fit.Verdict.class), Collectors.toList()));
        var orders = new EnumMap<Fit.Verdict, Order>(Fit.Verdict.class);
        byFit.forEach((fit, candidates) -> orders.put(fit, new Order(candidates, this, shares)));
        return orders;
    }

    Optional<Duels.Duel> duel(Candidate one, Candidate other) {
        return duels.of(one.platform(), other.platform());
    }

    /** Whether a single measurement tells two apart. */
    boolean tells(Meeting meeting) {
        return meeting.isAhead(rule) || meeting.inverse().isAhead(rule);
    }

    /** Why a lead does not order the two. */
    String why(Lead lead) {
        String sets = Phrases.all(lead.sets());
        if (lead.covered() < LEAST_COVERED)
            return "what " + sets + " measured of both is " + Weights.percent(lead.covered())
                    + " of what counts, too little to decide.";
        if (lead.level().isLevel(margin))
            return "they are level in " + sets + ", within the difference that is cared about.";
        if (lead.meetings().stream().anyMatch(meeting -> meeting.isSpoiltByDrift(rule)))
            return "in " + sets
                    + " the values drift by more than the two differ, against which no number of repetitions"
                    + " helps.";
        boolean apart = lead.level().isAhead(margin) || lead.level().inverse().isAhead(margin);
        return apart
                ? "in " + sets
                        + " they differ, but the repetitions are too few for the number of pairs and cells that are"
                        + " read together."
                : "the measurements of " + sets + " scatter too much to tell, or pull in different directions.";
    }

    private Basis basis(Candidate candidate, Map<Area, Double> shares) {
        if (score(candidate, shares).isPresent()) return Basis.NATIVE;
        if (shares.keySet().stream().noneMatch(area -> wasMeasured(candidate, area))) return Basis.NONE;
        boolean setAside = shares.keySet().stream().anyMatch(area -> isIn(besideHost, candidate.platform(), area));
        return duels.has(candidate.platform(), !setAside) ? Basis.OTHERS : Basis.SET_ASIDE;
    }

    /** Beside its host or another platform, whether that counts or not. */
    boolean wasMeasured(Candidate candidate, Area area) {
        return isIn(measured, candidate.platform(), area);
    }

    private static boolean isIn(Map<String, Set<Area>> measured, String platform, Area area) {
        return measured.getOrDefault(platform, Set.of()).contains(area);
    }

    /** The weighted geometric mean of its shares of native, over the classes in which it has one. */
    private OptionalDouble score(Candidate candidate, Map<Area, Double> shares) {
        double covered = 0;
        double log = 0;
        for (var share : shares.entrySet()) {
            var entry = map.at(candidate.platform(), share.getKey());
            if (entry.isEmpty()) continue;
            covered += share.getValue();
            log += share.getValue() * Math.log(entry.get().share());
        }
        return covered > 0 ? OptionalDouble.of(Math.exp(log / covered)) : OptionalDouble.empty();
    }
}
