package ringside.core.guest.render;

import java.util.ArrayList;
import java.util.List;

/** The gaps met while one guest is written, in the order in which they were met. */
final class Gaps {
    private final List<Gap> met = new ArrayList<>();

    void dropped(String field, String reason) {
        met.add(new Gap(field, Gap.Kind.DROPPED, reason));
    }

    void approximated(String field, String reason) {
        met.add(new Gap(field, Gap.Kind.APPROXIMATED, reason));
    }

    void refused(String field, String reason) {
        met.add(new Gap(field, Gap.Kind.REFUSED, reason));
    }

    /** Dropped where the guest asks for it. */
    void dropped(boolean asked, String field, String reason) {
        if (asked) dropped(field, reason);
    }

    /** Approximated where the guest asks for it. */
    void approximated(boolean asked, String field, String reason) {
        if (asked) approximated(field, reason);
    }

    List<Gap> all() {
        return List.copyOf(met);
    }
}
