package ringside.core.format;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ringside.core.result.Run;

/** Names for new runs that no run of the set has yet, whoever named those. */
final class RunIds {
    private final Set<String> taken = new HashSet<>();
    private int number;

    RunIds(List<Run> before) {
        before.forEach(run -> taken.add(run.id()));
        number = before.size();
    }

    String next() {
        do number++;
        while (!taken.add("r" + number));
        return "r" + number;
    }
}
