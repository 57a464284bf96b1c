package ringside.core.guest.read;

import java.util.List;
import ringside.core.guest.Guest;

/**
 * What a configuration says of a guest.
 *
 * @param guest with defaults where the file says nothing
 * @param notUnderstood what is in the file and not in the guest, by line
 */
public record Reading(Guest guest, List<NotUnderstood> notUnderstood) {
    public Reading {
        notUnderstood = notUnderstood.stream()
                .sorted(java.util.Comparator.comparingInt(NotUnderstood::line))
                .toList();
    }
}
