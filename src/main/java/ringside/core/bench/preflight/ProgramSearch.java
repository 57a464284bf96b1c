package ringside.core.bench.preflight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ringside.core.bench.Need;
import ringside.core.bench.Programs;
import ringside.core.host.Answer;
import ringside.core.host.Command;
import ringside.core.host.Shell;

/** Looks for programs on a host: on its search path, then in the places where packages hide them. */
public final class ProgramSearch {
    /** Takes pairs of a name and a place, and prints name and path of what can be run. Places may be patterns. */
    private static final String SCRIPT = """
            while [ $# -ge 2 ]; do
              for place in $2; do
                path=$(command -v "$place" 2>/dev/null) && [ -x "$path" ] && printf '%s\\t%s\\n' "$1" "$path"
              done
              shift 2
            done
            exit 0
            """;

    private ProgramSearch() {}

    /** Those of the programs that are there. What has to be compiled is not looked for. */
    public static Programs find(Shell shell, List<? extends Need> needs) {
        var words = new ArrayList<String>(List.of("sh", "-c", SCRIPT, "sh"));
        for (Need need : needs) {
            if (!(need instanceof Need.Packaged packaged)) continue;
            words.addAll(List.of(need.program(), need.program()));
            packaged.places().forEach(place -> words.addAll(List.of(need.program(), place)));
        }
        Map<String, String> paths = new HashMap<>();
        Answer answer = shell.run(Command.of(words));
        answer.out()
                .lines()
                .map(line -> line.split("\t", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> paths.putIfAbsent(pair[0], pair[1]));
        return new Programs(paths);
    }
}
