package ringside.core.result;

import java.time.Instant;

/**
 * Runs that belong together: one plan in one place, one publication, one imported file.
 *
 * @param name unique in a store; letters, digits and {@code . _ - + ( ) space}
 * @param licence under which the data may be used; empty where none is stated
 * @param notes caveats that a reader must know, in sentences
 */
public record ResultSet(
        String name, Origin origin, String title, Citation citation, String licence, Instant created, String notes) {
    public static final int LONGEST_NAME = 120;

    public ResultSet {
        if (!canBeNamed(name))
            throw new IllegalArgumentException("a set's name is 1 to " + LONGEST_NAME + " printable characters, not \""
                    + (name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name) + "\"");
    }

    /** Whether a set can have this name. */
    public static boolean canBeNamed(String name) {
        return !name.isBlank() && name.length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl);
    }

    public ResultSet named(String newName) {
        return new ResultSet(newName, origin, title, citation, licence, created, notes);
    }
}
