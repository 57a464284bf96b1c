package ringside.core.bench.preflight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /** Takes names and paths in pairs, and prints name and version as the package says that the path came in. */
    private static final String VERSIONS = """
            while [ $# -ge 2 ]; do
              file=$(readlink -f -- "$2" 2>/dev/null || echo "$2")
              version=
              if command -v dpkg-query >/dev/null 2>&1; then
                package=$(dpkg-query -S "$file" 2>/dev/null | sed -n '1s/[,:].*//p')
                [ -n "$package" ] && version=$(dpkg-query -W -f '${Package} ${Version}\n' "$package" 2>/dev/null | head -n 1)
              elif command -v rpm >/dev/null 2>&1; then
                version=$(rpm -qf --qf '%{NAME} %{VERSION}-%{RELEASE}\n' "$file" 2>/dev/null | head -n 1)
              elif command -v pacman >/dev/null 2>&1; then
                version=$(pacman -Qo "$file" 2>/dev/null | sed -n '1s/.* by //p')
              elif command -v apk >/dev/null 2>&1; then
                version=$(apk info -W "$file" 2>/dev/null | sed -n '1s/.* by //p')
              fi
              [ -n "$version" ] && printf '%s\t%s\n' "$1" "$version"
              shift 2
            done
            exit 0
            """;

    private ProgramSearch() {}

    /** The packages, with their versions, that programs came in: of a program that came in none nothing is said. */
    public static Map<String, String> versions(Shell shell, Programs programs) {
        if (programs.paths().isEmpty()) return Map.of();
        var words = new ArrayList<String>(List.of("sh", "-c", VERSIONS, "sh"));
        new TreeMap<>(programs.paths()).forEach((name, path) -> words.addAll(List.of(name, path)));
        return pairs(shell.run(Command.of(words)));
    }

    /** Those of the programs that are there. What has to be compiled is not looked for. */
    public static Programs find(Shell shell, List<? extends Need> needs) {
        var words = new ArrayList<String>(List.of("sh", "-c", SCRIPT, "sh"));
        for (Need need : needs) {
            if (!(need instanceof Need.Packaged packaged)) continue;
            words.addAll(List.of(need.program(), need.program()));
            packaged.places().forEach(place -> words.addAll(List.of(need.program(), place)));
        }
        return new Programs(pairs(shell.run(Command.of(words))));
    }

    /** The first of each name. */
    private static Map<String, String> pairs(Answer answer) {
        Map<String, String> pairs = new HashMap<>();
        answer.out()
                .lines()
                .map(line -> line.split("\t", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> pairs.putIfAbsent(pair[0], pair[1]));
        return pairs;
    }
}
