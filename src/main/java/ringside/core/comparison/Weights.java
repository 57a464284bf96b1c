package ringside.core.comparison;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How much each class of benchmarks counts, in whole numbers of any size: only their proportions matter.
 *
 * @param of the weights above zero
 */
public record Weights(SortedMap<Area, Integer> of) {
    public static final int MOST = 1000;

    public Weights {
        var kept = new TreeMap<Area, Integer>();
        of.forEach((area, weight) -> {
            if (weight < 0 || weight > MOST)
                throw new IllegalArgumentException("a weight is 0 to " + MOST + ", not " + weight);
            if (weight > 0) kept.put(area, weight);
        });
        if (kept.isEmpty()) throw new IllegalArgumentException("at least one class counts");
        of = Collections.unmodifiableSortedMap(kept);
    }

    public static Weights of(Map<Area, Integer> weights) {
        return new Weights(new TreeMap<>(weights));
    }

    /** @param pairs of an {@link Area} and its weight */
    static Weights of(Area area, int weight, Object... pairs) {
        var weights = new EnumMap<Area, Integer>(Area.class);
        weights.put(area, weight);
        for (int i = 0; i < pairs.length; i += 2) weights.put((Area) pairs[i], (Integer) pairs[i + 1]);
        return of(weights);
    }

    /** 0 for a class that does not count. */
    public int of(Area area) {
        return of.getOrDefault(area, 0);
    }

    /** The class's part of the whole, 0 to 1. */
    public double share(Area area) {
        return of(area)
                / (double) of.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * The weights in whole percents, in which one class has so many and the others as good as keep their proportions.
     *
     * @return empty where that makes no sense: below 0 or above 100, or no other class counts to give or take it
     */
    Optional<Weights> with(Area area, int percent) {
        int others = of.entrySet().stream()
                .filter(entry -> entry.getKey() != area)
                .mapToInt(Map.Entry::getValue)
                .sum();
        if (percent < 0 || percent > 100 || others == 0) return Optional.empty();
        var changed = new EnumMap<Area, Integer>(Area.class);
        var remainders = new TreeMap<Area, Integer>();
        int rest = 100 - percent;
        int given = 0;
        for (var entry : of.entrySet()) {
            if (entry.getKey() == area) continue;
            int share = entry.getValue() * rest;
            changed.put(entry.getKey(), share / others);
            remainders.put(entry.getKey(), share % others);
            given += share / others;
        }
        remainders.entrySet().stream()
                .sorted(Map.Entry.<Area, Integer>comparingByValue().reversed())
                .limit(rest - given)
                .forEach(entry -> changed.merge(entry.getKey(), 1, Integer::sum));
        changed.put(area, percent);
        return Optional.of(of(changed));
    }

    /** As a need has them: {@code CPU 60, Memory 40}. */
    public String numbers() {
        return of.entrySet().stream()
                .map(entry -> entry.getKey().title() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /** {@code CPU 60 %, memory 40 %}. */
    public String text() {
        return of.keySet().stream()
                .map(area -> area.title() + " " + percent(area))
                .collect(Collectors.joining(", "));
    }

    /** {@code 60 %}; with a decimal where it is not whole, so that equal weights stay equal and make no 101 %. */
    public String percent(Area area) {
        return percent(share(area));
    }

    static String percent(double share) {
        double percent = Math.round(1000 * share) / 10.0;
        return String.format(Locale.ROOT, percent == Math.rint(percent) ? "%.0f %%" : "%.1f %%", percent);
    }
}
