package ringside.core.bench.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ringside.core.RingsideException;
import ringside.core.result.Citation;
import ringside.core.result.Configuration;
import ringside.core.result.Metric;
import ringside.core.result.Origin;
import ringside.core.result.Parameters;
import ringside.core.result.ResultSet;
import ringside.core.result.ResultStore;
import ringside.core.result.Run;
import ringside.core.result.Sample;
import ringside.core.result.Selection;

/**
 * Puts what the journal has into the result set, each run once. What is there already, by the run's name, is left alone,
 * so that it can be done again after anything. Used by one thread.
 */
final class Ledger {
    private final ResultStore store;
    private final Session session;
    private final SessionFolder folder;
    private final Set<String> known = new HashSet<>();
    private final Map<Place, Integer> repetitions = new HashMap<>();
    private boolean begun;

    /** What repetitions have in common. */
    private record Place(String platform, String label, String benchmark, Metric metric, Parameters point) {
        static Place of(Configuration configuration, String benchmark, Sample sample) {
            return new Place(
                    configuration.platform(),
                    configuration.label(),
                    benchmark,
                    sample.metric(),
                    sample.parameters().point());
        }
    }

    Ledger(ResultStore store, Session session, SessionFolder folder) {
        this.store = store;
        this.session = session;
        this.folder = folder;
        Optional<ResultStore.StoredSet> there = store.find(session.set());
        there.ifPresent(set -> refuseForeign(set.set()));
        begun = there.isPresent();
        if (begun) learn();
    }

    /** @throws RingsideException if the set holds what was not measured by us */
    static void refuseForeign(ResultSet set) {
        if (set.origin() != Origin.MEASURED)
            throw new RingsideException(
                    "The set " + set.name() + " holds results that were "
                            + set.origin().word() + ", not measured here",
                    "name another set by --set NAME");
    }

    private void learn() {
        store.runs(session.set()).forEach(run -> known.add(run.id()));
        store.samples(
                Selection.ofSets(Set.of(session.set())),
                (set, run, sample) -> repetitions.merge(
                        Place.of(run.configuration(), run.benchmark(), sample), sample.repetition(), Math::max));
    }

    /** @return the run's samples as they are in the set now; none of a warm-up, or where the set has the run already */
    List<Sample> put(Ran ran, Configuration configuration) {
        if (ran.slot().warmUp() || known.contains(ran.run())) return List.of();
        var put = new ArrayList<Sample>();
        var numbers = new HashMap<Place, Integer>();
        try (ResultStore.Writing writing = store.write()) {
            if (begun) writing.append(session.set());
            else writing.set(newSet());
            Optional<Run.Raw> raw = ran.raw();
            raw.ifPresent(kept -> writing.raw(folder.raw(kept.sha256())));
            List<Ran.Part> parts =
                    ran.parts().isEmpty() ? List.of(new Ran.Part(ran.benchmark(), List.of(), "")) : ran.parts();
            for (int i = 0; i < parts.size(); i++)
                put.addAll(put(writing, run(ran, configuration, raw, parts, i), parts.get(i), numbers));
            writing.commit();
        }
        begun = true;
        known.add(ran.run());
        repetitions.putAll(numbers);
        return put;
    }

    private static Run run(
            Ran ran, Configuration configuration, Optional<Run.Raw> raw, List<Ran.Part> parts, int index) {
        return new Run(
                index == 0 ? ran.run() : ran.run() + "+" + index,
                configuration,
                parts.get(index).benchmark(),
                ran.given(),
                ran.command(),
                Optional.of(ran.started()),
                Optional.of(ran.ended()),
                ran.outcome(),
                raw.filter(kept -> isPrinted(parts.get(index)) || !ran.isSound()),
                joined(parts.get(index).note(), ran.note()),
                ran.conditions());
    }

    private List<Sample> put(ResultStore.Writing writing, Run run, Ran.Part part, Map<Place, Integer> numbers) {
        writing.run(run);
        var put = new ArrayList<Sample>();
        for (Sample sample : part.samples()) {
            Place place = Place.of(run.configuration(), part.benchmark(), sample);
            int last = numbers.getOrDefault(place, repetitions.getOrDefault(place, 0));
            numbers.put(place, last + 1);
            Sample numbered = sample.repeated(last + 1);
            writing.sample(run, numbered);
            put.add(numbered);
        }
        return put;
    }

    /** Whether samples of it are in what the tool printed; those that are missing are not. */
    private static boolean isPrinted(Ran.Part part) {
        return part.samples().isEmpty() || part.samples().stream().anyMatch(sample -> sample.line() > 0);
    }

    private static String joined(String one, String other) {
        return one.isEmpty() ? other : other.isEmpty() ? one : one + "; " + other;
    }

    private ResultSet newSet() {
        return new ResultSet(
                session.set(),
                Origin.MEASURED,
                session.plan().title(),
                Citation.NONE,
                "",
                session.created(),
                "Measured by Ringside after the plan %s (version %s), session %s, seed %s."
                        .formatted(session.plan().id(), session.plan().version(), session.id(), session.seed()));
    }
}
