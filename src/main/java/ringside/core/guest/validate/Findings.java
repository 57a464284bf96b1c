package ringside.core.guest.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What comes to light while one configuration is checked. */
public final class Findings {
    private final Set<String> problems = new LinkedHashSet<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final Map<String, Object> facts = new LinkedHashMap<>();

    public void problem(String problem) {
        problems.add(problem);
    }

    public void note(String note) {
        notes.add(note);
    }

    public void fact(String name, Object value) {
        facts.put(name, value);
    }

    public void facts(Map<String, Object> more) {
        facts.putAll(more);
    }

    public boolean faulty() {
        return !problems.isEmpty();
    }

    public Validation by(String software) {
        return Validation.of(software, new ArrayList<>(problems), facts, List.copyOf(notes));
    }

    /** As {@link #by}, unless nothing is wrong so far: then it says that the decisive check could not be made. */
    public Validation couldNotRun(String software, String reason, String remedy) {
        return faulty()
                ? by(software)
                : new Validation(
                        software, new Validation.Outcome.CouldNotRun(reason, remedy), facts, List.copyOf(notes));
    }
}
