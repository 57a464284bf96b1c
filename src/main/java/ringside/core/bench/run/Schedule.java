package ringside.core.bench.run;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ringside.core.bench.Plan;

/**
 * The order of the runs on one machine: randomised blocks (R. A. Fisher, "The Design of Experiments", 1935). Each
 * repetition of all measurements is a block; within it the measurements come in random order, and each goes over all
 * subjects, in random order, before the next. So a machine that slows down slows all subjects alike.
 *
 * <p>Pure: the next run follows from the seed and from what has been measured, whoever measured it and however often that
 * was interrupted. The order is that of numbers mixed from the seed, the repetition and the names, so that a subject that
 * joins late changes nobody else's.
 *
 * <p>Guests that have to be started are changed less often: each goes over all its measurements of a block before the
 * next does, a split plot (F. Yates, "Complex experiments", 1935) whose blocks are the repetitions still.
 *
 * @param measurements their ids, of each subject of the machine
 * @param oneByOne whether a subject has all its measurements of a block made before it is the next one's turn
 */
record Schedule(long seed, Plan.Repetitions repetitions, Map<Integer, Set<String>> measurements, boolean oneByOne) {
    Schedule {
        measurements = Map.copyOf(measurements);
    }

    /** A measurement in a block. */
    private record Place(String measurement, long rank) {}

    /** @return empty if no subject needs anything any more */
    Optional<Slot> next(History history) {
        Optional<Integer> block = measurements.entrySet().stream()
                .flatMap(subject ->
                        subject.getValue().stream().map(measurement -> new Slot.Cell(subject.getKey(), measurement)))
                .filter(history::isOpen)
                .map(history::counted)
                .min(Comparator.naturalOrder());
        return block.flatMap(counted -> first(counted, history));
    }

    private Optional<Slot> first(int counted, History history) {
        return oneByOne ? ofFirstSubject(counted + 1, history) : ofFirstMeasurement(counted + 1, history);
    }

    private Optional<Slot> ofFirstSubject(int repetition, History history) {
        return measurements.entrySet().stream()
                .flatMap(subject ->
                        subject.getValue().stream().map(measurement -> new Slot.Cell(subject.getKey(), measurement)))
                .filter(cell -> history.isOpen(cell) && history.counted(cell) == repetition - 1)
                .min(Comparator.comparingLong((Slot.Cell cell) -> mixed(rank(repetition, "") + cell.subject()))
                        .thenComparingLong(cell -> mixed(rank(repetition, cell.measurement()) + cell.subject())))
                .map(cell -> slot(cell, repetition, history));
    }

    private Optional<Slot> ofFirstMeasurement(int repetition, History history) {
        var order = new TreeSet<Place>(Comparator.comparingLong(Place::rank).thenComparing(Place::measurement));
        measurements.values().stream()
                .flatMap(Collection::stream)
                .distinct()
                .forEach(measurement -> order.add(new Place(measurement, rank(repetition, measurement))));
        for (Place place : order) {
            Optional<Slot> slot = first(place, repetition, history);
            if (slot.isPresent()) return slot;
        }
        return Optional.empty();
    }

    private Optional<Slot> first(Place place, int repetition, History history) {
        return measurements.entrySet().stream()
                .filter(subject -> subject.getValue().contains(place.measurement()))
                .map(subject -> new Slot.Cell(subject.getKey(), place.measurement()))
                .filter(cell -> history.isOpen(cell) && history.counted(cell) == repetition - 1)
                .min(Comparator.comparingLong(cell -> mixed(place.rank() + cell.subject())))
                .map(cell -> slot(cell, repetition, history));
    }

    private Slot slot(Slot.Cell cell, int repetition, History history) {
        int warmUps = history.warmUps(cell);
        return repetition == 1 && warmUps < repetitions.warmUp()
                ? new Slot(cell.subject(), cell.measurement(), true, warmUps + 1)
                : Slot.counted(cell.subject(), cell.measurement(), repetition);
    }

    private long rank(int repetition, String measurement) {
        long hash = 0xcbf29ce484222325L; // FNV-1a
        for (int i = 0; i < measurement.length(); i++) hash = (hash ^ measurement.charAt(i)) * 0x100000001b3L;
        return mixed(mixed(seed + repetition) ^ hash);
    }

    /** The finaliser of SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, OOPSLA 2014). */
    private static long mixed(long z) {
        z += 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
