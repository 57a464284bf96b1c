package ringside.core.format;

import java.util.Optional;
import java.util.function.Predicate;
import ringside.core.result.ResultSet;

/** Names for sets whose file does not name them. */
final class SetNames {
    private SetNames() {}

    /** {@code results/run 3.txt} gives {@code run 3}. */
    static String fromFile(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        String stem = (dot > 0 ? name.substring(0, dot) : name)
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        if (stem.isEmpty()) return "imported";
        return stem.length() > ResultSet.LONGEST_NAME - 8 ? stem.substring(0, ResultSet.LONGEST_NAME - 8) : stem;
    }

    /** A name out of a text that people wrote; empty if nothing of it can be one. */
    static Optional<String> of(String text) {
        String name = SoundText.name(text).strip();
        int most = ResultSet.LONGEST_NAME - 8;
        return Optional.of(name.length() > most ? name.substring(0, most) : name)
                .filter(ResultSet::canBeNamed);
    }

    /** The name itself, or with the first number that makes it free: {@code run 3 (2)}. */
    static String free(String wanted, Predicate<String> taken) {
        String name = wanted;
        for (int number = 2; taken.test(name); number++) {
            String suffix = " (" + number + ")";
            int room = ResultSet.LONGEST_NAME - suffix.length();
            name = (wanted.length() > room ? wanted.substring(0, room) : wanted) + suffix;
        }
        return name;
    }
}
