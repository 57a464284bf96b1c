package ringside.core.trial;

import java.util.List;
import java.util.Set;
import ringside.core.guest.GuestPlatform;
import ringside.core.host.Shell;

/** Goes as far as it can without taking anything from the host: no guest is made for it. */
non-sealed interface HostTrial extends Trial {
    /** Those that do it in the way that is looked at. */
    Set<GuestPlatform> platforms();

    /**
     * Reads only.
     *
     * @param log gets what is seen, line by line
     */
    Outcome look(Shell host, List<String> log);
}
