package ringside.ui.comparison;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import ringside.core.comparison.Need;
import ringside.core.comparison.Phrases;
import ringside.core.comparison.Purpose;

/** The command that gives the answer in view. */
final class CompareCommand {
    private CompareCommand() {}

    /** @param file the need's own, if it has one */
    static List<String> arguments(Need need, Optional<Path> file, String folder) {
        var arguments = new ArrayList<>(List.of("compare"));
        Optional<Purpose> plain = Purpose.of(need.purpose()).filter(purpose -> isOnly(purpose, need));
        if (file.isEmpty() && plain.isPresent()) {
            arguments.addAll(List.of("--profile", plain.get().word()));
            need.sets().forEach(set -> arguments.addAll(List.of("--set", set)));
            need.reference().ifPresent(label -> arguments.addAll(List.of("--reference", label)));
            if (need.difference() != Need.USUAL_DIFFERENCE)
                arguments.addAll(List.of("--difference", Phrases.plain(100 * need.difference())));
        } else {
            arguments.addAll(List.of("--need", file.map(Path::toString).orElse("need.yaml")));
        }
        arguments.addAll(List.of("--out", folder));
        return arguments;
    }

    private static boolean isOnly(Purpose purpose, Need need) {
        return need.withSets(new TreeSet<>())
                .withReference(Optional.empty())
                .withDifference(Need.USUAL_DIFFERENCE)
                .equals(Need.of(purpose));
    }
}
