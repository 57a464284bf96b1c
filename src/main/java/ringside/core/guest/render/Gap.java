package ringside.core.guest.render;

import java.util.Locale;

/**
 * A setting of the guest that a target cannot express.
 *
 * @param field its path in the guest's file, such as {@code disks[0].cache}
 * @param reason why, and what holds there instead
 */
public record Gap(String field, Kind kind, String reason) {
    public enum Kind {
        /** The target has nothing like it: the guest runs without. */
        DROPPED,
        /** The target has something near it, which is what was written. */
        APPROXIMATED,
        /** The target refuses such a guest: what was written will not start. */
        REFUSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it is about the field, a part of it or what it is a part of. */
    public boolean concerns(String other) {
        return field.equals(other) || isWithin(other, field) || isWithin(field, other);
    }

    private static boolean isWithin(String inner, String outer) {
        return inner.startsWith(outer + ".") || inner.startsWith(outer + "[");
    }

    @Override
    public String toString() {
        return field + ": " + kind.word() + ": " + reason;
    }
}
